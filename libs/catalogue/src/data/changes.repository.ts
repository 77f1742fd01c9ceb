import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import { fail } from '../domain/listing.errors.js';
import { listingInput } from '../domain/listing-content.js';
import { ListingChangeEntity, type ChangeState } from './change.entity.js';

export const changeStates = ['waiting', 'approved', 'returned', 'withdrawn'] as const satisfies readonly ChangeState[];

const changeRow = z.object({
  id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  content: listingInput,
  priced: z.array(z.string()),
  fields: z.array(z.string()),
  state: z.enum(changeStates),
  proposed_at: z.date(),
  hide_at: z.date().nullable(),
  hidden_at: z.date().nullable(),
  due_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  above_desk_id: z.uuid().nullable(),
  decided_at: z.date().nullable(),
  answer: z.string().nullable(),
});
export type Change = z.infer<typeof changeRow>;
const columns = Object.keys(changeRow.shape)
  .map((name) => `c.${name}`)
  .join(', ');

const lineRow = changeRow.extend({
  title: z.string(),
  seller_name: z.string(),
  proposed_key: z.string(),
});
/** A change on a desk, with the goods as they are sold now. */
export type ChangeLine = z.infer<typeof lineRow>;
export const changeKey = z.tuple([z.string(), z.uuid()]);

/** On the caller's desk: hers, or one below that was silent too long. @rule S-42 */
const onDesk = `(c.desk_id = $1 or (c.above_desk_id = $1 and c.escalated_at is not null))`;
const lines = `
  select ${columns}, l.title, s.name as seller_name, c.proposed_at::text as proposed_key
    from catalogue.listing_change c join catalogue.listing l on l.id = c.listing_id
    join sellers.v_seller s on s.seller_id = c.seller_id`;

/** New versions of goods on sale. Read and written under the lock of their listing. */
@Injectable()
export class Changes {
  async add(
    tx: Tx,
    change: Pick<
      ListingChangeEntity,
      'listing_id' | 'seller_id' | 'content' | 'priced' | 'fields' | 'desk_id' | 'above_desk_id' | 'hide_at' | 'due_at'
    >,
  ): Promise<string> {
    const id = newId();
    await tx.insert(ListingChangeEntity, {
      ...change,
      id,
      state: 'waiting',
      proposed_at: tx.now,
      hidden_at: null,
      escalated_at: null,
      decided_at: null,
      decided_by: null,
      answer: null,
    });
    await tx.run(
      `insert into catalogue.change_image (change_id, media_id)
       select $1, id from catalogue.media where id = any($2::uuid[]) for key share`,
      [id, change.content.images.map((image) => image.mediaId)],
    );
    return id;
  }

  /** The one that waits for goods, whoever asks; null when none does. */
  waiting(tx: Tx, listingId: string): Promise<Change | null> {
    return seeingAll(tx, () =>
      tx.maybe(
        changeRow,
        `select ${columns} from catalogue.listing_change c where c.listing_id = $1 and c.state = 'waiting' for update`,
        [listingId],
      ),
    );
  }

  /** @throws change_waits (409) */
  async assertNoneWaits(tx: Tx, listingId: string): Promise<void> {
    if ((await this.waiting(tx, listingId)) !== null) throw fail('change_waits');
  }

  /** For the system, held. @throws change_unknown (404) */
  async lock(tx: Tx, id: string): Promise<Change> {
    const change = await tx.maybe(
      changeRow,
      `select ${columns} from catalogue.listing_change c where c.id = $1 for update`,
      [id],
    );
    if (!change) throw fail('change_unknown');
    return change;
  }

  /** Whose change it is, nothing held: the listing is locked first. @throws change_unknown (404) */
  async listingOf(tx: Tx, id: string): Promise<string> {
    const sql = `select listing_id from catalogue.listing_change where id = $1`;
    const row = await tx.maybe(z.object({ listing_id: z.uuid() }), sql, [id]);
    if (!row) throw fail('change_unknown');
    return row.listing_id;
  }

  /** One on the caller's desk. @throws change_unknown (404) @rule S-42 */
  async findOnDesk(tx: Tx, id: string): Promise<ChangeLine> {
    const change = await tx.maybe(lineRow, `${lines} where ${onDesk} and c.id = $2`, [tx.actor.organisationId, id]);
    if (!change) throw fail('change_unknown');
    return change;
  }

  /** The newest of goods of the caller's own. @throws change_unknown (404) @rule S-42 */
  async newestOwn(tx: Tx, listingId: string): Promise<ChangeLine> {
    const change = await tx.maybe(
      lineRow,
      `${lines} where c.seller_id = $1 and c.listing_id = $2 order by c.proposed_at desc, c.id desc limit 1`,
      [tx.actor.organisationId, listingId],
    );
    if (!change) throw fail('change_unknown');
    return change;
  }

  /** Changes that wait on the caller's desk, the longest waiting first. @rule S-42 */
  onDesk(tx: Tx, request: PageRequest<z.infer<typeof changeKey>>): Promise<ChangeLine[]> {
    const part = keyset(request, ['c.proposed_at', 'c.id'], 'asc', 2);
    return tx.many(
      lineRow,
      `${lines} where ${onDesk} and c.state = 'waiting' ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, ...part.values],
    );
  }

  /** It waits no longer; its pictures stand in the listing now, or nowhere. */
  async decide(tx: Tx, change: Change, state: Exclude<ChangeState, 'waiting'>, answer: string | null): Promise<void> {
    await seeingAll(tx, () =>
      tx.run(
        `update catalogue.listing_change
            set state = $2, decided_at = $3, decided_by = $4, answer = $5, hide_at = null, due_at = null where id = $1`,
        [change.id, state, tx.now, tx.actor.personId, answer],
      ),
    );
    await tx.run(`delete from catalogue.change_image where change_id = $1`, [change.id]);
  }

  /** Goods leave the shop: what waited for them is over. */
  async end(tx: Tx, listingId: string): Promise<void> {
    const change = await this.waiting(tx, listingId);
    if (change) await this.decide(tx, change, 'withdrawn', null);
  }

  async hide(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.listing_change set hidden_at = $2, hide_at = null where id = $1`, [id, tx.now]);
  }

  async escalate(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.listing_change set escalated_at = $2, due_at = null where id = $1`, [id, tx.now]);
  }

  /** Whose old version was for sale long enough, and whose decision is overdue, the longest first, for the sweeps. */
  async dueBy(tx: Tx, clock: 'hide_at' | 'due_at', limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.listing_change where ${clock} <= $1 order by ${clock} limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }
}
