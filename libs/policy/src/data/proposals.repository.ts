import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Unit } from '../domain/definition.js';
import { proposalStates, type ProposalState } from '../domain/proposal.js';
import { definitionOf, isParameterKey, readValue, toStored } from '../domain/registry.js';
import { isScope, type Scope } from '../domain/scope.js';
import { ParameterProposalEntity } from './parameter-proposal.entity.js';

const storedProposal = z.object({
  id: z.string(),
  key: z.string(),
  scope: z.custom<Scope>((text) => typeof text === 'string' && isScope(text)),
  value: z.json(),
  effective_from: z.string(),
  source: z.string(),
  reason: z.string(),
  state: z.enum(proposalStates),
  proposed_by: z.string(),
  proposed_at: z.date(),
  decided_by: z.string().nullable(),
  decided_at: z.date().nullable(),
  decision_reason: z.string().nullable(),
});
type StoredProposal = z.infer<typeof storedProposal>;

/** A proposal with its value as the code reads it. */
export type Proposal = Omit<StoredProposal, 'value'> & { value: unknown; unit: Unit };

const proposal = storedProposal.transform(understood);

/** A key that no code asks for any more keeps its value as it was stored. */
function understood(row: StoredProposal): Proposal {
  if (!isParameterKey(row.key)) return { ...row, unit: 'json' };
  const value = readValue(row.key, row.value);
  return { ...row, unit: definitionOf(row.key).unit, value: value.success ? value.data : row.value };
}

const columns = `id, key, scope, value, effective_from::text as effective_from, source, reason, state, proposed_by,
       proposed_at, decided_by, decided_at, decision_reason`;

@Injectable()
export class Proposals {
  async add(tx: Tx, row: Proposal): Promise<void> {
    await tx.insert(ParameterProposalEntity, { ...row, value: toStored(row.value) });
  }

  byId(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.maybe(proposal, `select ${columns} from policy.parameter_proposal where id = $1`, [id]);
  }

  /** One proposal, held until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.maybe(proposal, `select ${columns} from policy.parameter_proposal where id = $1 for no key update`, [id]);
  }

  /** Proposals in a state beyond the one with id `beyond`: oldest first towards `next`, newest first towards `prev`. */
  page(
    tx: Tx,
    state: ProposalState,
    beyond: string | null,
    towards: 'next' | 'prev',
    limit: number,
  ): Promise<Proposal[]> {
    const sql =
      towards === 'next'
        ? `select ${columns} from policy.parameter_proposal
            where state = $1 and ($2::uuid is null or id > $2) order by id limit $3`
        : `select ${columns} from policy.parameter_proposal
            where state = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`;
    return tx.many(proposal, sql, [state, beyond, limit]);
  }

  async count(tx: Tx, state: ProposalState): Promise<number> {
    const sql = `select count(*)::int as proposals from policy.parameter_proposal where state = $1`;
    return (await tx.many(z.object({ proposals: z.number() }), sql, [state]))[0]!.proposals;
  }

  async decide(
    tx: Tx,
    id: string,
    decision: { state: ProposalState; by: string; reason: string | null },
  ): Promise<void> {
    await tx.run(
      `update policy.parameter_proposal set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1`,
      [id, decision.state, decision.by, tx.now, decision.reason],
    );
  }
}
