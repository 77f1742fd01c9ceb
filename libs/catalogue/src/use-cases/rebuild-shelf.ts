import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Shelf } from '../data/shelf/shelf.repository.js';
import { CountShelf } from './count-shelf.js';

const batch = 500;
const idRow = z.object({ id: z.uuid() });

@Injectable()
export class RebuildShelf {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shelf: Shelf,
    private readonly countShelf: CountShelf,
  ) {}

  /**
   * Makes the shelf anew from the catalogue while the shop is open: batch by batch each row is replaced where it stands, so
   * that at no moment goods are missing; what should not stand there is taken off. Cut short, it is simply run again.
   * @param tell  called with the number of listings gone over
   * @returns how many listings were gone over
   */
  async run(tell: (gone: number) => void = () => undefined): Promise<number> {
    let after: string | null = null;
    let gone = 0;
    for (;;) {
      const ids: string[] = await this.work.run(async (tx) => {
        const rows = await tx.many(
          idRow,
          `select l.id from catalogue.listing l
            where ($1::uuid is null or l.id > $1)
              and (l.state in ('live', 'out_of_stock') or exists (select from catalogue.shelf s where s.listing_id = l.id))
            order by l.id limit $2`,
          [after, batch],
        );
        const found = rows.map((row) => row.id);
        await this.shelf.put(tx, found);
        return found;
      });
      gone += ids.length;
      tell(gone);
      if (ids.length < batch) break;
      after = ids.at(-1)!;
    }
    await this.countShelf.run();
    return gone;
  }

  /**
   * Puts right what the news missed: goods that should stand on the shelf and do not, or the other way round; and what no
   * news tells, that a mark or a proof came to its last day. It compares states only, and changes nothing when all is well.
   * @returns how many were put right
   */
  async mend(): Promise<number> {
    let mended = 0;
    for (;;) {
      const put = await this.mendSome();
      mended += put;
      if (put < batch) return mended;
    }
  }

  private mendSome(): Promise<number> {
    return this.work.run(async (tx) => {
      const rows = await tx.many(
        idRow,
        `select coalesce(l.id, f.listing_id) as id
           from (select l.id from catalogue.listing l join sellers.v_seller s on s.seller_id = l.seller_id
                   left join odop.v_entry e on e.id = l.odop_entry_id
                  where l.state in ('live', 'out_of_stock') and s.is_selling
                    and not (s.hides_food and catalogue.is_food(l.hsn)) and not (s.hides_gi and coalesce(e.gi, false))
                    and exists (select from catalogue.offer o where o.listing_id = l.id and not o.is_withdrawn)) l
           full join catalogue.shelf f on f.listing_id = l.id
          where l.id is null or f.listing_id is null
             or f.stale_on <= (platform.now() at time zone 'Asia/Kolkata')::date
          limit $1`,
        [batch],
      );
      await this.shelf.put(
        tx,
        rows.map((row) => row.id),
      );
      return rows.length;
    });
  }
}
