import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { daysAfter, hoursAfter } from '#platform/time';
import { PolicyQuery, stateScope } from '#policy';
import { totalOf, type DocumentLine } from '../domain/document.js';
import { MakeEWayBillJob } from '../domain/eway-bill.jobs.js';
import { ewayBillStates, type EWayBillEvent } from '../domain/eway-bill.states.js';
import { eWayBillFor, type Consignment } from '../domain/eway-need.js';
import { fail } from '../domain/tax.errors.js';
import { EWayBillEntity } from './eway-bill.entity.js';

const row = z.object({
  document_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(ewayBillStates.names),
  round: z.number(),
  asked_at: z.date().nullable(),
  refusal: z.string().nullable(),
  number: z.string().nullable(),
  state_since: z.date(),
});
export type EWayBill = z.infer<typeof row>;
/** What the move brings beside the state. */
type Brings = Partial<Pick<EWayBillEntity, 'refusal' | 'number' | 'made_at' | 'distance_km' | 'valid_days' | 'round'>>;
type Goods = Omit<Consignment, 'lines'> & { from_state: string };
type Paper = Goods & { id: string; seller_id: string; recipient_id: string };

/** Goods that may not move without an e-way bill. */
@Injectable()
export class EWayBills {
  constructor(private readonly policy: PolicyQuery) {}

  /** Notes that goods of a paper just issued need one, and has it made; nothing, if they need none. @rule */
  async begin(tx: Tx, paper: Paper, lines: readonly DocumentLine[]): Promise<void> {
    const why = this.whyOf(tx, paper, lines);
    if (why === null) return;
    await tx.insert(EWayBillEntity, {
      ...{ document_id: paper.id, seller_id: paper.seller_id, recipient_id: paper.recipient_id, why },
      ...{ state: ewayBillStates.initial, state_since: tx.now, alarmed_at: null, round: 0, asked_at: null },
      ...{ refusal: null, number: null, made_at: null, distance_km: null, valid_days: null },
    });
    await this.enqueue(tx, paper.id);
  }

  /** Why goods need one on this day; null: they need none. @rule */
  whyOf(tx: Tx, paper: Goods, lines: readonly DocumentLine[]): EWayBillEntity['why'] | null {
    const audience = paper.supply === 'intra' ? { state: stateScope(paper.from_state) } : {};
    return eWayBillFor(
      { ...paper, lines: lines.map((line) => ({ ...line, value_paise: totalOf(line) })) },
      {
        min_value_paise: this.policy.at('ewb.min_value', tx.now, audience),
        isAnyValueUnregistered: this.policy.at('ewb.handicraft_any_value', tx.now),
        exempt: this.policy.at('ewb.exempt_goods', tx.now),
      },
    );
  }

  /**
   * Has one that waits made, if it is of a registered invoice or of a paper that needs no registration: of a large maker's
   * invoice none is made before. @rule
   */
  async enqueue(tx: Tx, documentId: string): Promise<void> {
    const ready = await tx.maybe(
      z.object({ round: z.number() }),
      `select b.round from tax.eway_bill b left join tax.e_invoice e on e.document_id = b.document_id
        where b.document_id = $1 and b.state = 'waiting' and (e.state is null or e.state = 'registered')`,
      [documentId],
    );
    if (ready) tx.enqueue(MakeEWayBillJob, { documentId, round: ready.round });
  }

  /** Holds its row. @throws tax_eway_bill_not_needed (404), also for one that is not the caller's to see */
  async lock(tx: Tx, documentId: string): Promise<EWayBill> {
    const found = await tx.maybe(
      row,
      `select document_id, seller_id, state, round, asked_at, refusal, number, state_since
         from tax.eway_bill where document_id = $1 for update`,
      [documentId],
    );
    if (!found) throw fail('tax_eway_bill_not_needed');
    return found;
  }

  /** Papers of a cause whose goods have an e-way bill, or wait for one; in the order of their locks. */
  async ofCause(tx: Tx, { kind, id }: Cause): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select b.document_id as id from tax.eway_bill b join tax.document d on d.id = b.document_id
        where d.cause_kind = $1 and d.cause_id = $2 order by b.document_id`,
      [kind, id],
    );
    return rows.map((one) => one.id);
  }

  /** Whether goods of a cause may not move yet: they need one that is not made. @rule SM-5 */
  async isMissing(tx: Tx, { kind, id }: Cause): Promise<boolean> {
    const missing = await tx.run(
      `select 1 from tax.eway_bill b join tax.document d on d.id = b.document_id
        where d.cause_kind = $1 and d.cause_id = $2 and b.state <> 'made'`,
      [kind, id],
    );
    return missing > 0;
  }

  /**
   * The goods of a cause have left: from now on their e-way bill runs, until the end of the day so many after. Left already, it
   * stays as it is. @rule
   */
  async leave(tx: Tx, { kind, id }: Cause, at: Date): Promise<void> {
    const rows = await tx.many(
      z.object({ id: z.uuid(), valid_days: z.number() }),
      `select b.document_id as id, b.valid_days from tax.eway_bill b join tax.document d on d.id = b.document_id
        where d.cause_kind = $1 and d.cause_id = $2 and b.state = 'made' and b.expires_at is null for update of b`,
      [kind, id],
    );
    for (const bill of rows) {
      const sql = `update tax.eway_bill set expires_at = $2 where document_id = $1`;
      await tx.run(sql, [bill.id, daysAfter(at, bill.valid_days)]);
    }
  }

  /** They are no longer under way. */
  async end(tx: Tx, { kind, id }: Cause): Promise<void> {
    await tx.run(
      `update tax.eway_bill b set ended_at = $3 from tax.document d
        where d.id = b.document_id and d.cause_kind = $1 and d.cause_id = $2 and b.ended_at is null`,
      [kind, id, tx.now],
    );
  }

  /** Those that run out within so many hours, or have, while their goods are under way; the next one first. @rule SM-5 */
  async running(tx: Tx, hours: number, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select document_id as id from tax.eway_bill
        where expires_at <= $1 and ended_at is null and warned_at is null order by expires_at limit $2`,
      [hoursAfter(tx.now, hours), limit],
    );
    return rows.map((one) => one.id);
  }

  /** Takes one that runs out, that it is told once; null when its goods arrived meanwhile, or it was told. */
  async takeRunning(tx: Tx, documentId: string): Promise<{ number: string; expires_at: Date } | null> {
    return tx.maybe(
      z.object({ number: z.string(), expires_at: z.date() }),
      `update tax.eway_bill set warned_at = $2
        where document_id = $1 and expires_at is not null and ended_at is null and warned_at is null
       returning number, expires_at`,
      [documentId, tx.now],
    );
  }

  /** From now on the portal may have made it. */
  async noteAsked(tx: Tx, { document_id }: EWayBill): Promise<void> {
    await tx.run(`update tax.eway_bill set asked_at = coalesce(asked_at, $2) where document_id = $1`, [
      document_id,
      tx.now,
    ]);
  }

  /** @throws illegal_transition (409) */
  async move(tx: Tx, of: EWayBill, event: EWayBillEvent, brings: Brings = {}): Promise<void> {
    const state = ewayBillStates.next(of.state, event);
    await tx.run(
      `update tax.eway_bill
          set state = $2, state_since = $3, alarmed_at = null, refusal = $4, round = $5, number = coalesce($6, number),
              made_at = coalesce($7, made_at), distance_km = coalesce($8, distance_km), valid_days = coalesce($9, valid_days)
        where document_id = $1`,
      [
        ...[of.document_id, state, tx.now, brings.refusal ?? null, brings.round ?? of.round, brings.number ?? null],
        ...[brings.made_at ?? null, brings.distance_km ?? null, brings.valid_days ?? null],
      ],
    );
  }
}
