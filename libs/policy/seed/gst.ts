import { rupees } from '#platform/money';
import { bp, count, days, flag, hours, json, paise } from '../src/domain/definition.js';
import { eInvoiceReport, gstSlabs, hsnDigits, turnoverWatch } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';
import { thresholdsByState } from './gst-thresholds.js';

/** Goods and services tax apart from the rate table: slabs, registration, collection and deduction at source. */
export const gst = {
  'gst.slabs': json(
    gstSlabs,
    'R-6.10',
    'Rates in which goods are taxed, and special rates beside them.',
    from('2017-07-01', { standard_bp: [0, 500, 1_200, 1_800, 2_800], special_bp: [300] }, known('S37')),
    from('2025-09-22', { standard_bp: [0, 500, 1_800, 4_000], special_bp: [300] }, read('S37')),
  ),
  'gst.platform_fee_bp': bp(
    'R-6.4',
    'Rate of tax on what the platform itself charges: commission, transaction and convenience fees.',
    from('2017-07-01', 1_800, known()),
  ),
  'gst.hsn_digits': json(
    hsnDigits,
    'R-4.27',
    'Digits of the goods code an invoice must show, by the turnover of the supplier.',
    always({ turnover_step_paise: rupees(5_00_00_000), upto_step_b2b: 4, above_step: 6 }, known()),
  ),
  'gst.composition_through_operator': flag(
    'R-6.6',
    'Whether a composition dealer may sell through the platform within its own State.',
    always(false, known('S38')),
    from('2023-10-01', true, known('S38')),
  ),
  'gst.unregistered_through_operator': flag(
    'R-6.7',
    'Whether an unregistered, enrolled maker may sell through the platform within its own State.',
    always(false, read('S38')),
    from('2023-10-01', true, read('S38')),
  ),
  'gst.registration_threshold': paise(
    'R-6.7',
    'Yearly turnover up to which a supplier of goods needs no registration; States may set their own.',
    from('2017-07-01', rupees(20_00_000), read('S38')),
    ...thresholdsByState,
  ),
  'gst.turnover_watch': json(
    turnoverWatch,
    'R-6.9',
    'Shares of the registration threshold at which a maker is warned and at which new orders stop.',
    always({ warn_bp: [8_000, 9_500], stop_bp: 10_000 }, decided()),
  ),
  'einvoice.threshold': paise(
    'R-6.22',
    'Yearly turnover above which invoices to registered businesses are registered with the government’s portal.',
    from('2020-10-01', rupees(500_00_00_000), read('S43')),
    from('2021-01-01', rupees(100_00_00_000), read('S43')),
    from('2021-04-01', rupees(50_00_00_000), known('S43')),
    from('2022-04-01', rupees(20_00_00_000), known('S43')),
    from('2022-10-01', rupees(10_00_00_000), known('S43')),
    from('2023-08-01', rupees(5_00_00_000), read('S43')),
  ),
  'einvoice.report': json(
    eInvoiceReport,
    'R-6.22',
    'From which turnover an invoice must be registered in so many days of its date.',
    always({ report_days: null, report_from_paise: rupees(100_00_00_000) }, read('S43')),
    from('2025-04-01', { report_days: 30, report_from_paise: rupees(10_00_00_000) }, read('S43')),
  ),
  'upi_qr.threshold': paise(
    'R-6.20',
    'Yearly turnover above which an invoice to a consumer bears a code to pay it with, unless it was paid before.',
    from('2020-12-01', rupees(500_00_00_000), known()),
  ),
  'einvoice.alarm_hours': hours(
    'R-6.22',
    'Hours after its issue in which an invoice is registered before maker and desk are told.',
    always(24, decided()),
  ),
  'einvoice.refused_alarm_days': days(
    'R-6.22',
    'Days a refused invoice may lie before maker and desk are told again.',
    always(3, decided()),
  ),
  'gst.tcs_bp': bp(
    'R-6.12',
    'Share of net taxable supplies the platform collects for the supplier.',
    from('2018-10-01', 100, read('S40')),
    from('2024-07-10', 50, read('S40')),
  ),
  'gst.tcs_due_day': count(
    'R-6.12',
    'Day of the next month by which collected tax is paid and reported.',
    from('2018-10-01', 10, known()),
  ),
  'gst.tds_bp': bp(
    'R-6.13',
    'Share a public body deducts when it pays for taxable goods.',
    from('2018-10-01', 200, read('S41')),
  ),
  'gst.tds_min': paise(
    'R-6.13',
    'Contract value, before tax, above which that deduction is made.',
    from('2018-10-01', rupees(2_50_000), read('S41')),
  ),
  'gst.tds_due_days': count(
    'R-6.13',
    'Days after the end of the month in which deducted tax is paid.',
    from('2018-10-01', 10, read('S41')),
  ),
};
