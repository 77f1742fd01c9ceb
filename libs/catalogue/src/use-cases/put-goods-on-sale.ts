import { Injectable } from '@nestjs/common';
import { isProduction } from '#platform/config';
import { UnitOfWork } from '#platform/database';
import { GoodsInBulk, type GoodsToSell } from '../data/goods-in-bulk.js';
import { Shelf } from '../data/shelf/shelf.repository.js';

export type { GoodsToSell } from '../data/goods-in-bulk.js';

/** Goods written in one transaction. */
const batch = 200;

@Injectable()
export class PutGoodsOnSale {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goods: GoodsInBulk,
    private readonly shelf: Shelf,
  ) {}

  /** Which of these goods are not there yet. */
  missing(ids: readonly string[]): Promise<string[]> {
    return this.work.run((tx) => this.goods.missing(tx, ids));
  }

  /**
   * Puts goods of invented makers on sale, many at once, without an officer; never in production. Each is held against the
   * same checks as what a maker writes and submits. Those that are there already stay as they are, so that a run that was cut
   * short is simply run again. Who reads lists of them counts the shelf afterwards.
   * @param tell  called with how many there are so far
   * @returns how many are new
   * @throws what a draft and its submission throw, for the first that does not pass
   * @rule SM-3    
   */
  async run(wanted: readonly GoodsToSell[], tell: (there: number) => void = () => undefined): Promise<number> {
    if (isProduction()) throw new Error('Invented goods are not put on sale in production.');
    let made = 0;
    for (let from = 0; from < wanted.length; from += batch) {
      made += await this.some(wanted.slice(from, from + batch));
      tell(Math.min(from + batch, wanted.length));
    }
    return made;
  }

  private some(wanted: readonly GoodsToSell[]): Promise<number> {
    return this.work.run(async (tx) => {
      const missing = new Set(
        await this.goods.missing(
          tx,
          wanted.map((one) => one.id),
        ),
      );
      const fresh = wanted.filter((one) => missing.has(one.id));
      if (fresh.length === 0) return 0;
      await this.goods.write(tx, fresh);
      await this.shelf.put(
        tx,
        fresh.map((one) => one.id),
      );
      tx.audit({
        action: 'catalogue.demo',
        object: { kind: 'catalogue.demo', id: 'goods' },
        after: { goods: fresh.length },
      });
      return fresh.length;
    });
  }
}
