import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The data key of one person or organisation. Destroying it erases every value sealed with it (S-66). */
@Entity({ schema: 'platform', name: 'subject_key' })
@Check('subject_key_is_there_or_destroyed', '(wrapped is null) = (destroyed_at is not null)')
@Index('subject_key_by_master_version', ['master_version', 'subject_id'], { where: 'wrapped is not null' })
export class SubjectKeyEntity {
  @PrimaryColumn('uuid') subject_id!: string;
  @Column('bytea', { nullable: true }) wrapped!: Buffer | null;
  @Column('integer') master_version!: number;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) destroyed_at!: Date | null;
}
