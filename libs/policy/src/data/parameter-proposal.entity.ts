import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JsonValue } from '../domain/registry.js';
import type { Scope } from '../domain/scope.js';
import type { ProposalState } from '../domain/proposal.js';

/** A value somebody wants from a future day on, waiting for a second person. */
@Entity({ schema: 'policy', name: 'parameter_proposal' })
@Index('parameter_proposal_by_state', ['state', 'id'])
@Check('parameter_proposal_has_reason', 'length(reason) >= 10')
@Check('parameter_proposal_state', `state in ('open', 'approved', 'rejected')`)
@Check('parameter_proposal_decided_by_another', 'decided_by <> proposed_by')
@Check(
  'parameter_proposal_decided_or_open',
  `(state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)`,
)
export class ParameterProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') scope!: Scope;
  @Column('jsonb') value!: JsonValue;
  @Column('date') effective_from!: string;
  /** The order or circular the value rests on. */
  @Column('text') source!: string;
  @Column('text') reason!: string;
  @Column('text') state!: ProposalState;
  @Column('uuid') proposed_by!: string;
  @Column('timestamptz') proposed_at!: Date;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('text', { nullable: true }) decision_reason!: string | null;
}
