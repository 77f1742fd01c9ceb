import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Parameters } from '../data/parameters.repository.js';
import { PolicyQuery } from '../data/policy.query.js';
import { Proposals, type Proposal } from '../data/proposals.repository.js';
import type { ParameterRow } from '../domain/parameter.js';
import { planChange, type PlannedChange } from '../domain/plan-change.js';
import { fail } from '../domain/policy.errors.js';
import { ParameterApproved } from '../domain/policy.events.js';
import { decider } from '../domain/proposal.js';
import { definitionOf, toStored } from '../domain/registry.js';

@Injectable()
export class ApproveParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parameters: Parameters,
    private readonly proposals: Proposals,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A second person lets a proposed value take effect on its day: the row that holds then is closed, the new one added.
   * The register may have changed since the proposal was made, so everything is checked again.
   * @throws proposal_unknown, proposal_not_open, proposer_cannot_approve, parameter_not_in_future, parameter_changes_that_day
   * @rule S-28
   */
  async run(proposalId: string): Promise<ParameterRow> {
    const row = await this.work.run((tx) => this.inside(tx, proposalId));
    await this.policy.refresh();
    return row;
  }

  private async inside(tx: Tx, proposalId: string): Promise<ParameterRow> {
    const rows = await this.parameters.lockAll(tx);
    const proposal = await this.proposals.lock(tx, proposalId);
    if (proposal === null) throw fail('proposal_unknown', { proposalId });
    const by = decider(proposal, tx.actor);
    const plan = planChange(rows, proposal, tx.now);
    const row = rowOf(plan, proposal);
    if (plan.closes !== null) await this.parameters.close(tx, plan.closes, plan.effective_from);
    await this.parameters.add(tx, [row], proposal.id);
    await this.proposals.decide(tx, proposal.id, { state: 'approved', by, reason: null });
    tx.audit({
      action: 'policy.approved',
      object: { kind: 'policy.parameter', id: row.key },
      before: plan.closes === null ? undefined : { value: toStored(plan.closes.value) },
      after: {
        scope: row.scope,
        value: toStored(row.value),
        effective_from: row.effective_from,
        proposal_id: proposal.id,
      },
      reason: proposal.reason,
    });
    tx.emit(ParameterApproved, {
      key: row.key,
      scope: row.scope,
      effectiveFrom: row.effective_from,
      proposalId: proposal.id,
    });
    return row;
  }
}

function rowOf(plan: PlannedChange, proposal: Proposal): ParameterRow {
  const { unit, rule, says } = definitionOf(plan.key);
  const { key, scope, value, effective_from, effective_to } = plan;
  return {
    key,
    scope,
    value,
    unit,
    effective_from,
    effective_to,
    source: proposal.source,
    confidence: 'source',
    rule,
    says,
  };
}
