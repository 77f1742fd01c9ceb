import { rupees } from '#platform/money';
import { bp, count, days, flag, hours, json, minutes, paise } from '../src/domain/definition.js';
import { bpRange, codes, negotiation, splitRatios } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** Bids from publication to award: windows, securities, evaluation, option clause. */
export const bids = {
  'bid.open_gap_min': minutes('R-2.15', 'Minutes between the end of a bid and its opening.', always(30, read('S18'))),
  'bid.min_days': days(
    'R-2.16',
    'Shortest time a bid stays open without recorded urgency and approval by the head of department.',
    always(10, read('S18')),
  ),
  'bid.open_tender_days': days(
    'R-2.16',
    'Ordinary time a bid stays open when its estimated value lies above the step.',
    always(21, read('S5', 'S18')),
  ),
  'bid.window_step': paise(
    'R-2.16',
    'Estimated value up to which the shortest window is the default, and above which the open-tender norm is.',
    always(rupees(50_00_000), decided()),
  ),
  'bid.validity_days': days(
    'R-2.17',
    'Days from the end of a bid for which offers bind, unless the bid says otherwise.',
    always(90, read('S18')),
  ),
  'bid.validity_days_least': days('R-2.17', 'Shortest offer validity a bid may ask for.', always(30, read('S18'))),
  'bid.validity_days_most': days('R-2.17', 'Longest offer validity a bid may ask for.', always(180, read('S18'))),
  'bid.validity_ext_reply_days': days(
    'R-2.17',
    'Days in which a bidder answers a request to extend its offer; silence is a no.',
    from('2023-01-01', 5, read('S15')),
  ),
  'bid.min_bids_to_disable': count(
    'R-2.18',
    'Bids that must be in at the end for the end not to move by itself.',
    always(3, read('S19')),
  ),
  'bid.auto_extend_days': days('R-2.18', 'Days by which the end of a bid moves by itself.', always(7, read('S19'))),
  'bid.auto_extension_count': count('R-2.18', 'Times the end of a bid may move by itself.', always(3, read('S19'))),
  'corrigendum.qty_change_bp': bp(
    'R-2.19',
    'A change of quantity beyond this share makes bidders submit again.',
    always(2_500, decided()),
  ),
  'corrigendum.min_remaining_days': days(
    'R-2.19',
    'Days left to bidders after a change of the bid; the end moves if fewer remain.',
    always(3, decided('S5')),
  ),
  'bid.withdraw_max': count(
    'R-2.20',
    'Times a bidder may withdraw and take part again before the end.',
    from('2023-01-01', 3, read('S15')),
  ),
  'bid.opening_officers': count(
    'S-22',
    'Different officers who must agree before sealed prices can be opened.',
    always(2, decided()),
  ),
  'emd.min_pct': bp(
    'R-2.21',
    'Bid security below this share of the estimated value draws a warning.',
    from('2017-03-08', 200, read('S5')),
  ),
  'emd.max_pct': bp(
    'R-2.21',
    'Largest bid security, as a share of the estimated value.',
    from('2017-03-08', 500, read('S5')),
  ),
  'emd.extra_validity_days': days(
    'R-2.21',
    'Days for which bid security must outlast the validity of the offer.',
    from('2017-03-08', 45, read('S5')),
  ),
  'emd.return_days': days(
    'R-2.21',
    'Latest day after award on which bid security goes back to unsuccessful bidders.',
    from('2017-03-08', 30, read('S5')),
  ),
  'emd.forms': json(
    codes,
    'R-2.21',
    'Forms in which bid security may be given.',
    always(['demand_draft', 'fixed_deposit', 'bankers_cheque', 'bank_guarantee', 'online', 'declaration'], read('S5'), {
      says: 'Forms of bid security named by the rules of 2017; an insurance surety bond was added later.',
    }),
    from(
      '2024-01-01',
      ['demand_draft', 'fixed_deposit', 'bankers_cheque', 'bank_guarantee', 'online', 'declaration', 'surety_bond'],
      known('S5', 'S6'),
    ),
  ),
  'emd.exempt_turnover': paise(
    'R-2.22',
    'Yearly turnover from which a bidder owes no bid security.',
    always(rupees(500_00_00_000), read('S26')),
  ),
  'emd.exempt_classes': json(
    codes,
    'R-2.22',
    'Verified classes of bidders who owe no bid security.',
    always(
      [
        'mse_maker',
        'vendor_assessed',
        'high_turnover',
        'bis_licence',
        'startup',
        'notified_body',
        'shg',
        'artisan',
        'weaver',
        'fpo',
      ],
      decided('S26', 'S18'),
    ),
  ),
  'epbg.range': json(
    bpRange,
    'R-2.24',
    'Performance security a contract for goods may ask for, as a share of its value.',
    from('2017-03-08', { least_bp: 500, most_bp: 1_000 }, read('S5')),
    from('2020-11-12', { least_bp: 300, most_bp: 300 }, read('S6b'), {
      says: 'Temporary relief: performance security is three per cent.',
    }),
    from('2023-04-03', { least_bp: 300, most_bp: 1_000 }, read('S6')),
    from('2024-01-01', { least_bp: 300, most_bp: 500 }, read('S6')),
  ),
  'epbg.extra_validity_days': days(
    'R-2.24',
    'Days for which performance security must outlast all obligations, warranty included.',
    from('2017-03-08', 60, read('S5')),
  ),
  'epbg.due_days': days('R-2.24', 'Days after the contract in which performance security is due.', always(15, known())),
  'epbg.on_direct_and_l1': flag(
    'R-2.24',
    'Whether direct and comparison orders ask for performance security.',
    always(false, decided()),
  ),
  'epbg.small_seller_by_deduction': flag(
    'R-2.24',
    'Whether small sellers may give performance security as a deduction from their first bill.',
    always(true, decided()),
  ),
  'prequal.turnover_years': count(
    'R-2.25',
    'Financial years averaged when a bid asks for a least turnover.',
    always(3, read('S15', 'S18')),
  ),
  'prequal.past_performance_bp': bp(
    'R-2.25',
    'Share of the bid quantity a bidder must have supplied in one of the counted years, unless the bid says otherwise.',
    always(3_000, read('S15', 'S18')),
  ),
  'prequal.relaxed_classes': json(
    codes,
    'R-2.25',
    'Classes of bidders for whom turnover and experience are relaxed unless the buyer says otherwise.',
    always(['mse', 'startup', 'shg', 'fpo', 'artisan'], decided('S5', 'S18')),
  ),
  'bid.clarif_days': days(
    'R-2.27',
    'Days in which a bidder answers a request for missing documents.',
    always(2, read('S18')),
  ),
  'bid.clarif_days_small': days(
    'R-2.27',
    'Days in which a Self Help Group or an artisan answers a request for missing documents.',
    always(5, decided('S18')),
  ),
  'bid.representation_hours': hours(
    'R-2.28',
    'Hours after technical evaluation in which a disqualified bidder may object; prices stay closed until they are over.',
    from('2023-01-01', 48, read('S15')),
  ),
  'bid.representations_max': count(
    'R-2.28',
    'Objections one disqualified bidder may file.',
    from('2023-01-01', 1, read('S15')),
  ),
  'bid.l1_negotiation': json(
    negotiation,
    'R-2.30',
    'Rounds of online negotiation with the lowest bidder and the hours each stays open.',
    from('2023-01-01', { rounds: 5, hours: 72 }, read('S15')),
  ),
  'bid.l1_negotiation_on': flag(
    'R-2.30',
    'Whether negotiation with the lowest bidder is open unless an organisation asks for it.',
    always(false, known()),
  ),
  'award.split_ratios': json(
    splitRatios,
    'R-2.40',
    'Shares by rank when an award is split among two or three sellers.',
    always({ '2': [6_000, 4_000], '3': [5_000, 3_000, 2_000] }, known()),
  ),
  'option.max_pct': bp(
    'R-2.41',
    'Share by which the buyer may change the quantity, at contract and again during it.',
    always(2_500, read('S21')),
  ),
  'option.min_days': days(
    'R-2.41',
    'Least extra delivery time for an increased quantity, unless the original time was shorter.',
    always(30, read('S21')),
  ),
};
