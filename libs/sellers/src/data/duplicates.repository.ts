import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { duplicateStates, traceKinds, type Trace } from '../domain/duplicate.js';
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
    for (const { kind, value } of traces) {
      const hash = this.keys.hmac('lookup', `sellers.trace.${kind}`, value);
      await tx.run(
        `insert into sellers.trace (seller_id, kind, value_hash, seen_at) values ($1, $2, $3, $4) on conflict do nothing`,
        [sellerId, kind, hash, tx.now],
      );
      const others = await tx.many(
        z.object({ id: z.uuid() }),
        `select s.id from sellers.trace t join sellers.seller s on s.id = t.seller_id
          where t.kind = $1 and t.value_hash = $2 and s.id <> $3 and s.applicant_id <> $4 and s.state <> 'lapsed'
          order by t.seen_at desc, s.id limit $5`,
        [kind, hash, sellerId, applicantId, others_max],
      );
      for (const other of others) {
        await tx.run(
          `insert into sellers.duplicate_flag (id, seller_id, other_id, kind, found_at) values ($1, $2, $3, $4, $5)
           on conflict (seller_id, other_id, kind) do nothing`,
          [newId(), sellerId, other.id, kind, tx.now],
        );
      }
    }
  }

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
