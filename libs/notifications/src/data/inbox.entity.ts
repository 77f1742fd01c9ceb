import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a person's inbox has come; it goes with her (S-66). */
@Entity({ schema: 'notifications', name: 'inbox' })
@Check('inbox_counts_up', `told >= 0`)
@Check('inbox_changes_with_each', `changes >= told`)
export class InboxEntity {
  @PrimaryColumn('uuid') person_id: string;
  /** Messages so far; each has its number. */
  @Column('integer') told: number;
  /** Grows with each message and each reading, so that who looks knows whether anything is new. */
  @Column('integer') changes: number;
}
