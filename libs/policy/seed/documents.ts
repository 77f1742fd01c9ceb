import { rupees } from '#platform/money';
import { count, days, flag, hours, json, paise, text } from '../src/domain/definition.js';
import { exemptGoods, roundOff } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** Invoices, e-invoices and e-way bills. */
export const documents = {
  'invoice.recipient_details_from': paise(
    'R-6.20',
    'Value from which an invoice names an unregistered recipient with address and State.',
    always(rupees(50_000), known()),
  ),
  'invoice.number_length_max': count('R-6.21', 'Most characters of an invoice number.', always(16, known())),
  'invoice.number_ignores_case': flag(
    'R-6.21',
    'Whether two invoice numbers that differ only in letter case are the same number.',
    always(false, read('S43')),
    from('2025-06-01', true, read('S43')),
  ),
  'invoice.round_off': json(
    roundOff,
    'R-6.24',
    'Smallest and largest optional line that rounds an invoice to whole rupees.',
    always({ least_paise: -50, most_paise: 49 }, known()),
  ),
  'einv.turnover': paise(
    'R-6.22',
    'Yearly turnover above which a supplier reports its business invoices to the invoice portal.',
    from('2020-10-01', rupees(500_00_00_000), known('S43')),
    from('2021-01-01', rupees(100_00_00_000), known('S43')),
    from('2021-04-01', rupees(50_00_00_000), known('S43')),
    from('2022-04-01', rupees(20_00_00_000), known('S43')),
    from('2022-10-01', rupees(10_00_00_000), known('S43')),
    from('2023-08-01', rupees(5_00_00_000), read('S43')),
  ),
  'einv.turnover_since': text(
    'R-6.22',
    'First financial year whose turnover counts for that.',
    from('2020-10-01', '2017-18', read('S43')),
  ),
  'einv.report_turnover': paise(
    'R-6.22',
    'Yearly turnover from which invoices are reported within a fixed time.',
    from('2025-04-01', rupees(10_00_00_000), read('S43')),
  ),
  'einv.report_days': days(
    'R-6.22',
    'Days after its date in which such a supplier reports an invoice.',
    from('2025-04-01', 30, read('S43')),
  ),
  'einv.cancel_hours': hours(
    'R-6.22',
    'Hours in which a reported invoice can be cancelled; afterwards a credit note is needed.',
    always(24, known()),
  ),
  'ewb.min_value': paise(
    'R-6.23',
    'Value of a consignment, tax included, above which it needs an e-way bill.',
    from('2018-04-01', rupees(50_000), read('S44')),
  ),
  'ewb.handicraft_any_value': flag(
    'R-6.23',
    'Whether handicraft goods sent to another State by an unregistered maker need an e-way bill at any value.',
    from('2018-04-01', true, read('S44')),
  ),
  'ewb.exempt_goods': json(
    exemptGoods,
    'R-6.23',
    'Goods, by the beginnings of their codes, that move without an e-way bill: jewellery, but not imitation jewellery.',
    from('2018-04-01', { hsn: ['71'], except: ['7117'] }, known('S44')),
  ),
  'ewb.alarm_hours': hours(
    'R-6.23',
    'Hours in which an e-way bill is made before maker and desk are told.',
    always(2, decided()),
  ),
  'ewb.refused_alarm_days': days(
    'R-6.23',
    'Days a refused e-way bill may lie before maker and desk are told again.',
    always(1, decided()),
  ),
  'ewb.km_per_day': count(
    'R-6.23',
    'Kilometres for which an e-way bill is valid for a day.',
    from('2018-04-01', 100, known('S44')),
    from('2021-01-01', 200, known('S44')),
  ),
  'ewb.km_per_day_oversize': count(
    'R-6.23',
    'Kilometres for a day when the cargo is over-dimensional.',
    from('2018-04-01', 20, known('S44')),
  ),
  'ewb.doc_age_days': days(
    'R-6.23',
    'Oldest document for which an e-way bill can be made.',
    from('2025-01-01', 180, read('S43')),
  ),
  'ewb.two_factor': flag(
    'R-6.23',
    'Whether signing in to the e-way bill portal needs a second factor.',
    from('2025-04-01', true, known('S43')),
  ),
  'ewb.needs_einv_turnover': paise(
    'R-6.23',
    'Yearly turnover from which an e-way bill for a business sale is reported to need an e-invoice first.',
    from('2025-12-15', rupees(5_00_00_000), known('S44b')),
  ),
  'ewb.expiry_alert_hours': hours(
    'SM-5',
    'Hours before its end when the carrier and the seller are warned of an expiring e-way bill.',
    always(8, known()),
  ),
};
