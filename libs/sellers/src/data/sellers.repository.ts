import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { assertNotOwn } from '../domain/approval.js';
import type { EarlierApplication } from '../domain/application.js';
import type { AskedPaper } from '../domain/corrections.js';
import { grievanceOfficer, type GrievanceOfficer } from '../domain/grievance-officer.js';
import { restrictions } from '../domain/paper-terms.rules.js';
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
  restricted_kinds: z.array(z.enum(restrictions)),
  watch_at: z.date().nullable(),
  grievance_officer: grievanceOfficer.nullable(),
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
    | 'restricted_kinds'
    | 'watch_at'
  >
>;

/** Sellers as roots: every step locks one, moves it, and writes what happened. */
@Injectable()
export class Sellers {
  async add(
    tx: Tx,
    seller: Omit<
      SellerEntity,
      'state' | 'state_since' | 'created_at' | 'submission' | 'version' | 'restricted_kinds' | 'watch_at'
    >,
  ) {
    await tx.insert(SellerEntity, {
      ...seller,
      restricted_kinds: [],
      watch_at: null,
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
   * The same for the applicant or an owner of the shop, or who acts for her: papers, members and money are theirs. For
   * their colleagues it is there no more than for strangers.
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
   * The same for everybody who works in the shop: what each may do there her role has said before.
   * @throws seller_unknown
   * @rule S-42
   */
  async lockOfShop(tx: Tx, id: string): Promise<Seller> {
    return whenOfShop(tx, await this.lock(tx, id));
  }

  /** Who answers in a shop for complaints from now on. */
  async nameOfficer(tx: Tx, id: string, officer: GrievanceOfficer): Promise<void> {
    const sql = `update sellers.seller set grievance_officer = $2, version = version + 1 where id = $1`;
    await tx.run(sql, [id, JSON.stringify(officer)]);
  }

  /** To look at, without holding it. @throws seller_unknown @rule S-42 */
  async findOfShop(tx: Tx, id: string): Promise<Seller> {
    return whenOfShop(tx, await this.find(tx, id));
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

  /** To look at, whoever asks: the caller has been checked. @throws seller_unknown */
  async find(tx: Tx, id: string, hold: '' | 'for update' = ''): Promise<Seller> {
    const seller = await tx.maybe(sellerRow, `select ${columns} from sellers.seller where id = $1 ${hold}`, [id]);
    if (!seller) throw fail('seller_unknown');
    return seller;
  }

  /**
   * Nobody decides on her own shop: who applied for it does not, nor who belongs to it now. Memberships are read as
   * herself.
   * @throws own_application (403)
   * @rule S-28
   */
  async assertNotOwn(tx: Tx, seller: Seller): Promise<void> {
    assertNotOwn(seller.applicant_id, tx.actor.personId);
    const sql = `select 1 from identity.v_membership where person_id = $1 and organisation_id = $2`;
    if ((await tx.run(sql, [tx.actor.personId, seller.id])) > 0) throw fail('own_application');
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
   * Whoever leaves `restricted` hides nothing any more, and whoever came to an end is watched no more.
   * @param due_at  when the wait of the new state is over; null = never
   * @param asks  papers a correction is asked for
   * @throws illegal_transition (409)
   */
  async move(
    tx: Tx,
    seller: Seller,
    event: SellerEvent,
    step: { due_at: Date | null; reason?: string; change?: SellerChange; asks?: readonly AskedPaper[] },
  ): Promise<SellerState> {
    const to = sellerStates.next(seller.state, event);
    await tx.manager
      .createQueryBuilder()
      .update(SellerEntity)
      .set({
        ...(seller.state === 'restricted' ? { restricted_kinds: [] } : {}),
        ...step.change,
        ...(sellerStates.isFinal(to) ? { watch_at: null } : {}),
        state: to,
        state_since: tx.now,
        due_at: step.due_at,
        version: seller.version + 1,
      })
      .where('id = :id', { id: seller.id })
      .execute();
    await this.write(tx, seller.id, event, seller.state, to, step.reason ?? null, step.asks);
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

  /** Something happened that leaves the state as it is: its columns, and a line of history. */
  async note(tx: Tx, seller: Seller, event: string, change: SellerChange & { due_at?: Date | null }): Promise<void> {
    await this.keep(tx, seller.id, { ...change, version: seller.version + 1 });
    await this.write(tx, seller.id, event, seller.state, seller.state, null);
  }

  /** When her papers are looked at next. */
  watch(tx: Tx, sellerId: string, watch_at: Date | null): Promise<void> {
    return this.keep(tx, sellerId, { watch_at });
  }

  private async keep(tx: Tx, id: string, change: Partial<SellerEntity>): Promise<void> {
    await tx.manager.createQueryBuilder().update(SellerEntity).set(change).where('id = :id', { id }).execute();
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
    asks?: readonly AskedPaper[],
  ): Promise<void> {
    await tx.run(
      `insert into sellers.seller_history (seller_id, seq, event, from_state, to_state, person_id, organisation_id, actor,
                                           reason, at, asks)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb
         from sellers.seller_history where seller_id = $1`,
      [
        sellerId,
        event,
        from,
        to,
        tx.actor.personId,
        tx.actor.organisationId,
        tx.actor.label,
        reason,
        tx.now,
        asks === undefined ? null : JSON.stringify(asks),
      ],
    );
  }
}

function whenOwn(tx: Tx, seller: Seller): Seller {
  const { personId, organisationId, roles } = tx.actor;
  const isOwner = seller.id === organisationId && roles.includes('maker_owner');
  if (!isOwner && seller.applicant_id !== personId) throw fail('seller_unknown');
  return seller;
}

function whenOfShop(tx: Tx, seller: Seller): Seller {
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
