import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { measureKinds, outcomes, severities, type Outcome } from '../domain/conduct.rules.js';
import { AppealEntity, MeasureEntity } from './conduct.entity.js';

const measureRow = z.object({
  id: z.uuid(),
  kind: z.enum(measureKinds),
  severity: z.enum(severities).nullable(),
  occurrence: z.number(),
  incident: z.string(),
  reason: z.string(),
  decided_by: z.uuid().nullable(),
  decided_at: z.date(),
  until: z.date().nullable(),
  ended_at: z.date().nullable(),
  outcome: z.enum(outcomes).nullable(),
  end_reason: z.string().nullable(),
});
export type Measure = z.infer<typeof measureRow>;
const measureColumns = Object.keys(measureRow.shape).join(', ');

const appealRow = z.object({
  id: z.uuid(),
  seller_id: z.uuid(),
  measure_id: z.uuid(),
  words: z.string(),
  made_at: z.date(),
  decided_at: z.date().nullable(),
  is_allowed: z.boolean().nullable(),
  reason: z.string().nullable(),
});
export type Appeal = z.infer<typeof appealRow>;
const appealColumns = Object.keys(appealRow.shape).join(', ');

/** Measures against sellers, and the appeals against them. Read and written under the lock of their seller. */
@Injectable()
export class Measures {
  /** Every measure against a seller, newest first. */
  of(tx: Tx, sellerId: string): Promise<Measure[]> {
    return tx.many(
      measureRow,
      `select ${measureColumns} from sellers.measure where seller_id = $1 order by decided_at desc, id desc limit 100`,
      [sellerId],
    );
  }

  /** The one that holds now; null when none does. */
  current(tx: Tx, sellerId: string): Promise<Measure | null> {
    return tx.maybe(
      measureRow,
      `select ${measureColumns} from sellers.measure where seller_id = $1 and ended_at is null`,
      [sellerId],
    );
  }

  async add(
    tx: Tx,
    measure: Pick<MeasureEntity, 'seller_id' | 'kind' | 'severity' | 'occurrence' | 'incident' | 'reason' | 'until'>,
  ): Promise<void> {
    const isOver = measure.kind === 'warning';
    await tx.insert(MeasureEntity, {
      ...measure,
      id: newId(),
      decided_by: tx.actor.personId,
      decided_at: tx.now,
      ended_at: isOver ? tx.now : null,
      outcome: isOver ? 'over' : null,
      end_reason: null,
    });
  }

  /** Ends the measure that holds now, if any. */
  async end(tx: Tx, sellerId: string, outcome: Outcome, reason: string | null): Promise<void> {
    await tx.run(
      `update sellers.measure set ended_at = $2, outcome = $3, end_reason = $4 where seller_id = $1 and ended_at is null`,
      [sellerId, tx.now, outcome, reason],
    );
  }

  /** An appeal was allowed: the measure counts for nothing, also when its time was over already. @rule */
  async annul(tx: Tx, measureId: string, reason: string): Promise<void> {
    await tx.run(
      `update sellers.measure set ended_at = coalesce(ended_at, $2), outcome = 'appeal', end_reason = $3 where id = $1`,
      [measureId, tx.now, reason],
    );
  }

  /** Appeals of a seller, newest first. */
  appeals(tx: Tx, sellerId: string): Promise<Appeal[]> {
    return tx.many(
      appealRow,
      `select ${appealColumns} from sellers.appeal where seller_id = $1 order by made_at desc, id desc limit 100`,
      [sellerId],
    );
  }

  /** One that lies on an office's desk. */
  appealOn(tx: Tx, deskId: string | null, id: string): Promise<Appeal | null> {
    return tx.maybe(
      appealRow,
      `select ${appealColumns} from sellers.appeal where id = $1 and desk_id = $2 for update`,
      [id, deskId],
    );
  }

  async addAppeal(tx: Tx, appeal: Pick<AppealEntity, 'seller_id' | 'measure_id' | 'desk_id' | 'words'>): Promise<void> {
    await tx.insert(AppealEntity, {
      ...appeal,
      id: newId(),
      made_at: tx.now,
      decided_at: null,
      decided_by: null,
      is_allowed: null,
      reason: null,
    });
  }

  async decideAppeal(tx: Tx, id: string, isAllowed: boolean, reason: string): Promise<void> {
    await tx.run(
      `update sellers.appeal set decided_at = $2, decided_by = $3, is_allowed = $4, reason = $5 where id = $1`,
      [id, tx.now, tx.actor.personId, isAllowed, reason],
    );
  }
}
