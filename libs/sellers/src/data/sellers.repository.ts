import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import type { EarlierApplication } from '../domain/application.js';
import { sellerClasses } from '../domain/seller-class.js';
import { fail } from '../domain/seller.errors.js';
import { sellerStates, type SellerEvent, type SellerState } from '../domain/seller.states.js';
import { SellerEntity } from './seller.entity.js';

const sellerRow = z.object({
  id: z.uuid(),
  applicant_id: z.uuid(),
  class: z.enum(sellerClasses),
  name: z.string(),
  district_id: z.uuid(),
  state_code: z.string(),
  state: z.enum(sellerStates.names),
  state_since: z.date(),
  submission: z.number(),
  desk_id: z.uuid().nullable(),
  above_desk_id: z.uuid().nullable(),
  escalated_at: z.date().nullable(),
  due_at: z.date().nullable(),
  verified_at: z.date().nullable(),
  version: z.number(),
});
export type Seller = z.infer<typeof sellerRow>;

const columns = Object.keys(sellerRow.shape).join(', ');

/** Columns a step may change beside the state. */
export type SellerChange = Partial<
  Pick<
    SellerEntity,
    | 'submission'
    | 'desk_id'
    | 'above_desk_id'
    | 'escalated_at'
    | 'gst_status'
    | 'gstin'
    | 'manufacturer_key'
    | 'consent_notice'
    | 'consent_at'
    | 'verified_at'
  >
>;

/** Sellers as roots: every step locks one, moves it, and writes what happened. */
@Injectable()
export class Sellers {
  async add(tx: Tx, seller: Omit<SellerEntity, 'state' | 'state_since' | 'created_at' | 'submission' | 'version'>) {
    await tx.insert(SellerEntity, {
      ...seller,
      state: sellerStates.initial,
      state_since: tx.now,
      created_at: tx.now,
      submission: 0,
      version: 1,
    });
    await this.write(tx, seller.id, 'apply', null, sellerStates.initial, null);
  }

  /** The seller, held until the transaction ends, for the system's own work. @throws seller_unknown */
  lock(tx: Tx, id: string): Promise<Seller> {
    return this.find(tx, id, 'for update');
  }

  /**
   * The same for the applicant or the seller's own people: anybody else's is not there.
   * @throws seller_unknown
   * @rule S-42
   */
  async lockOwn(tx: Tx, id: string): Promise<Seller> {
    return whenOwn(tx, await this.lock(tx, id));
  }

  /** To look at, without holding it. @throws seller_unknown @rule S-42 */
  async findOwn(tx: Tx, id: string): Promise<Seller> {
    return whenOwn(tx, await this.find(tx, id));
  }

  /**
   * The same for the office on whose desk it lies, and for the one above once it was escalated; drafts lie on nobody's.
   * @throws seller_unknown
   * @rule S-42 SM-1
   */
  async lockOnDesk(tx: Tx, id: string): Promise<Seller> {
    return whenOnDesk(tx, await this.lock(tx, id));
  }

  /** To look at, without holding it. @throws seller_unknown @rule S-42 */
  async findOnDesk(tx: Tx, id: string): Promise<Seller> {
    return whenOnDesk(tx, await this.find(tx, id));
  }

  private async find(tx: Tx, id: string, hold: '' | 'for update' = ''): Promise<Seller> {
    const seller = await tx.maybe(sellerRow, `select ${columns} from sellers.seller where id = $1 ${hold}`, [id]);
    if (!seller) throw fail('seller_unknown');
    return seller;
  }

  /** Earlier applications of a person, newest first, held so that two new ones cannot start together. */
  ofApplicant(tx: Tx, personId: string): Promise<EarlierApplication[]> {
    return tx.many(
      sellerRow.pick({ id: true, state: true, state_since: true }),
      `select id, state, state_since from sellers.seller where applicant_id = $1 order by created_at desc for update`,
      [personId],
    );
  }

  /**
   * One step of SM-1: the state, its deadline, what else the step changes, and a line of history.
   * @param due_at  when the wait of the new state is over; null = never
   * @throws illegal_transition (409)
   */
  async move(
    tx: Tx,
    seller: Seller,
    event: SellerEvent,
    step: { due_at: Date | null; reason?: string; change?: SellerChange },
  ): Promise<SellerState> {
    const to = sellerStates.next(seller.state, event);
    await tx.manager
      .createQueryBuilder()
      .update(SellerEntity)
      .set({ ...step.change, state: to, state_since: tx.now, due_at: step.due_at, version: seller.version + 1 })
      .where('id = :id', { id: seller.id })
      .execute();
    await this.write(tx, seller.id, event, seller.state, to, step.reason ?? null);
    tx.audit({
      action: `sellers.${event}`,
      object: { kind: 'seller', id: seller.id },
      before: { state: seller.state },
      after: { state: to },
      reason: step.reason,
    });
    return to;
  }

  /** The wait is over and the desk above is told; the state stays. @rule SM-1 */
  async escalate(tx: Tx, seller: Seller): Promise<void> {
    await tx.run(`update sellers.seller set escalated_at = $2, due_at = null, version = version + 1 where id = $1`, [
      seller.id,
      tx.now,
    ]);
    await this.write(tx, seller.id, 'escalate', seller.state, seller.state, null);
  }

  /** Nothing is paid to the seller before; a later end of an earlier rest stays. @rule S-9 */
  async restPayouts(tx: Tx, sellerId: string, until: Date): Promise<void> {
    await tx.run(`update sellers.seller set payout_rests_until = greatest(payout_rests_until, $2) where id = $1`, [
      sellerId,
      until,
    ]);
  }

  /** The State's code in GST numbers. */
  async gstState(tx: Tx, seller: Seller): Promise<string> {
    const row = await tx.maybe(
      z.object({ gst_code: z.string() }),
      `select gst_code from odop.v_district where id = $1`,
      [seller.district_id],
    );
    assert(row, "a seller's district is in the register");
    return row.gst_code;
  }

  private async write(
    tx: Tx,
    sellerId: string,
    event: string,
    from: SellerState | null,
    to: SellerState,
    reason: string | null,
  ): Promise<void> {
    await tx.run(
      `insert into sellers.seller_history (seller_id, seq, event, from_state, to_state, person_id, organisation_id, actor,
                                           reason, at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
         from sellers.seller_history where seller_id = $1`,
      [sellerId, event, from, to, tx.actor.personId, tx.actor.organisationId, tx.actor.label, reason, tx.now],
    );
  }
}

function whenOwn(tx: Tx, seller: Seller): Seller {
  const { personId, organisationId } = tx.actor;
  if (seller.id !== organisationId && seller.applicant_id !== personId) throw fail('seller_unknown');
  return seller;
}

function whenOnDesk(tx: Tx, seller: Seller): Seller {
  const office = tx.actor.organisationId;
  const above = seller.escalated_at ? seller.above_desk_id : null;
  if (office === null || (office !== seller.desk_id && office !== above)) throw fail('seller_unknown');
  return seller;
}
