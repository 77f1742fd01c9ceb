import { rupees } from '#platform/money';
import { count, date, days, hours, json, minutes, paise, seconds } from '../src/domain/definition.js';
import { countRange, netWorth, pinStarts, sellerIds } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** Money from shoppers and to makers: aggregators, instant payments, refunds, payouts. */
export const rails = {
  'aggregator.net_worth': json(
    netWorth,
    'R-8.1',
    'Net worth a payment aggregator outside banking needs.',
    from('2025-09-15', { at_application_paise: rupees(15_00_00_000), later_paise: rupees(25_00_00_000) }, read('S48')),
  ),
  'aggregator.apply_by': date(
    'R-8.1',
    'Last day on which an existing aggregator could ask for its licence.',
    from('2025-09-15', '2025-12-31', read('S48')),
  ),
  'aggregator.wind_up_by': date(
    'R-8.1',
    'Day by which an aggregator without application winds up.',
    from('2025-09-15', '2026-02-28', read('S48')),
  ),
  'aggregator.settlement_days': days(
    'R-8.1',
    'Days in which an aggregator settles with the merchant; what starts the clock is not settled.',
    from('2025-09-15', 1, known('S48')),
  ),
  'emandate.no_factor_max': paise(
    'R-8.5',
    'Largest recurring charge without an extra factor.',
    from('2026-04-21', rupees(15_000), read('S49')),
  ),
  'emandate.special_max': paise(
    'R-8.5',
    'The same for insurance, mutual funds and card bills.',
    from('2026-04-21', rupees(1_00_000), read('S49')),
  ),
  'emandate.notice_hours': hours(
    'R-8.5',
    'Hours of notice before a recurring charge.',
    from('2026-04-21', 24, read('S49')),
  ),
  'refund.failed_debit_days': days(
    'R-8.6',
    'Days after which a failed but debited payment must be back with the customer.',
    from('2019-09-20', 5, known()),
  ),
  'refund.failed_debit_daily': paise(
    'R-8.6',
    'Owed to the customer for each further day.',
    from('2019-09-20', rupees(100), known()),
  ),
  'refund.initiate_hours': hours(
    'R-8.6',
    'Hours in which an accepted return or cancellation starts its refund.',
    always(48, decided()),
  ),
  'refund.credit_days': json(
    countRange,
    'R-8.6',
    'Working days a refund usually takes to arrive; told to the shopper, not promised.',
    always({ least: 5, most: 7 }, decided()),
  ),
  'refund.retries': count('SM-6', 'Times a refund is tried again before a person looks at it.', always(3, decided())),
  'refund.retry_hours': hours('SM-6', 'Hours between those tries.', always(24, decided())),
  'payment.late_capture_seconds': seconds(
    'SM-6',
    'Seconds in which a payment that came too late is placed again or refunded.',
    always(60, decided()),
  ),
  'payout.cycle_days': days('R-8.7', 'Days from one statement of a seller to the next.', always(7, decided())),
  'payout.min': paise('R-8.7', 'Smallest payout to a maker; less waits for more.', always(rupees(100), decided())),
  'payout.account_change_hours': hours(
    'S-9',
    'Hours for which payouts rest after a bank account was changed.',
    always(48, decided()),
  ),
  'cod.max_paise': paise(
    'SM-4',
    'Largest order that may be paid in cash at the door.',
    always(rupees(5_000), decided()),
  ),
  'cart.guest_days': days(
    'S-66',
    'Days after which what a guest was given to shop with, and her cart, come to their end.',
    always(30, decided()),
  ),
  'cod.remit_days': days(
    'SM-4',
    'Days in which a courier brings the cash it collected before the payments desk is told.',
    always(7, decided()),
  ),
  'cod.not_to_pins': json(
    pinStarts,
    'SM-4',
    'Where cash is not taken at the door: PIN codes, or the digits they begin with.',
    always([], decided()),
  ),
  'cod.not_from_makers': json(
    sellerIds,
    'SM-4',
    'Makers for whom no cash is taken at the door.',
    always([], decided()),
  ),
  'quote.valid_minutes': minutes(
    'SM-4',
    'Minutes for which a shopper is promised what her cart costs.',
    always(15, decided()),
  ),
  'retail.reserve_minutes': minutes(
    'SM-4',
    'Minutes for which stock is kept while the shopper pays.',
    always(15, decided()),
  ),
};
