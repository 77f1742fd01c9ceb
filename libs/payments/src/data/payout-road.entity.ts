import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who pays a payout, or a refund of cash, out: decided once, by who was asked first; only added to. */
@Entity({ schema: 'payments', name: 'payout_road' })
export class PayoutRoadEntity {
  /** The key the provider knows it by. */
  @PrimaryColumn('text') key: string;
  @Column('text') provider: string;
  @Column('timestamptz') made_at: Date;
}
