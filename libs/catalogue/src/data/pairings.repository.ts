import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { fail } from '../domain/listing.errors.js';

const pairingRow = z.object({
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  maker_id: z.uuid(),
  paired_at: z.date(),
  ended_at: z.date().nullable(),
  ended_by: z.enum(['maker', 'reseller']).nullable(),
  reason: z.string().nullable(),
});
export type Pairing = z.infer<typeof pairingRow>;
const columns = Object.keys(pairingRow.shape)
  .map((name) => `p.${name}`)
  .join(', ');

const lineRow = pairingRow.extend({ title: z.string(), maker_name: z.string(), seller_name: z.string() });
/** A pairing with the names of the goods and of both sides. */
export type PairingLine = z.infer<typeof lineRow>;

const named = `catalogue.pairing p join catalogue.listing l on l.id = p.listing_id
  join sellers.v_seller m on m.seller_id = p.maker_id join sellers.v_seller s on s.seller_id = p.seller_id`;
const line = `${columns}, l.title, m.name as maker_name, s.name as seller_name`;

/** Who sells what another makes. Read by both sides, and written under the lock of the listing. @rule */
@Injectable()
export class Pairings {
  /** What the caller sells of others, the newest first. @rule S-42 */
  own(tx: Tx): Promise<PairingLine[]> {
    return tx.many(
      lineRow,
      `select ${line} from ${named} where p.seller_id = $1 order by p.paired_at desc, p.listing_id limit 200`,
      [tx.actor.organisationId],
    );
  }

  /** Who sells the caller's goods, the newest first. @throws listing_unknown (404) @rule S-42 */
  async ofListing(tx: Tx, listingId: string): Promise<PairingLine[]> {
    const isHers = `select from catalogue.listing where id = $1 and seller_id = $2`;
    if ((await tx.run(isHers, [listingId, tx.actor.organisationId])) === 0) throw fail('listing_unknown');
    return tx.many(
      lineRow,
      `select ${line} from ${named} where p.listing_id = $1 and p.maker_id = $2
        order by p.paired_at desc, p.seller_id limit 200`,
      [listingId, tx.actor.organisationId],
    );
  }

  async find(tx: Tx, listingId: string, sellerId: string): Promise<Pairing | null> {
    return tx.maybe(
      pairingRow,
      `select ${columns} from catalogue.pairing p where p.listing_id = $1 and p.seller_id = $2`,
      [listingId, sellerId],
    );
  }

  /** The caller's own, as reseller. @throws pairing_unknown (404) @rule S-42 */
  async findOwn(tx: Tx, listingId: string): Promise<PairingLine> {
    const found = await tx.maybe(lineRow, `select ${line} from ${named} where p.listing_id = $1 and p.seller_id = $2`, [
      listingId,
      tx.actor.organisationId,
    ]);
    if (!found) throw fail('pairing_unknown');
    return found;
  }

  /** Begins, or begins again. */
  async begin(tx: Tx, pairing: Pick<Pairing, 'listing_id' | 'seller_id' | 'maker_id'>): Promise<void> {
    await tx.run(
      `insert into catalogue.pairing (listing_id, seller_id, maker_id, paired_at) values ($1, $2, $3, $4)
       on conflict (listing_id, seller_id)
       do update set paired_at = excluded.paired_at, ended_at = null, ended_by = null, reason = null`,
      [pairing.listing_id, pairing.seller_id, pairing.maker_id, tx.now],
    );
  }

  /** Ends, with all its offers. */
  async end(tx: Tx, pairing: Pairing, by: 'maker' | 'reseller', reason: string | null): Promise<void> {
    await tx.run(
      `update catalogue.pairing set ended_at = $3, ended_by = $4, reason = $5 where listing_id = $1 and seller_id = $2`,
      [pairing.listing_id, pairing.seller_id, tx.now, by, reason],
    );
    await tx.run(
      `update catalogue.offer set is_withdrawn = true, version = version + 1
        where listing_id = $1 and seller_id = $2 and not is_withdrawn`,
      [pairing.listing_id, pairing.seller_id],
    );
  }
}
