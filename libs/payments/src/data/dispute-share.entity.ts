import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeEntity } from './payment.entity.js';

/** What a sale bears of a payment its shopper's bank took back; without a seller: promised back and not asked for yet. */
@Entity({ schema: 'payments', name: 'dispute_share' })
@ForeignKey(() => DisputeEntity, ['provider', 'dispute_id'], ['provider', 'provider_id'], {
  name: 'dispute_share_of_dispute',
})
@Index('dispute_share_by_cause', ['cause_kind', 'cause_id'])
@Check('dispute_share_amount', 'amount_paise > 0')
@Check('dispute_share_counted', 'counted_paise between 0 and amount_paise')
export class DisputeShareEntity {
  @PrimaryColumn('text') provider: string;
  @PrimaryColumn('text') dispute_id: string;
  @PrimaryColumn('text') cause_kind: string;
  @PrimaryColumn('uuid') cause_id: string;
  @Column('uuid', { nullable: true }) seller_id: string | null;
  @Column('bigint') amount_paise: string;
  /** What was promised back or credited since, and counted against it. */
  @Column('bigint', { default: 0 }) counted_paise: string;
}
