import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** News that waits to be told with others. It goes with its reader (S-66). */
@Entity({ schema: 'notifications', name: 'gathered' })
@Unique('gathered_once', ['person_id', 'event_id', 'audience'])
@Index('gathered_due', ['due_at'], { where: 'told_at is null' })
@Index('gathered_by_age', ['made_at'])
export class GatheredEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('uuid') event_id: string;
  @Column('text') event: string;
  @Column('text') audience: string;
  /** As in a message: never personal. */
  @Column('jsonb') params: Record<string, unknown>;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') due_at: Date;
  @Column('timestamptz', { nullable: true }) told_at: Date | null;
}
