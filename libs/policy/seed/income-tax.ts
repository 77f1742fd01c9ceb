import { rupees } from '#platform/money';
import { bp, flag, paise, text } from '../src/domain/definition.js';
import { always, from, known, read } from './evidence.js';

/** Income tax withheld on sales. */
export const incomeTax = {
  'it.ecom_tds_bp': bp(
    'R-6.14',
    'Share of gross sales the platform withholds as income tax.',
    from('2020-10-01', 100, read('S42')),
    from('2024-10-01', 10, read('S42')),
  ),
  'it.ecom_no_pan_bp': bp(
    'R-6.14',
    'Share withheld when the seller has given no PAN.',
    from('2020-10-01', 500, known('S42')),
  ),
  'it.ecom_small_max': paise(
    'R-6.14',
    'Gross yearly sales up to which nothing is withheld from a resident individual who gave an identity number.',
    from('2020-10-01', rupees(5_00_000), known('S42')),
  ),
  'it.ecom_tds.on_b2g': flag(
    'R-6.14',
    'Whether the platform withholds when a public buyer pays the seller through its own rail.',
    always(false, known('S42')),
  ),
  'it.ecom_tds.section': text(
    'R-6.14',
    'Legal basis printed on certificates of withheld income tax.',
    from('2020-10-01', 'Income-tax Act 1961, section 194-O', read('S42')),
    from('2026-04-01', 'Income-tax Act 2025, section 393(1) Table Sl. 8(v)', read('S42')),
  ),
  'it.purchase_tds_bp': bp(
    'R-6.15',
    'Share a large buyer withholds on its purchases from one seller; for reports only.',
    from('2021-07-01', 10, known('S42')),
  ),
  'it.purchase_tds_above': paise(
    'R-6.15',
    'Yearly purchases from one seller above which a large buyer withholds.',
    from('2021-07-01', rupees(50_00_000), known('S42')),
  ),
  'it.purchase_tds_turnover_above': paise(
    'R-6.15',
    'Turnover above which a buyer is large in this sense.',
    from('2021-07-01', rupees(10_00_00_000), known('S42')),
  ),
};
