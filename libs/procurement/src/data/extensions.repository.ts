import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { Contracts } from './contracts.repository.js';
import { extensionDecisions, type ExtensionDecision } from '../contract/extension.js';

const columns = `id, contract_id, office_id, seller_id, until, reason, asked_at, decision, answer, answered_at`;

const extensionRow = z.object({
  id: z.uuid(),
  contract_id: z.uuid(),
  office_id: z.uuid(),
  seller_id: z.uuid(),
  /** Until when she asks to deliver. */
  until: z.date(),
  reason: z.string(),
  asked_at: z.date(),
  /** Null: not answered; silence is no consent. */
  decision: z.enum(extensionDecisions).nullable(),
  answer: z.string().nullable(),
  answered_at: z.date().nullable(),
});
export type Extension = z.infer<typeof extensionRow>;

@Injectable()
export class Extensions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
  ) {}

  /** For the seller and for the office alike. @throws contract_not_found */
  read(contractId: string): Promise<Extension[]> {
    return this.work.run(async (tx) => this.ofContract(tx, (await this.contracts.find(tx, contractId)).id));
  }

  /** What was asked for a contract and answered, newest first. */
  ofContract(tx: Tx, contractId: string): Promise<Extension[]> {
    const sql = `select ${columns} from procurement.extension where contract_id = $1 order by id desc limit 50`;
    return tx.many(extensionRow, sql, [contractId]);
  }

  async answer(
    tx: Tx,
    asked: Extension,
    given: { decision: ExtensionDecision; answer: string | null; answered_by: string },
  ): Promise<Extension> {
    await tx.run(
      `update procurement.extension set decision = $2, answer = $3, answered_by = $4, answered_at = $5 where id = $1`,
      [asked.id, given.decision, given.answer, given.answered_by, tx.now],
    );
    return { ...asked, decision: given.decision, answer: given.answer, answered_at: tx.now };
  }
}
