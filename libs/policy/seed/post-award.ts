import { rupees } from '#platform/money';
import { bp, count, days, flag, hours, json, paise, text } from '../src/domain/definition.js';
import { alertLadder } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** From the contract to the last payment: acceptance, delay, receipt, bill, interest, cancellation. */
export const postAward = {
  'order.accept_policy': text(
    'R-3.1',
    'Whether a public order binds by itself (AUTO_ACCEPT) or waits for the seller (EXPLICIT).',
    always('EXPLICIT', decided('S15', 'S22')),
  ),
  'order.accept_hours': hours(
    'R-3.1',
    'Hours in which a seller accepts or declines a public order.',
    from('2023-01-01', 120, read('S15')),
  ),
  'order.lapses_forgiven': count(
    'R-3.1',
    'First lapses of a Self Help Group, artisan or weaver that have no consequence.',
    always(2, decided()),
  ),
  'ld.pct_per_week': bp(
    'R-3.4',
    'Share of the delayed value charged for each week or part of a week of delay.',
    always(50, known()),
  ),
  'ld.cap_pct': bp('R-3.4', 'Most that delay can cost, as a share of the delayed value.', always(1_000, known())),
  'ld.week_days': days('R-3.4', 'Days that make a week of delay.', always(7, known())),
  'prc.hours': hours(
    'R-3.5',
    'Hours after receipt in which the consignee confirms date and quantity received.',
    always(48, read('S14')),
  ),
  'prc.auto_hours': hours(
    'R-3.5',
    'Hours after proof of delivery when receipt is recorded without the consignee, unless non-receipt was reported.',
    always(48, decided('S14')),
  ),
  'crac.days': days(
    'R-3.6',
    'Days after receipt in which the consignee accepts or rejects the goods.',
    always(10, read('S7', 'S14', 'S16c')),
  ),
  auto_crac_days: days(
    'R-3.7',
    'Days after receipt when goods count as accepted if nobody has spoken.',
    always(10, read('S7', 'S14')),
  ),
  'auto_crac.small_direct_on': flag(
    'R-3.7',
    'Whether small direct orders keep their own, longer term for counting as accepted.',
    always(false, decided('S7', 'S8')),
  ),
  'auto_crac.small_direct_max': paise(
    'R-3.7',
    'Largest direct order that had its own term for counting as accepted.',
    from('2019-06-01', rupees(25_000), read('S8')),
  ),
  'auto_crac.small_direct_days': days(
    'R-3.7',
    'Day after receipt on which a small direct order counted as accepted.',
    from('2019-06-01', 21, read('S8')),
  ),
  'reject.takeback_days': days(
    'R-3.8',
    'Days in which a seller takes rejected goods back at its own cost.',
    always(15, known()),
  ),
  'pay.against_crac_bp': bp(
    'R-3.10',
    'Share of the accepted value, tax included, paid against acceptance when goods are only supplied.',
    always(10_000, read('S13b')),
  ),
  'pay.days_after_crac': days(
    'R-3.11',
    'Days after acceptance in which the seller is paid.',
    always(10, read('S8', 'S12')),
  ),
  'pay.alert_ladder': json(
    alertLadder,
    'R-3.11',
    'Who is reminded on which day while acceptance or payment is pending.',
    always(
      [
        { from_day: 1, to_day: 3, warns: ['consignee'] },
        { from_day: 4, to_day: 5, warns: ['consignee', 'buyer'] },
        { from_day: 6, to_day: 10, warns: ['consignee', 'buyer', 'paying_authority', 'nodal_officer'] },
      ],
      decided('S13'),
    ),
  ),
  'gpa.auto_pct': bp(
    'R-3.12',
    'Share of the bill a pool account releases by itself when the buyer has not paid in time.',
    from('2018-08-14', 8_000, read('S13')),
  ),
  'gpa.rest_days': days(
    'R-3.12',
    'Days in which the rest is settled before the pool account releases it by itself.',
    from('2018-08-14', 35, read('S13')),
  ),
  'pay.penal_pct_month': bp(
    'R-3.13',
    'Interest a late paying buyer owes to the platform account for each month.',
    from('2020-10-01', 100, read('S12')),
  ),
  'pay.penal_month_days': days(
    'R-3.13',
    'Days counted as a month when this interest is worked out by the day.',
    from('2020-10-01', 30, decided('S12')),
  ),
  'msmed.agreed_days_max': days(
    'R-3.14',
    'Longest payment time a micro or small supplier can be held to by agreement.',
    always(45, known()),
  ),
  'msmed.no_agreement_days': days(
    'R-3.14',
    'Payment time towards a micro or small supplier when nothing was agreed.',
    always(15, known()),
  ),
  'msmed.rate_multiple': count(
    'R-3.14',
    'Times the bank rate a late payer owes to a micro or small supplier, compounded monthly.',
    always(3, known()),
  ),
  'rbi.bank_rate_bp': bp(
    'R-3.14',
    'Bank rate of the Reserve Bank of India, for interest owed to micro and small suppliers.',
    from('2023-02-08', 675, known()),
    from('2025-02-07', 650, known()),
    from('2025-04-09', 625, known()),
    from('2025-06-06', 575, known()),
    from('2025-12-05', 550, known()),
  ),
  'contract.undelivered_force_days': days(
    'R-3.20',
    'Days after the due date when a buyer may cancel, shorten or end an undelivered contract.',
    always(15, decided()),
  ),
  'cancel.consent_days': days(
    'R-3.20',
    'Days after which a request for the seller to agree to a cancellation lapses.',
    always(5, read('S22b')),
  ),
  'bill.returns_max': count('SM-8', 'Times a bill may be sent back to the seller with a reason.', always(1, decided())),
};
