import { rupees } from '#platform/money';
import { bp, count, days, flag, months, paise, text } from '../src/domain/definition.js';
import { always, decided, from, known, read } from './evidence.js';

/** Which road a public purchase takes: ceilings, comparison, splitting, funds. */
export const procurement = {
  'proc.direct.max': paise(
    'R-1.2',
    'Largest all-inclusive order value that may be bought directly, without comparing prices.',
    from('2017-03-08', rupees(50_000), read('S5', 'S69')),
    from('2019-04-02', rupees(25_000), read('S4')),
    from('2024-07-10', rupees(50_000), read('S1', 'S2', 'S3')),
  ),
  'proc.l1.max': paise(
    'R-1.2',
    'Largest all-inclusive order value that may be bought from the cheapest of a comparison; above it a bid or a reverse auction is compulsory.',
    from('2017-03-08', rupees(30_00_000), read('S5', 'S69')),
    from('2019-04-02', rupees(5_00_000), read('S4')),
    from('2024-07-10', rupees(10_00_000), read('S1', 'S2', 'S3')),
  ),
  'proc.automobile.l1_max': paise(
    'R-1.6',
    'Comparison ceiling kept for automobiles while the ceiling for other goods was lower.',
    from('2019-04-02', rupees(30_00_000), read('S4'), { until: '2024-07-10' }),
  ),
  'proc.automobile.direct_without_ceiling': flag(
    'R-1.6',
    'Automobiles may be bought directly at any value; no district product belongs to such a category.',
    always(false, read('S4')),
    from('2024-07-10', true, read('S1')),
  ),
  'proc.off.no_quotation_max': paise(
    'R-1.7',
    'Off the marketplace: largest value bought without any quotation.',
    from('2017-03-08', rupees(25_000), read('S2', 'S3')),
    from('2024-07-10', rupees(50_000), read('S2', 'S3')),
  ),
  'proc.off.committee_max': paise(
    'R-1.7',
    'Off the marketplace: largest value bought by a local purchase committee, which begins where buying without quotation ends.',
    from('2017-03-08', rupees(2_50_000), read('S2')),
    from('2024-07-10', rupees(5_00_000), read('S2')),
  ),
  'proc.off.limited_tender_max': paise(
    'R-1.7',
    'Off the marketplace: largest value for a limited tender; above it a tender is advertised.',
    from('2017-03-08', rupees(25_00_000), read('S5')),
    from('2024-07-10', rupees(50_00_000), known('S5')),
  ),
  'proc.off.limited_tender_firms_above': count(
    'R-1.7',
    'Off the marketplace: a limited tender goes to more than this many firms.',
    always(3, read('S5')),
  ),
  'proc.off.advertised_tender_days': days(
    'R-1.7',
    'Off the marketplace: ordinary time for bids in an advertised tender.',
    always(21, read('S5')),
  ),
  'proc.off.advertised_tender_abroad_days': days(
    'R-1.7',
    'Off the marketplace: time for bids in an advertised tender when bids from abroad are sought.',
    always(28, read('S5')),
  ),
  'proc.plan_days': days(
    'R-1.10',
    'Days after budget approval in which a ministry puts its yearly procurement plan on the portal.',
    always(30, read('S1')),
  ),
  'l1.min_manufacturers': count(
    'R-1.4',
    'Different manufacturers a price comparison needs before the cheapest may be chosen.',
    always(3, read('S1')),
  ),
  'l1.min_sellers': count('R-1.4', 'Different sellers a price comparison needs.', always(3, known())),
  'l1.sheet_valid_days': days(
    'R-2.8',
    'Days a comparison sheet may be used for placing the order.',
    always(5, known()),
  ),
  'cart.lock_days': days('R-2.8', 'Days for which a public cart keeps its prices.', always(10, known())),
  'split.window_days': days(
    'R-1.8',
    'Days looked back when orders of one office and category are added up to detect splitting.',
    always(30, decided()),
  ),
  'split.audit_warnings': count(
    'R-1.8',
    'Splitting warnings of one office that make an audit report.',
    always(3, decided()),
  ),
  'split.audit_window_days': days(
    'R-1.8',
    'Days in which splitting warnings of one office are counted together.',
    always(90, decided()),
  ),
  'roles.verifier_rank_steps': count(
    'R-2.2',
    'Ranks by which a verifying authority may stand above or below the primary user.',
    always(1, read('S28')),
  ),
  'committee.members_min': count(
    'R-2.5',
    'Smallest technical evaluation committee, where an organisation uses one.',
    always(3, decided()),
  ),
  'committee.quorum': count(
    'R-2.5',
    'Members of the evaluation committee who must take part in a decision.',
    always(2, decided()),
  ),
  'gpa.mandatory_above': paise(
    'R-2.9',
    'Bodies outside the central payment system must pre-fund the pool account for orders above this value.',
    from('2018-08-14', rupees(10_00_000), read('S13')),
  ),
  'gpa.prefund_bp': bp(
    'R-2.9',
    'Share of the order value to be in the pool account before the order is placed.',
    from('2018-08-14', 10_000, read('S13')),
  ),
  'boq.max_lines': count('R-2.13', 'Most lines a bill of quantities may have.', always(500, read('S16b'))),
  'boq.lines_above': count('R-2.13', 'A bill of quantities is for more than this many lines.', always(5, read('S19'))),
  'boq.value_above': paise(
    'R-2.13',
    'A bill of quantities is for more than this estimated value.',
    always(rupees(5_00_000), read('S19')),
  ),
  'doc.sanction_number': text(
    'R-2.10',
    'How the number of a sanction order is written.',
    always('ODB-SO-<FY>-<8 digits>', decided()),
  ),
  'doc.contract_number': text(
    'R-2.10',
    'How the number of a contract is written.',
    always('ODB-C-<FY>-<10 digits>', decided()),
  ),
  'doc.bid_number': text(
    'R-2.13',
    'How the number of a bid, of an auction made from a bid and of a direct auction is written.',
    always('ODB/<yyyy>/B|R|RA/<seq>', decided('S15', 'S18')),
  ),
  'debar.max_months': months(
    'R-3.17b',
    'Longest time for which a procuring entity may bar a seller from its own tenders.',
    always(24, read('S70')),
  ),
};
