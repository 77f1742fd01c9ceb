import { shortened, type GoodsFault } from './faults.js';
import type { GoodsRows } from './rows.js';

/** What the rows before have named, so that nothing is named twice in a sheet. @rule S-60 */
export class Seen {
  private readonly skus = new Map<string, number>();
  private readonly goods = new Map<string, number>();

  /** Remembers goods. @returns what of them was named before */
  note({ goods, rows }: GoodsRows): GoodsFault[] {
    const faults: GoodsFault[] = [];
    const first = rows[0]!.row;
    const before = goods === null ? undefined : this.goods.get(goods);
    if (before !== undefined)
      faults.push({ row: first, column: 'goods', code: 'goods_apart', value: goods, facts: { row: before } });
    else if (goods !== null) this.goods.set(goods, first);
    for (const { row, cells } of rows) {
      const sku = cells['sku'] ?? '';
      if (sku === '') continue;
      const other = this.skus.get(sku);
      if (other === undefined) this.skus.set(sku, row);
      else faults.push({ row, column: 'sku', code: 'sku_twice', value: shortened(sku), facts: { row: other } });
    }
    return faults;
  }
}
