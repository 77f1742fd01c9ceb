import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { proposalStates, type ProposalState } from '../domain/proposal.js';
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
export type Proposal = z.infer<typeof storedProposal>;

const columns = `id, key, scope, value, effective_from::text as effective_from, source, reason, state, proposed_by,
       proposed_at, decided_by, decided_at, decision_reason`;

@Injectable()
export class Proposals {
  async add(tx: Tx, proposal: Proposal): Promise<void> {
    await tx.insert(ParameterProposalEntity, proposal);
  }

  byId(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.maybe(storedProposal, `select ${columns} from policy.parameter_proposal where id = $1`, [id]);
  }

  /** One proposal, held until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.maybe(
      storedProposal,
      `select ${columns} from policy.parameter_proposal where id = $1 for no key update`,
      [id],
    );
  }

  /** Proposals in a state, oldest first, after `after`. */
  page(tx: Tx, state: ProposalState, after: string | null, limit: number): Promise<Proposal[]> {
    return tx.many(
      storedProposal,
      `select ${columns} from policy.parameter_proposal
        where state = $1 and ($2::uuid is null or id > $2)
        order by id limit $3`,
      [state, after, limit],
    );
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
