import { bp, count, hours, json, minutes } from '../src/domain/definition.js';
import { bpRange, countRange } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** The reverse auction: who enters, how long it runs, by how much prices fall. */
export const auctions = {
  'ra.all_enter_upto': count(
    'R-2.31',
    'Up to this many qualified bidders nobody is left out of the auction.',
    always(3, known('S18', 'S19')),
  ),
  'ra.lowest_share_bp': bp(
    'R-2.31',
    'Share of the qualified bidders, cheapest first and rounded up, who enter under the lower-half rule.',
    always(5_000, known('S18')),
  ),
  'ra.entry.mse_band_bp': bp(
    'R-2.31',
    'A small maker within this band above the lowest price enters although the rule would leave it out.',
    always(1_500, known('S18')),
  ),
  'ra.entry.class1_band_bp': bp(
    'R-2.31',
    'A Class-I local supplier within this band above the lowest price enters although the rule would leave it out.',
    always(2_000, known('S18')),
  ),
  'ra.notice_hours': hours(
    'R-2.33',
    'Hours between the opening of prices and the start of the auction.',
    from('2025-09-01', 24, read('S61')),
  ),
  'ra.duration_min': minutes(
    'R-2.33',
    'Minutes an auction runs unless the buyer sets another length.',
    always(180, decided()),
  ),
  'ra.duration_range_min': json(
    countRange,
    'R-2.33',
    'Shortest and longest auction in minutes.',
    always({ least: 60, most: 4_320 }, decided()),
  ),
  'ra.min_decrement_bp': bp(
    'R-2.34',
    'Share of the current best price by which a new price must at least be lower.',
    always(50, known()),
  ),
  'ra.min_decrement_range': json(
    bpRange,
    'R-2.34',
    'Range in which a buyer may set the least step of an auction.',
    always({ least_bp: 10, most_bp: 500 }, known()),
  ),
  'ra.max_decrement_bp': bp(
    'R-2.34',
    'A price lower than the best by more than this share needs a second confirmation, to catch typing errors.',
    always(1_000, decided()),
  ),
  'ra.ext_trigger_min': minutes(
    'R-2.35',
    'A price accepted in these last minutes prolongs the auction.',
    always(15, known()),
  ),
  'ra.ext_by_min': minutes('R-2.35', 'Minutes from that price to the new end of the auction.', always(15, known())),
  'ra.max_extensions': count('R-2.35', 'Times an auction may be prolonged.', always(20, decided())),
};
