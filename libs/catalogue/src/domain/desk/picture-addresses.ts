import { addressFault } from '#platform/outgoing';
import { picturesColumn } from './columns.js';
import { shortened, type GoodsFault } from './faults.js';
import type { GoodsRows } from './rows.js';

/** So many pictures goods have at most. */
export const pictures_max = 12;

/** Where pictures of the goods are to be fetched from: addresses between blanks, each once. @rule S-21 */
export function pictureAddresses({ rows }: GoodsRows): { addresses: string[]; faults: GoodsFault[] } {
  const addresses = new Set<string>();
  const faults: GoodsFault[] = [];
  for (const { row, cells } of rows) {
    const column = picturesColumn;
    for (const address of (cells[picturesColumn] ?? '').split(/\s+/).filter((one) => one !== '')) {
      const why = addressFault(address);
      if (why !== null) faults.push({ row, column, code: 'address_unfit', value: shortened(address), facts: { why } });
      else addresses.add(address);
    }
  }
  if (addresses.size > pictures_max) faults.push(tooManyPictures({ rows }));
  return { addresses: [...addresses], faults };
}

export const tooManyPictures = ({ rows }: Pick<GoodsRows, 'rows'>): GoodsFault => ({
  ...{ row: rows[0]!.row, column: picturesColumn, code: 'list_too_long', value: null, facts: { bound: pictures_max } },
});
