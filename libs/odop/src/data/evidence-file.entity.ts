import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { evidenceFileStates, type EvidenceFileState } from '../domain/evidence-file.js';
import { EntryEvidenceEntity } from './dossier.entity.js';
import { OdopEntryEntity } from './odop-entry.entity.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A paper of a dossier itself: sealed, in the store, read by the desks that decide and by the office that handed it in. @rule S-58 */
@Entity({ schema: 'odop', name: 'evidence_file' })
@Index('evidence_file_by_entry', ['entry_id', 'given_at'])
@Check('evidence_file_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('evidence_file_has_pages', 'pages >= 1')
@Check('evidence_file_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('evidence_file_state', `state in (${listed(evidenceFileStates)})`)
@Check('evidence_file_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('evidence_file_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class EvidenceFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => EntryEvidenceEntity, { name: 'evidence_file_of_paper' })
  @Column('uuid')
  evidence_id!: string;
  @ForeignKey(() => OdopEntryEntity, { name: 'evidence_file_of_entry' })
  @Column('uuid')
  entry_id!: string;
  /** Who handed it in, and for which office. */
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('uuid', { nullable: true }) office_id!: string | null;
  @Column('text') content_type!: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes!: number;
  @Column('integer') pages!: number;
  /** Of what is shown: who saved it can prove that it is the same. */
  @Column('text') sha256!: string;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key!: string;
  @Column('text') state!: EvidenceFileState;
  @Column('timestamptz') given_at!: Date;
  @Column('timestamptz', { nullable: true }) scanned_at!: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at!: Date | null;
}
