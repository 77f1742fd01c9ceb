import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { proofRegisters, type ProofRegister, type ProvedFlag } from '../domain/preference.js';
import { fail } from '../domain/seller.errors.js';
import { PreferenceEntity, PreferenceProofEntity } from './preference.entity.js';

const proofRow = z.object({
  id: z.uuid(),
  register: z.enum(proofRegisters),
  paper_id: z.uuid(),
  request_id: z.string(),
});
export type PreferenceProof = z.infer<typeof proofRow>;

/** Proofs that are asked for, and what they proved. */
@Injectable()
export class Preferences {
  async asked(
    tx: Tx,
    sellerId: string,
    proof: { register: ProofRegister; paperId: string; requestId: string },
  ): Promise<string> {
    const id = newId();
    await tx.insert(PreferenceProofEntity, {
      id,
      seller_id: sellerId,
      register: proof.register,
      paper_id: proof.paperId,
      request_id: proof.requestId,
      asked_at: tx.now,
      used_at: null,
    });
    return id;
  }

  /** @throws preference_code_refused (422) for one that is used, or was never asked */
  async openProof(tx: Tx, sellerId: string, proofId: string): Promise<PreferenceProof> {
    const proof = await tx.maybe(
      proofRow,
      `select id, register, paper_id, request_id from sellers.preference_proof
        where id = $1 and seller_id = $2 and used_at is null`,
      [proofId, sellerId],
    );
    if (!proof) throw fail('preference_code_refused');
    return proof;
  }

  /** Ends what the register proved before and writes what it proves now. @throws preference_code_refused when somebody was faster */
  async proved(
    tx: Tx,
    sellerId: string,
    proof: PreferenceProof,
    flags: readonly ProvedFlag[],
    valid_to: string,
  ): Promise<void> {
    const used = await tx.run(`update sellers.preference_proof set used_at = $2 where id = $1 and used_at is null`, [
      proof.id,
      tx.now,
    ]);
    if (used !== 1) throw fail('preference_code_refused');
    await tx.run(
      `update sellers.preference set ended_at = $3 where seller_id = $1 and source = $2 and ended_at is null`,
      [sellerId, proof.register, tx.now],
    );
    if (flags.length === 0) return;
    await tx.insert(
      PreferenceEntity,
      flags.map(({ flag, size }) => ({
        id: newId(),
        seller_id: sellerId,
        flag,
        size,
        source: proof.register,
        verified_at: tx.now,
        valid_to,
        ended_at: null,
      })),
    );
  }
}
