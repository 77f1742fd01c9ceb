import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys, type Place } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { evidenceInput, type Evidence } from '../domain/evidence.js';
import { renewableKinds, type RenewableKind, type TermedPaper } from '../domain/paper-terms.rules.js';
import type { ReadEvidence } from '../domain/read-evidence.js';
import { RenewalEntity } from './conduct.entity.js';

const renewalRow = z.object({
  id: z.uuid(),
  kind: z.enum(renewableKinds),
  hint: z.string(),
  valid_to: z.string(),
  state: z.enum(['waiting', 'accepted', 'refused']),
  reason: z.string().nullable(),
  given_at: z.date(),
  decided_at: z.date().nullable(),
});
export type Renewal = z.infer<typeof renewalRow>;

const sealedRow = renewalRow.extend({
  value_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
});
const columns = `id, kind, hint, valid_to::text, state, reason, given_at, decided_at`;
const placeOf = (id: string): Place => ({ table: 'sellers.renewal', column: 'value_sealed', row: id });

/** Papers handed in anew, and the days on which those in force end. */
@Injectable()
export class Renewals {
  constructor(private readonly keys: SubjectKeys) {}

  /** The papers in force that end on a day, whoever asks: the rule counts for all. @rule SM-1 */
  terms(tx: Tx, sellerId: string): Promise<TermedPaper[]> {
    return seeingAll(tx, () =>
      tx.many(
        z.object({ kind: z.enum(renewableKinds), valid_to: z.string() }),
        `select kind, valid_to::text from sellers.evidence
          where seller_id = $1 and replaced_at is null and valid_to is not null and kind = any($2)
          order by kind`,
        [sellerId, [...renewableKinds]],
      ),
    );
  }

  async add(tx: Tx, sellerId: string, kind: RenewableKind, paper: ReadEvidence): Promise<void> {
    const id = newId();
    const key = await this.keys.of(tx, sellerId);
    assert(paper.valid_to !== null, 'a paper that is renewed ends on a day');
    await tx.insert(RenewalEntity, {
      id,
      seller_id: sellerId,
      kind,
      value_sealed: key.seal(placeOf(id), JSON.stringify(paper.value)),
      hint: paper.hint,
      valid_to: paper.valid_to,
      state: 'waiting',
      reason: null,
      given_at: tx.now,
      decided_at: null,
      decided_by: null,
    });
  }

  /** Newest first. */
  of(tx: Tx, sellerId: string): Promise<Renewal[]> {
    return tx.many(
      renewalRow,
      `select ${columns} from sellers.renewal where seller_id = $1 order by given_at desc, id limit 50`,
      [sellerId],
    );
  }

  /** Those an officer has to look at, opened. */
  async waiting(tx: Tx, sellerId: string): Promise<(Renewal & { value: Evidence })[]> {
    const rows = await tx.many(
      sealedRow,
      `select ${columns}, value_sealed from sellers.renewal where seller_id = $1 and state = 'waiting' order by given_at`,
      [sellerId],
    );
    if (rows.length === 0) return [];
    const key = (await this.keys.existing(tx, [sellerId])).get(sellerId);
    return rows.flatMap(({ value_sealed, ...row }) => {
      const opened = key?.open(placeOf(row.id), value_sealed) ?? null;
      return opened === null ? [] : [{ ...row, value: evidenceInput.parse(JSON.parse(opened)) }];
    });
  }

  async decide(tx: Tx, id: string, state: 'accepted' | 'refused', reason: string | null): Promise<void> {
    await tx.run(`update sellers.renewal set state = $2, reason = $3, decided_at = $4, decided_by = $5 where id = $1`, [
      id,
      state,
      reason,
      tx.now,
      tx.actor.personId,
    ]);
  }
}
