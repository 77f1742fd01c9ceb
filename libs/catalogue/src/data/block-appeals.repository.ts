import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { fail } from '../domain/listing.errors.js';
import { BlockAppealEntity } from './report.entity.js';

const appealRow = z.object({
  id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  words: z.string(),
  made_at: z.date(),
  decided_at: z.date().nullable(),
});
export type BlockAppeal = z.infer<typeof appealRow>;
const columns = Object.keys(appealRow.shape)
  .map((name) => `a.${name}`)
  .join(', ');

const lineRow = appealRow.extend({ title: z.string(), seller_name: z.string(), block_reason: z.string().nullable() });
/** An appeal on a desk, with the goods and what the block says. */
export type BlockAppealLine = z.infer<typeof lineRow>;

/** Makers' words against blocks of their goods. Read and written under the lock of the listing. */
@Injectable()
export class BlockAppeals {
  async add(tx: Tx, appeal: Pick<BlockAppealEntity, 'listing_id' | 'seller_id' | 'desk_id' | 'words'>): Promise<void> {
    await tx.insert(BlockAppealEntity, {
      ...appeal,
      id: newId(),
      made_at: tx.now,
      decided_at: null,
      decided_by: null,
      is_allowed: null,
      reason: null,
    });
  }

  /** How many were made against the block that began then. */
  async madeSince(tx: Tx, listingId: string, blockedAt: Date): Promise<number> {
    const row = await tx.maybe(
      z.object({ made: z.number() }),
      `select count(*)::integer as made from catalogue.block_appeal where listing_id = $1 and made_at >= $2`,
      [listingId, blockedAt],
    );
    return row?.made ?? 0;
  }

  /** One on the desk of the caller's office. @throws block_appeal_unknown (404) @rule S-42 */
  async findOnDesk(tx: Tx, id: string): Promise<BlockAppeal> {
    const appeal = await tx.maybe(
      appealRow,
      `select ${columns} from catalogue.block_appeal a where a.id = $1 and a.desk_id = $2`,
      [id, tx.actor.organisationId],
    );
    if (!appeal) throw fail('block_appeal_unknown');
    return appeal;
  }

  async decide(tx: Tx, id: string, isAllowed: boolean, reason: string): Promise<void> {
    await tx.run(
      `update catalogue.block_appeal set decided_at = $2, decided_by = $3, is_allowed = $4, reason = $5 where id = $1`,
      [id, tx.now, tx.actor.personId, isAllowed, reason],
    );
  }

  /** Appeals that wait for the caller's office, the oldest first. @rule S-42 */
  onDesk(tx: Tx): Promise<BlockAppealLine[]> {
    return seeingAll(tx, () =>
      tx.many(
        lineRow,
        `select ${columns}, l.title, s.name as seller_name,
                (select h.reason from catalogue.listing_history h
                  where h.listing_id = l.id and h.event = 'block' order by h.seq desc limit 1) as block_reason
           from catalogue.block_appeal a join catalogue.listing l on l.id = a.listing_id
           join sellers.v_seller s on s.seller_id = a.seller_id
          where a.desk_id = $1 and a.decided_at is null order by a.made_at, a.id limit 100`,
        [tx.actor.organisationId],
      ),
    );
  }
}
