import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a person hears of a topic, all together; without a row at once. It goes with her (S-66). */
@Entity({ schema: 'notifications', name: 'gathering' })
@Check('gathering_every', `every in ('day', 'week')`)
export class GatheringEntity {
  @PrimaryColumn('uuid') person_id: string;
  @PrimaryColumn('text') topic: string;
  @Column('text') every: string;
  @Column('timestamptz') chosen_at: Date;
}
