import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { duplicateStates, saysSomething, traceKinds, type Trace, type TraceKind } from '../domain/duplicate.js';
import { sellerClasses } from '../domain/seller-class.js';
import { sellerStates } from '../domain/seller.states.js';
import { fail } from '../domain/seller.errors.js';

const flagRow = z.object({
  id: z.uuid(),
  kind: z.enum(traceKinds),
  state: z.enum(duplicateStates),
  found_at: z.date(),
  reason: z.string().nullable(),
  other_id: z.uuid(),
  other_name: z.string(),
  other_class: z.enum(sellerClasses),
  other_state: z.enum(sellerStates.names),
  other_district: z.string(),
});
/** Somebody a seller has something in common with: what, and who; never the value itself. */
export type DuplicateFlag = z.infer<typeof flagRow>;

/** Of one value, so many of the latest others are shown: beyond them one look says enough. */
const others_max = 20;

@Injectable()
export class Duplicates {
  constructor(private readonly keys: ServiceKeys) {}

  /**
   * Leaves a seller's traces and flags everybody else who left the same, but earlier attempts of the same applicant and
   * what lapsed. For the system's own work: the traces of others are behind the second wall.
   */
  async note(tx: Tx, sellerId: string, applicantId: string, traces: readonly Trace[]): Promise<void> {
    for (const trace of traces) await this.leave(tx, sellerId, trace);
    const left = await tx.many(
      z.object({ kind: z.enum(traceKinds), value_hash: z.custom<Buffer>((value) => Buffer.isBuffer(value)) }),
      `select kind, value_hash from sellers.trace
        where seller_id = $1 and (kind = 'device' or value_hash = any($2::bytea[])) order by kind, value_hash`,
      [sellerId, traces.map((trace) => this.hash(trace))],
    );
    for (const { kind, value_hash } of left) {
      const others = await tx.many(
        z.object({ id: z.uuid() }),
        `select s.id from sellers.trace t join sellers.seller s on s.id = t.seller_id
          where t.kind = $1 and t.value_hash = $2 and s.id <> $3 and s.applicant_id <> $4 and s.state <> 'lapsed'
          order by t.seen_at desc, s.id limit $5`,
        [kind, value_hash, sellerId, applicantId, others_max],
      );
      if (saysSomething(kind, others.length))
        await this.flag(
          tx,
          sellerId,
          kind,
          others.map(({ id }) => id),
        );
    }
  }

  /** From which device an application was handed in, the last one only; another's applications are compared later. @rule S-63 S-66 */
  leaveDevice(tx: Tx, sellerId: string, device: string): Promise<void> {
    return seeingAll(tx, async () => {
      await tx.run(`delete from sellers.trace where seller_id = $1 and kind = 'device'`, [sellerId]);
      await this.leave(tx, sellerId, { kind: 'device', value: device });
    });
  }

  /** @returns how many were forgotten */
  forgetDevices(tx: Tx, before: Date): Promise<number> {
    return tx.run(
      `delete from sellers.trace where (seller_id, kind, value_hash) in (
         select seller_id, kind, value_hash from sellers.trace where kind = 'device' and seen_at < $1
          order by seen_at limit 1000)`,
      [before],
    );
  }

  private async leave(tx: Tx, sellerId: string, trace: Trace): Promise<void> {
    await tx.run(
      `insert into sellers.trace (seller_id, kind, value_hash, seen_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [sellerId, trace.kind, this.hash(trace), tx.now],
    );
  }

  private async flag(tx: Tx, sellerId: string, kind: TraceKind, others: readonly string[]): Promise<void> {
    for (const other of others)
      await tx.run(
        `insert into sellers.duplicate_flag (id, seller_id, other_id, kind, found_at) values ($1, $2, $3, $4, $5)
         on conflict (seller_id, other_id, kind) do nothing`,
        [newId(), sellerId, other, kind, tx.now],
      );
  }

  private readonly hash = ({ kind, value }: Trace): Buffer => this.keys.hmac('lookup', `sellers.trace.${kind}`, value);

  /** What the desk is shown, the undecided first. */
  of(tx: Tx, sellerId: string): Promise<DuplicateFlag[]> {
    return tx.many(
      flagRow,
      `select f.id, f.kind, f.state, f.found_at, f.reason, o.id as other_id, o.name as other_name,
              o.class as other_class, o.state as other_state, d.name as other_district
         from sellers.duplicate_flag f
         join sellers.seller o on o.id = f.other_id join odop.v_district d on d.id = o.district_id
        where f.seller_id = $1 order by f.state <> 'open', f.found_at, f.id limit 100`,
      [sellerId],
    );
  }

  /** @throws duplicate_unknown (404), duplicate_decided (409) */
  async decide(
    tx: Tx,
    sellerId: string,
    flagId: string,
    decided: { state: 'cleared' | 'confirmed'; reason: string },
  ): Promise<void> {
    const flag = (await this.of(tx, sellerId)).find(({ id }) => id === flagId);
    if (!flag) throw fail('duplicate_unknown');
    const changed = await tx.run(
      `update sellers.duplicate_flag set state = $2, reason = $3, decided_by = $4, decided_at = $5
        where id = $1 and state = 'open'`,
      [flagId, decided.state, decided.reason, tx.actor.personId, tx.now],
    );
    if (changed !== 1) throw fail('duplicate_decided', { state: flag.state });
  }

  /** Nobody is verified a second time under another name. @throws duplicate_confirmed (409) */
  async assertNoneConfirmed(tx: Tx, sellerId: string): Promise<void> {
    if ((await this.of(tx, sellerId)).some(({ state }) => state === 'confirmed')) throw fail('duplicate_confirmed');
  }

  /** Of an application that came to nothing nothing stays. @rule S-66 */
  async forget(tx: Tx, sellerId: string): Promise<void> {
    await tx.run(`delete from sellers.duplicate_flag where seller_id = $1 or other_id = $1`, [sellerId]);
    await tx.run(`delete from sellers.trace where seller_id = $1`, [sellerId]);
  }
}
