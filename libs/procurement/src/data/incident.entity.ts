import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { incidentStates } from '../incident/incident.states.js';
import { faults } from '../incident/incident.rules.js';
import { ContractEntity } from './procurement.entity.js';

const oneOf = (column: string, names: readonly string[]): string =>
  `${column} in (${names.map((name) => `'${name}'`).join(', ')})`;

/** One side accuses the other over a contract, or the platform does; decided by the incident desk (R-3.15 … R-3.18). */
@Entity({ schema: 'procurement', name: 'incident' })
@Unique('incident_number', ['number'])
@Index('incident_by_contract', ['contract_id', 'id'])
@Index('incident_by_office', ['office_id', 'id'])
@Index('incident_by_seller', ['seller_id', 'id'])
@Index('incident_by_state', ['state', 'id'])
@Index('incident_due', { synchronize: false })
@Index('incident_once_open', { synchronize: false })
@Check('incident_state', oneOf('state', incidentStates.names))
@Check('incident_fault', oneOf('fault', faults))
@Check('incident_raiser', `raised_by in ('buyer', 'seller', 'platform') and accused in ('buyer', 'seller')`)
@Check('incident_outcome', `(outcome is not null) = (state in ('action', 'appeal', 'resolved', 'closed'))`)
export class IncidentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') contract_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') raised_by: string;
  /** Null: a rule of the platform raised it. */
  @Column('uuid', { nullable: true }) raised_by_person: string | null;
  @Column('timestamptz') raised_at: Date;
  @Column('text') accused: string;
  @Column('text') fault: string;
  @Column('text') words: string;
  @Column('text') state: string;
  /** When the state ends by itself or somebody is reminded. */
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  @Column('text', { nullable: true }) reply: string | null;
  @Column('timestamptz', { nullable: true }) replied_at: Date | null;
  @Column('timestamptz', { nullable: true }) office_settled_at: Date | null;
  @Column('timestamptz', { nullable: true }) seller_settled_at: Date | null;
  @Column('timestamptz', { nullable: true }) escalated_at: Date | null;
  /** The show-cause notice, and until when it is to be answered in time. */
  @Column('text', { nullable: true }) notice: string | null;
  @Column('timestamptz', { nullable: true }) notice_at: Date | null;
  @Column('timestamptz', { nullable: true }) answer_by: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answered_at: Date | null;
  @Column('uuid', { nullable: true }) decided_by: string | null;
  @Column('timestamptz', { nullable: true }) decided_at: Date | null;
  @Column('text', { nullable: true }) decision: string | null;
  /** Of a seller's fault; what follows is a measure of the sellers module (R-3.17). */
  @Column('text', { nullable: true }) severity: string | null;
  /** The how-manieth fault of the level, or of the office. */
  @Column('integer', { nullable: true }) occurrence: number | null;
  @Column('text', { nullable: true }) appeal: string | null;
  @Column('timestamptz', { nullable: true }) appealed_at: Date | null;
  @Column('text', { nullable: true }) appeal_decision: string | null;
  @Column('timestamptz', { nullable: true }) appeal_decided_at: Date | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('integer') version: number;
  @ManyToOne(() => ContractEntity)
  @JoinColumn({ name: 'contract_id', foreignKeyConstraintName: 'incident_of_contract' })
  contract?: ContractEntity;
}
