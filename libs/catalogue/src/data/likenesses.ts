import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { bandsOf, distanceOf, packed, unpacked, type Print } from '../domain/fingerprint.js';

/** Pictures looked at closely for one new one; more with a band in common is a motif of the whole trade. */
const candidates_max = 5_000;

const likenessRow = z.object({
  media_id: z.uuid(),
  distance: z.number(),
  listing_id: z.uuid(),
  title: z.string(),
  seller_id: z.uuid(),
  seller_name: z.string(),
  live_at: z.date(),
});
/** Goods of another maker that had such a picture before. */
export type Likeness = z.infer<typeof likenessRow>;

/** Pictures of other makers that look the same. @rule */
@Injectable()
export class Likenesses {
  /**
   * Notes what a maker's picture looks like, and every picture of another maker it looks like. Of two the later one is the
   * copy, whichever was painted first. One after another, so that of two that come together each is seen by the other.
   * @param media  a maker's; the platform's own are compared with nothing
   * @returns how many it looks like, or look like it
   */
  async note(tx: Tx, media: { id: string; seller_id: string }, prints: readonly Print[]): Promise<number> {
    if (prints.length === 0) return 0;
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.media_print', 0))`);
    const bands = bandsOf(prints);
    await tx.run(`insert into catalogue.media_print (media_id, prints, bands) values ($1, $2, $3)`, [
      media.id,
      packed(prints),
      bands,
    ]);
    const near = await tx.many(
      z.object({ id: z.uuid(), prints: z.instanceof(Buffer) }),
      `select p.media_id as id, p.prints from catalogue.media_print p join catalogue.media m on m.id = p.media_id
        where p.bands && $1::integer[] and m.seller_id <> $2 order by m.uploaded_at limit ${candidates_max}`,
      [bands, media.seller_id],
    );
    const alike = near.flatMap(({ id, prints: others }) => {
      const distance = distanceOf(prints, unpacked(others));
      return distance === null ? [] : [{ id, distance }];
    });
    return tx.run(
      `insert into catalogue.media_likeness (media_id, original_id, distance, found_at)
       select case when o.uploaded_at <= m.uploaded_at then m.id else o.id end,
              case when o.uploaded_at <= m.uploaded_at then o.id else m.id end, r.distance, $3
         from jsonb_to_recordset($2::jsonb) as r(id uuid, distance smallint)
         join catalogue.media m on m.id = $1
         join catalogue.media o on o.id = r.id
       on conflict do nothing`,
      [media.id, JSON.stringify(alike), tx.now],
    );
  }

  /**
   * For the desk: whose goods, on sale now or before, these look like by their pictures or by those of the version that waits.
   * The closest first.
   */
  ofListing(tx: Tx, listingId: string): Promise<Likeness[]> {
    return tx.many(
      likenessRow,
      `select mine.media_id, k.distance, l.id as listing_id, l.title, l.seller_id, s.name as seller_name, l.live_at
         from (select media_id from catalogue.listing_image where listing_id = $1
               union
               select i.media_id from catalogue.change_image i join catalogue.listing_change c on c.id = i.change_id
                where c.listing_id = $1 and c.state = 'waiting') mine
         join catalogue.media_likeness k on k.media_id = mine.media_id
         join catalogue.listing_image theirs on theirs.media_id = k.original_id
         join catalogue.listing l on l.id = theirs.listing_id and l.live_at is not null
         join sellers.v_seller s on s.seller_id = l.seller_id
        order by k.distance, l.live_at, l.id limit 20`,
      [listingId],
    );
  }
}
