import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Confidence, Unit } from '../domain/definition.js';
import type { JsonValue } from '../domain/registry.js';
import type { Scope } from '../domain/scope.js';
import { ParameterProposalEntity } from './parameter-proposal.entity.js';

/** A value, whom it binds and from when to when. Only its end can still be set; the database grants nothing more. */
@Entity({ schema: 'policy', name: 'parameter' })
@Unique('parameter_starts_once', ['key', 'scope', 'effective_from'])
@Check('parameter_scope', `scope ~ '^(GLOBAL|CENTRAL|CPSE|AUTONOMOUS|SCIENTIFIC|STATE:[A-Z]{2}|ORG:[0-9a-f-]{36})$'`)
@Check(
  'parameter_unit',
  `unit in ('paise', 'bp', 'seconds', 'minutes', 'hours', 'days', 'months', 'count', 'flag', 'text', 'date', 'json')`,
)
@Check('parameter_confidence', `confidence in ('source', 'K', 'D')`)
@Check('parameter_ends_after_it_begins', 'effective_to > effective_from')
@Exclusion(
  'parameter_never_overlaps',
  'using gist (key with =, scope with =, daterange(effective_from, effective_to) with &&)',
)
export class ParameterEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') scope!: Scope;
  /** Amounts are digits in a string; the unit says what the value counts. */
  @Column('jsonb') value!: JsonValue;
  @Column('text') unit!: Unit;
  @Column('date') effective_from!: string;
  /** First day on which it no longer holds; null as long as no end is known. */
  @Column('date', { nullable: true }) effective_to!: string | null;
  @Column('text') source!: string;
  @Column('text') confidence!: Confidence;
  @Column('text') rule!: string;
  @Column('text') says!: string;
  /** Null for the values the platform came with. */
  @ForeignKey(() => ParameterProposalEntity, { name: 'parameter_from_proposal' })
  @Column('uuid', { nullable: true })
  proposal_id!: string | null;
  @Column('timestamptz') added_at!: Date;
}
