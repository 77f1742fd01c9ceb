import { Injectable } from '@nestjs/common';
import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { Parameters } from '../data/parameters.repository.js';
import { Proposals, type Proposal } from '../data/proposals.repository.js';
import { planChange, type WantedChange } from '../domain/plan-change.js';
import { personOf } from '../domain/proposal.js';
import { definitionOf, toStored } from '../domain/registry.js';

/** A wished value with what it rests on (the order or circular) and why it is wanted now. */
export interface NewProposal extends WantedChange {
  source: string;
  reason: string;
}

@Injectable()
export class ProposeParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parameters: Parameters,
    private readonly proposals: Proposals,
  ) {}

  /**
   * Writes down a value for a future day. It holds for nobody until a second person approves it.
   * @throws parameter_unknown, parameter_value_invalid, parameter_not_in_future, parameter_changes_that_day
   * @rule S-28
   */
  run(wanted: NewProposal): Promise<Proposal> {
    return this.work.run(async (tx) => {
      const plan = planChange(await this.parameters.lockAll(tx), wanted, tx.now);
      const proposal: Proposal = {
        id: newId(),
        key: plan.key,
        scope: plan.scope,
        unit: definitionOf(plan.key).unit,
        value: plan.value,
        effective_from: plan.effective_from,
        source: wanted.source,
        reason: wanted.reason,
        state: 'open',
        proposed_by: personOf(tx.actor),
        proposed_at: tx.now,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      };
      await this.proposals.add(tx, proposal);
      tx.audit({
        action: 'policy.proposed',
        object: { kind: 'policy.parameter', id: plan.key },
        after: { scope: plan.scope, value: toStored(plan.value), effective_from: plan.effective_from },
        reason: wanted.reason,
      });
      return proposal;
    });
  }
}
