import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys, SubjectKeys, type Place, type SubjectKey } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { assert, namedId, newId } from '#platform/kernel';
import { findings } from '../domain/approval.js';
import type { Finding } from '../domain/auto-checks.js';
import { evidenceInput, type Evidence } from '../domain/evidence.js';
import { evidenceKinds, type EvidenceKind } from '../domain/evidence-matrix.js';
import type { ReadEvidence } from '../domain/read-evidence.js';
import { fail } from '../domain/seller.errors.js';
import { EvidenceEntity } from './seller.entity.js';

const paperRow = z.object({
  id: z.uuid(),
  kind: z.enum(evidenceKinds),
  hint: z.string(),
  valid_to: z.string().nullable(),
  finding: z.enum(findings),
  note: z.string().nullable(),
  given_at: z.date(),
  value_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
});

/** A current paper, opened. */
export type Paper = Omit<z.infer<typeof paperRow>, 'value_sealed'> & { value: Evidence };

const isTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'evidence_claimed_once';
};

const placeOf = (id: string): Place => ({ table: 'sellers.evidence', column: 'value_sealed', row: id });

/** Papers: sealed with the seller's own key, so that erasing the key erases them (S-63, S-66). */
@Injectable()
export class Papers {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly service: ServiceKeys,
  ) {}

  /** Puts a paper in the place of the earlier one of its kind, which stays in the books. @returns its id */
  async replace(tx: Tx, sellerId: string, paper: ReadEvidence): Promise<string> {
    const id = newId();
    const key = await this.keys.of(tx, sellerId);
    await tx.run(
      `update sellers.evidence set replaced_at = $3, claimed = false
        where seller_id = $1 and kind = $2 and replaced_at is null`,
      [sellerId, paper.value.kind, tx.now],
    );
    await tx.insert(EvidenceEntity, {
      id,
      seller_id: sellerId,
      kind: paper.value.kind,
      value_sealed: key.seal(placeOf(id), JSON.stringify(paper.value)),
      hint: paper.hint,
      claim_hash: paper.claim === null ? null : this.claimHash(paper, paper.claim),
      claimed: false,
      valid_to: paper.valid_to,
      finding: 'unchecked',
      note: null,
      found_at: null,
      given_at: tx.now,
      replaced_at: null,
    });
    return id;
  }

  /** Papers of many new sellers, as if their officers had compared them: for invented ones. */
  async confirmed(tx: Tx, given: readonly { sellerId: string; paper: ReadEvidence; key: SubjectKey }[]): Promise<void> {
    const rows = given.map(({ sellerId, paper, key }) => {
      const id = newId();
      return {
        ...{ id, seller_id: sellerId, kind: paper.value.kind, hint: paper.hint, valid_to: paper.valid_to },
        value_sealed: key.seal(placeOf(id), JSON.stringify(paper.value)).toString('hex'),
        claim_hash: paper.claim === null ? null : this.claimHash(paper, paper.claim).toString('hex'),
      };
    });
    await tx.run(
      `insert into sellers.evidence (id, seller_id, kind, value_sealed, hint, claim_hash, claimed, valid_to, finding, found_at,
                                     given_at)
       select r.id, r.seller_id, r.kind, decode(r.value_sealed, 'hex'), r.hint, decode(r.claim_hash, 'hex'),
              r.claim_hash is not null, r.valid_to, 'confirmed', $2, $2
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, seller_id uuid, kind text, value_sealed text, hint text, claim_hash text, valid_to date)`,
      [JSON.stringify(rows), tx.now],
    );
  }

  /** The papers that hold now, in the order in which they are asked for. */
  async current(tx: Tx, sellerId: string): Promise<Paper[]> {
    const rows = await tx.many(
      paperRow,
      `select id, kind, hint, valid_to::text, finding, note, given_at, value_sealed
         from sellers.evidence where seller_id = $1 and replaced_at is null`,
      [sellerId],
    );
    if (rows.length === 0) return [];
    const key = (await this.keys.existing(tx, [sellerId])).get(sellerId);
    assert(key, 'sealed papers have a key');
    if (key.isDestroyed) return [];
    const papers = rows.map(({ value_sealed, ...row }) => {
      const opened = key.open(placeOf(row.id), value_sealed);
      assert(opened !== null, 'papers of an erased seller are not asked for');
      return { ...row, value: evidenceInput.parse(JSON.parse(opened)) };
    });
    return papers.sort((a, b) => evidenceKinds.indexOf(a.kind) - evidenceKinds.indexOf(b.kind));
  }

  /** What stands beside the sealed values: ends of numbers and what was found. The key is the caller's to destroy. @rule S-66 */
  async forget(tx: Tx, sellerId: string): Promise<void> {
    await tx.run(
      `update sellers.evidence set hint = '', note = null, claim_hash = null where seller_id = $1 and not claimed`,
      [sellerId],
    );
  }

  /** What the machine found, beside each paper. */
  async note(tx: Tx, sellerId: string, found: readonly Finding[]): Promise<void> {
    await tx.run(
      `update sellers.evidence e set finding = f.finding, note = f.note, found_at = $3
         from jsonb_to_recordset($2::jsonb) as f(kind text, finding text, note text)
        where e.seller_id = $1 and e.kind = f.kind and e.replaced_at is null`,
      [sellerId, JSON.stringify(found), tx.now],
    );
  }

  /**
   * The officer vouches for papers, and what the seller's papers claim becomes hers alone. The unique index decides: the
   * papers of others are behind the second wall.
   * @throws evidence_used_elsewhere (409)
   * @rule R-4.29d
   */
  async confirm(tx: Tx, sellerId: string, kinds: readonly EvidenceKind[]): Promise<void> {
    await tx.run(
      `update sellers.evidence set finding = 'confirmed', found_at = $3
        where seller_id = $1 and replaced_at is null and kind = any($2)`,
      [sellerId, [...kinds], tx.now],
    );
    await tx
      .run(
        `update sellers.evidence set claimed = true
          where seller_id = $1 and replaced_at is null and claim_hash is not null`,
        [sellerId],
      )
      .catch((error: unknown) => {
        throw isTaken(error) ? fail('evidence_used_elsewhere') : error;
      });
  }

  /** What a shop that ends claimed is free again; the papers stay. @rule S-66 */
  async release(tx: Tx, sellerId: string): Promise<void> {
    await tx.run(`update sellers.evidence set claimed = false where seller_id = $1 and claimed`, [sellerId]);
  }

  private claimHash({ value }: ReadEvidence, claim: string): Buffer {
    return this.service.hmac('lookup', `sellers.${value.kind}`, claim);
  }

  /** Stands for a seller's wish to be paid into this account; tells nothing about the account. @rule S-35 */
  accountId(sellerId: string, { holder, account, ifsc }: Extract<Evidence, { kind: 'bank_account' }>): string {
    const hash = this.service.hmac('lookup', 'sellers.payout_account', sellerId, holder, account, ifsc);
    return namedId('payout account', hash.toString('hex'));
  }

  /** The same for sellers behind whom one maker stands: her PAN's keyed hash, or her own id where a group has none. */
  manufacturerKey(sellerId: string, papers: readonly Evidence[]): string {
    const pan = papers.find((paper) => paper.kind === 'pan');
    return pan?.kind === 'pan'
      ? this.service.hmac('lookup', 'sellers.manufacturer', pan.pan).toString('hex')
      : sellerId;
  }
}
