import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Shelf } from '../data/shelf/shelf.repository.js';
import { ShelveMakerJob } from '../domain/shelf/shelf.jobs.js';

/** Goods put on the shelf in one transaction. */
const batch = 200;

@Injectable()
export class ShelveGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shelf: Shelf,
  ) {}

  /** Shows a listing in lists and searches as it is now, or not at all. Twice told is once done. @rule SM-3 */
  run(listingId: string): Promise<void> {
    return this.work.run((tx) => this.shelf.put(tx, [listingId]));
  }

  /**
   * A maker began or ceased to sell, or changed: her goods follow. Those of one who does not sell are gone at once, however
   * many they are; the others are gone over in batches. What she sells of others stays, without her.
   * @rule SM-1
   */
  ofMaker(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      if (await this.shelf.hideUnlessSelling(tx, sellerId)) await this.goOn(tx, sellerId, null, newId());
      const paired = await this.shelf.pairedBy(tx, sellerId);
      for (let i = 0; i < paired.length; i += batch) await this.shelf.put(tx, paired.slice(i, i + batch));
    });
  }

  /** The next batch of a maker's goods. */
  next(payload: { sellerId: string; after: string | null; turn: string }): Promise<void> {
    return this.work.run((tx) => this.goOn(tx, payload.sellerId, payload.after, payload.turn));
  }

  /** An ODOP product has another name or standing: all goods under it follow, maker by maker. @rule */
  ofEntry(entryId: string): Promise<void> {
    return this.ofMakersWho(`odop_entry_id = $1`, entryId);
  }

  /** A district is called otherwise, or its makers belong to another. @rule */
  ofDistrict(districtId: string): Promise<void> {
    return this.ofMakersWho(`district_id = $1`, districtId);
  }

  /** A category has another name or stands elsewhere: all goods in it and below follow, maker by maker. @rule */
  ofCategory(categoryId: string): Promise<void> {
    return this.ofMakersWho(
      `category_id in (with recursive down as (
         select category_id from catalogue.v_category where category_id = $1
         union select c.category_id from catalogue.v_category c join down on c.parent_id = down.category_id)
         select category_id from down)`,
      categoryId,
    );
  }

  private ofMakersWho(condition: string, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const makers = await tx.many(
        z.object({ seller_id: z.uuid() }),
        `select distinct seller_id from catalogue.listing where state in ('live', 'out_of_stock') and ${condition}`,
        [id],
      );
      const turn = newId();
      for (const maker of makers) tx.enqueue(ShelveMakerJob, { sellerId: maker.seller_id, after: null, turn });
    });
  }

  private async goOn(tx: Tx, sellerId: string, after: string | null, turn: string): Promise<void> {
    const ids = await this.shelf.ofMaker(tx, sellerId, after, batch);
    await this.shelf.put(tx, ids);
    if (ids.length === batch) tx.enqueue(ShelveMakerJob, { sellerId, after: ids.at(-1)!, turn });
  }
}
