import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn, type Paise } from '#platform/money';
import { snapshotSchema } from '#policy';
import { enterpriseSizes, preferenceFlags, proofRegisters, type Preference } from '#sellers';
import { cameToNothing, contractStates, type ContractEvent, type ContractState } from '../contract/contract.states.js';
import { fail } from '../procurement.errors.js';

const columns = `id, number, sanction_number, demand_id, method, comparison_id, office_id, seller_id, offer_id, title, category, quantity,
                 weight_g, unit_price_paise, total_paise, consignee_id, consignee_post_id, to_pincode, ordered_by, earlier_paise, justification,
                 justified_by, head_reason, head_approved_by, policy, seller_preferences, state, deliver_by, late_after,
                 due_at, version, made_at`;

/** Something a register had proved of the seller when the contract was made; the proof may have ended since. @rule */
const provedOfSeller = z.object({
  flag: z.enum(preferenceFlags),
  size: z.enum(enterpriseSizes).nullable(),
  source: z.enum(proofRegisters),
  verified_at: z.iso.datetime(),
  valid_to: z.iso.date(),
});
export type ProvedOfSeller = z.infer<typeof provedOfSeller>;

const contractRow = z.object({
  id: z.uuid(),
  number: z.string(),
  sanction_number: z.string(),
  demand_id: z.uuid(),
  method: z.enum(['direct', 'l1']),
  comparison_id: z.uuid().nullable(),
  office_id: z.uuid(),
  seller_id: z.uuid(),
  offer_id: z.uuid(),
  title: z.string(),
  category: z.string(),
  quantity: z.number(),
  weight_g: z.number(),
  unit_price_paise: paiseColumn,
  total_paise: paiseColumn,
  consignee_id: z.uuid(),
  consignee_post_id: z.uuid().nullable(),
  to_pincode: z.string(),
  ordered_by: z.uuid(),
  earlier_paise: paiseColumn,
  justification: z.string().nullable(),
  justified_by: z.uuid().nullable(),
  head_reason: z.string().nullable(),
  head_approved_by: z.uuid().nullable(),
  policy: snapshotSchema,
  seller_preferences: z.array(provedOfSeller),
  state: z.enum(contractStates.names as [ContractState]),
  deliver_by: z.date(),
  /** Goods that come later are late: the day of delivery, unless it was put off with damages. */
  late_after: z.date(),
  due_at: z.date().nullable(),
  version: z.number(),
  made_at: z.date(),
});
export type Contract = z.infer<typeof contractRow>;

@Injectable()
export class Contracts {
  /** The contract, its row held; one that is not the caller's is not there (S-42). @throws contract_not_found */
  async lock(tx: Tx, id: string): Promise<Contract> {
    const found = await tx.maybe(contractRow, `select ${columns} from procurement.contract where id = $1 for update`, [
      id,
    ]);
    if (!found) throw fail('contract_not_found');
    return found;
  }

  async find(tx: Tx, id: string): Promise<Contract> {
    const found = await tx.maybe(contractRow, `select ${columns} from procurement.contract where id = $1`, [id]);
    if (!found) throw fail('contract_not_found');
    return found;
  }

  /** Contracts of an office or of a seller, newest first. */
  page(tx: Tx, of: { officeId: string } | { sellerId: string }, request: PageRequest): Promise<Contract[]> {
    const [column, id] = 'officeId' in of ? ['office_id', of.officeId] : ['seller_id', of.sellerId];
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from procurement.contract
                  where ${column} = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(contractRow, sql, [id, ...page.values]);
  }

  /**
   * What an office ordered in a category since a day and still stands. Until the transaction ends nobody else of the
   * office orders in the category: two orders at once would not see each other.
   * @rule
   */
  async orderedSince(tx: Tx, officeId: string, category: string, since: Date): Promise<Paise> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('procurement.splitting ' || $1 || ' ' || $2, 0))`, [
      officeId,
      category,
    ]);
    const row = await tx.maybe(
      z.object({ sum_paise: paiseColumn }),
      `select coalesce(sum(total_paise), 0) as sum_paise from procurement.contract
        where office_id = $1 and category = $2 and made_at >= $3 and state <> all($4)`,
      [officeId, category, since, cameToNothing],
    );
    return row?.sum_paise ?? 0n;
  }

  /** Whether a contract of the demand still stands; the database lets at most one. @rule */
  async binds(tx: Tx, demandId: string): Promise<boolean> {
    const sql = `select 1 from procurement.contract where demand_id = $1 and state <> all($2)`;
    return (await tx.run(sql, [demandId, cameToNothing])) > 0;
  }

  /** Another day of delivery than was agreed first. @rule */
  async putOff(tx: Tx, contract: Contract, days: Pick<Contract, 'deliver_by' | 'late_after'>): Promise<void> {
    await tx.run(
      `update procurement.contract set deliver_by = $2, late_after = $3, version = version + 1 where id = $1`,
      [contract.id, days.deliver_by, days.late_after],
    );
  }

  /** Moves the contract along SM-8; the clock of the new state is the caller's to set. */
  async move(tx: Tx, contract: Contract, by: ContractEvent, reason?: string): Promise<Contract> {
    const moved = {
      ...contract,
      state: contractStates.next(contract.state, by),
      due_at: null,
      version: contract.version + 1,
    };
    await tx.run(`update procurement.contract set state = $2, due_at = null, version = $3 where id = $1`, [
      contract.id,
      moved.state,
      moved.version,
    ]);
    tx.audit({
      action: `procurement.contract.${by}`,
      object: { kind: 'contract', id: contract.id },
      before: { state: contract.state },
      after: { state: moved.state },
      reason,
    });
    return moved;
  }
}

/** The ids every piece of news about a contract carries. */
export const partiesOf = (contract: Pick<Contract, 'id' | 'office_id' | 'seller_id'>) => ({
  contractId: contract.id,
  officeId: contract.office_id,
  sellerId: contract.seller_id,
});

/** Proofs that hold, in the form a contract keeps; nothing else of the seller's. @rule  */
export const keptProofs = (held: readonly Preference[]): ProvedOfSeller[] =>
  held.map(({ flag, size, source, verified_at, valid_to }) => ({
    flag,
    size,
    source,
    verified_at: verified_at.toISOString(),
    valid_to,
  }));
