import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file no row speaks of yet, or no more: it is on its way into a row, or out of the store. @rule S-58 S-66 */
@Entity({ schema: 'platform', name: 'unclaimed_file' })
@Index('unclaimed_file_by_age', ['until'])
export class UnclaimedFileEntity {
  @PrimaryColumn('text') storage_key!: string;
  /** Real time until which a row may still claim it. */
  @Column('timestamptz') until!: Date;
  /** It is being taken out of the store: no row may claim it any more. */
  @Column('boolean', { default: false }) is_going!: boolean;
}
