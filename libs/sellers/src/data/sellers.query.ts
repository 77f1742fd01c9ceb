import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { assert } from '#platform/kernel';
import { SubjectKeys } from '#platform/crypto';
import { sellerClasses, type SellerClass } from '../domain/seller-class.js';
import { restrictions } from '../domain/paper-terms.rules.js';
import { sellerStates, standingOf, type SellerState, type Standing } from '../domain/seller.states.js';
import { fail } from '../domain/seller.errors.js';

const sellerFacts = z.object({
  seller_id: z.uuid(),
  name: z.string(),
  class: z.enum(sellerClasses),
  state: z.enum(sellerStates.names),
  district_id: z.uuid(),
  state_code: z.string(),
  pincode: z.string(),
  place: z.string(),
  gst_status: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']).nullable(),
  gstin: z.string().nullable(),
  manufacturer_key: z.string(),
  restricted_kinds: z.array(z.enum(restrictions)),
});
/** What other modules may know of a seller. */
export type SellerFacts = z.infer<typeof sellerFacts>;

const deskRow = z.object({
  id: z.uuid(),
  name: z.string(),
  class: z.enum(sellerClasses),
  state: z.enum(sellerStates.names),
  state_since: z.date(),
  since_key: z.string(),
  due_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  district_slug: z.string(),
  district_name: z.string(),
  place: z.string(),
  is_overdue: z.boolean(),
});
export type DeskRow = z.infer<typeof deskRow>;

export interface DeskFilter {
  state: SellerState;
  order?: 'waiting' | 'clock';
  /** Only those whose time is over, or only the others. */
  overdue?: boolean;
  /** Only those shown to the office above. */
  escalated?: boolean;
  class?: SellerClass;
}

/** When the clock of a row ends or ended; the same expression stands in the index seller_by_desk_and_clock. */
const clockOrder = 'coalesce(s.due_at, s.escalated_at, s.state_since)';

/** The sort key of the desk's list: the longest waiting first. */
export const deskKey = z.tuple([z.string(), z.uuid()]);

const ownRow = deskRow.pick({ id: true, name: true, class: true, state: true, state_since: true }).extend({
  version: z.number(),
});
export type OwnApplicationRow = z.infer<typeof ownRow>;

const addressRow = z.object({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  pincode: z.string(),
  state_code: z.string(),
  address_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
});

/** Where parcels of a seller are fetched, with her address opened. */
export interface PickupAddress {
  name: string;
  line: string;
  place: string;
  pincode: string;
  stateCode: string;
}

@Injectable()
export class SellersQuery {
  constructor(private readonly keys: SubjectKeys) {}

  /** @throws seller_unknown (404) */
  async byId(tx: Tx, sellerId: string): Promise<SellerFacts> {
    const found = await tx.maybe(
      sellerFacts,
      `select s.seller_id, s.name, s.class, s.state, s.district_id, s.state_code, s.pincode, s.place, s.gst_status, s.gstin,
              s.manufacturer_key, s.restricted_kinds
         from sellers.v_seller s where s.seller_id = $1`,
      [sellerId],
    );
    if (!found) throw fail('seller_unknown');
    return found;
  }

  /** What she may do now: list, sell, go on with what was sold; and which of her goods are hidden. @rule SM-1 */
  async standing(tx: Tx, sellerId: string): Promise<Standing> {
    const { state, restricted_kinds } = await this.byId(tx, sellerId);
    return standingOf(state, restricted_kinds);
  }

  /**
   * Applications in a state on the caller's desk; those of the desks below once they were escalated.
   * @param filter.order  `waiting`: the longest in this state first; `clock`: whose time ends first, or ended first
   * @rule S-42 SM-1
   */
  onDesk(tx: Tx, filter: DeskFilter, request: PageRequest<z.infer<typeof deskKey>>): Promise<DeskRow[]> {
    const sort = filter.order === 'clock' ? clockOrder : 's.state_since';
    const part = keyset(request, [sort, 's.id'], 'asc', 7);
    return tx.many(
      deskRow,
      `select s.id, s.name, s.class, s.state, s.state_since, (${sort})::text as since_key, s.due_at, s.escalated_at,
              s.escalated_at is not null or coalesce(s.due_at <= $3, false) as is_overdue,
              d.slug as district_slug, d.name as district_name, s.place
         from sellers.seller s join odop.v_district d on d.id = s.district_id
        where (s.desk_id = $1 or (s.above_desk_id = $1 and s.escalated_at is not null)) and s.state = $2
          and ($4::boolean is null or (s.escalated_at is not null or coalesce(s.due_at <= $3, false)) = $4)
          and ($5::text is null or s.class = $5)
          and ($6::boolean is null or (s.escalated_at is not null) = $6) ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [
        tx.actor.organisationId,
        filter.state,
        tx.now,
        filter.overdue ?? null,
        filter.class ?? null,
        filter.escalated ?? null,
        ...part.values,
      ],
    );
  }

  /** What the caller has applied for, newest first, and the shop she owns and acts for. @rule S-42 */
  ofApplicant(tx: Tx): Promise<OwnApplicationRow[]> {
    return tx.many(
      ownRow,
      `select id, name, class, state, state_since, version from sellers.seller where applicant_id = $1 or id = $2
        order by created_at desc limit 100`,
      [tx.actor.personId, tx.actor.roles.includes('maker_owner') ? tx.actor.organisationId : null],
    );
  }

  /** Sellers whose wait is over, the longest overdue first, for the sweep. @rule SM-1 */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from sellers.seller where due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Her address, opened: for the courier. @throws seller_unknown (404) */
  async pickupAddress(tx: Tx, sellerId: string): Promise<PickupAddress> {
    const row = await tx.maybe(
      addressRow,
      `select id, name, place, pincode, state_code, address_sealed from sellers.seller where id = $1`,
      [sellerId],
    );
    if (!row) throw fail('seller_unknown');
    const key = (await this.keys.existing(tx, [sellerId])).get(sellerId);
    const line = key?.open({ table: 'sellers.seller', column: 'address_sealed', row: sellerId }, row.address_sealed);
    assert(typeof line === 'string', 'the address of a seller who was not erased opens');
    return { name: row.name, line, place: row.place, pincode: row.pincode, stateCode: row.state_code };
  }
}
