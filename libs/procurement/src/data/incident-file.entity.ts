import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { incidentFileStates, type IncidentFileState } from '../incident/incident-file.js';
import { IncidentEntity } from './incident.entity.js';

/** What a side of an incident shows: sealed, in the store, seen by both sides and the desk (S-58). */
@Entity({ schema: 'procurement', name: 'incident_file' })
@Index('incident_file_by_incident', ['incident_id', 'given_at'])
@Index('incident_file_kept', { synchronize: false })
@Check('incident_file_side', `given_by in ('buyer', 'seller')`)
@Check('incident_file_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('incident_file_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('incident_file_state', `state in (${incidentFileStates.map((name) => `'${name}'`).join(', ')})`)
@Check('incident_file_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('incident_file_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class IncidentFileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') incident_id: string;
  @Column('uuid') office_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') given_by: string;
  @Column('text') content_type: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes: number;
  /** Of what is shown: who saved it can prove that it is the same. */
  @Column('text') sha256: string;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key: string;
  @Column('text') state: IncidentFileState;
  @Column('timestamptz') given_at: Date;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at: Date | null;
  @ManyToOne(() => IncidentEntity)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'incident_file_of_incident' })
  incident?: IncidentEntity;
}
