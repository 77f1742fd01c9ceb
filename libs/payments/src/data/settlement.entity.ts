import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PaymentEntity } from './payment.entity.js';

/** A sum the provider sent to our bank. */
@Entity({ schema: 'payments', name: 'settlement' })
export class SettlementEntity {
  @PrimaryColumn('text') provider: string;
  @PrimaryColumn('text') provider_id: string;
  @Column('bigint') amount_paise: string;
  /** What of it is in our books: our payments' lines, what the provider kept, what went to makers' accounts; null before all are taken. */
  @Column('bigint', { nullable: true }) booked_paise?: string | null;
  /** What the provider took off it for itself, about no payment; less than 0 as it makes the sum less. */
  @Column('bigint', { default: 0 }) own_paise?: string;
  /** By the provider's clock. */
  @Column('timestamptz') begun_at: Date;
  /** When all of its lines were taken over; null before, or where it had failed by then. */
  @Column('timestamptz', { nullable: true }) taken_at: Date | null;
  /** When it was found that our bank had sent it back after all. */
  @Column('timestamptz', { nullable: true }) failed_at: Date | null;
}

/** A line of the provider's books about a payment of ours. */
@Entity({ schema: 'payments', name: 'provider_line' })
@Index('line_by_payment', ['payment_id'])
@Index('line_unsettled', { synchronize: false })
@Index('line_by_settlement', ['provider', 'settlement_id'])
@Check('line_settled', '(settlement_id is null) = (settled_at is null)')
export class ProviderLineEntity {
  @PrimaryColumn('text') provider: string;
  @PrimaryColumn('text') provider_id: string;
  @ForeignKey(() => PaymentEntity, { name: 'line_of_payment' })
  @Column('uuid')
  payment_id: string;
  /** The provider's word: 'charge', 'refund' … */
  @Column('text') kind: string;
  /** What it adds to our balance there, less the fee; negative for what went back. */
  @Column('bigint') net_paise: string;
  /** The provider's id of the settlement its money came with; null while it is there. */
  @Column('text', { nullable: true }) settlement_id: string | null;
  @Column('timestamptz', { nullable: true }) settled_at: Date | null;
}
