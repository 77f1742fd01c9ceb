import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Proposals } from '../data/proposals.repository.js';
import { fail } from '../domain/policy.errors.js';
import { decider } from '../domain/proposal.js';

@Injectable()
export class RejectParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proposals: Proposals,
  ) {}

  /**
   * A second person turns a proposed value down, and says why.
   * @throws proposal_unknown, proposal_not_open, proposer_cannot_approve
   * @rule S-28
   */
  run(proposalId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const proposal = await this.proposals.lock(tx, proposalId);
      if (proposal === null) throw fail('proposal_unknown', { proposalId });
      const by = decider(proposal, tx.actor);
      await this.proposals.decide(tx, proposal.id, { state: 'rejected', by, reason });
      tx.audit({
        action: 'policy.rejected',
        object: { kind: 'policy.parameter', id: proposal.key },
        after: { proposal_id: proposal.id },
        reason,
      });
    });
  }
}
