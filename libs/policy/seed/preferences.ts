import { rupees } from '#platform/money';
import { bp, count, flag, hours, months, paise } from '../src/domain/definition.js';
import { always, decided, from, known, read } from './evidence.js';

/** Preferences in public purchasing: small enterprises, local content, handloom, land border. */
export const preferences = {
  'mse.target': bp(
    'R-5.1',
    'Share of its yearly purchases a buyer should make from micro and small enterprises.',
    from('2012-04-01', 2_000, read('S30')),
    from('2018-11-01', 2_500, read('S30')),
  ),
  'mse.target_scst': bp(
    'R-5.1',
    'Part of the yearly purchases meant for enterprises owned by members of Scheduled Castes and Tribes.',
    from('2012-04-01', 400, read('S30')),
  ),
  'mse.target_women': bp(
    'R-5.1',
    'Part of the yearly purchases meant for enterprises owned by women.',
    from('2018-11-01', 300, read('S30')),
  ),
  'mse.reserved_items': count(
    'R-5.1',
    'Items that may be bought from micro and small enterprises only.',
    from('2012-04-01', 358, read('S30')),
  ),
  'mse.band': bp(
    'R-5.2',
    'Band above the lowest price in which small makers may match it.',
    from('2012-04-01', 1_500, read('S30', 'S15')),
  ),
  'mse.share': bp(
    'R-5.2',
    'Least share of the quantity that goes to matching small makers.',
    from('2012-04-01', 2_000, read('S30')),
    from('2018-11-01', 2_500, read('S30', 'S15')),
  ),
  'mii.class1': bp('R-5.4', 'Local content from which a supplier is Class-I.', from('2020-06-04', 5_000, read('S31'))),
  'mii.class2': bp(
    'R-5.4',
    'Local content from which a supplier is Class-II; below it a supplier is not local.',
    from('2020-06-04', 2_000, read('S31')),
  ),
  'mii.band': bp(
    'R-5.4',
    'Band above the lowest price in which Class-I suppliers may match it.',
    from('2020-09-16', 2_000, read('S31')),
  ),
  'mii.share': bp(
    'R-5.5',
    'Share of a divisible quantity for which Class-I suppliers may match.',
    from('2020-09-16', 5_000, read('S31')),
  ),
  'mii.min_value': paise(
    'R-5.4',
    'Purchases below this value are outside the local-content order.',
    from('2020-09-16', rupees(5_00_000), known('S31')),
  ),
  'mii.global_tender_min': paise(
    'R-5.4',
    'No global tender is made below this value.',
    from('2020-09-16', rupees(200_00_00_000), known('S31')),
  ),
  'mii.audit_above': paise(
    'R-5.6',
    'Value above which an accountant certifies the local content instead of the supplier.',
    from('2020-09-16', rupees(10_00_00_000), read('S15')),
  ),
  'mii.false_claim_months': months(
    'R-5.6',
    'Longest debarment for a false claim of local content.',
    from('2020-09-16', 24, known()),
  ),
  'mii.handmade_default_bp': bp(
    'R-5.6',
    'Local content assumed for handmade district products of verified makers unless they declare imported inputs.',
    always(10_000, decided()),
  ),
  'khadi.reserved': flag(
    'R-5.8',
    'Whether hand-spun, hand-woven cloth is reserved for purchase from the Khadi Commission.',
    always(true, read('S33')),
  ),
  'handloom.min_pct': bp(
    'R-5.8',
    'Least share of the textiles bought by central departments that comes from handloom.',
    from('2020-02-17', 2_000, read('S33')),
  ),
  'land_border.registration_months': months(
    'R-5.8',
    'Months for which the registration of a bidder from a country with a common land border is valid.',
    from('2020-07-23', 12, read('S34')),
  ),
  'match.hours': hours(
    'R-5.9',
    'Hours an invitation to match the lowest price stays open; silence is a no.',
    always(48, decided()),
  ),
};
