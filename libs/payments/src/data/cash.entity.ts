import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PaymentEntity } from './payment.entity.js';

/** What a courier has to collect for an order that is paid at the door. */
@Entity({ schema: 'payments', name: 'cash_due' })
@Unique('cash_once_per_cause', ['cause_kind', 'cause_id'])
@Index('cash_by_payment', ['payment_id'])
@Index('cash_not_remitted', { synchronize: false })
@Check('cash_amount', 'amount_paise > 0')
@Check('cash_parts', 'least(waived_paise, collected_paise, remitted_paise) >= 0')
@Check('cash_parts_fit', 'waived_paise + collected_paise <= amount_paise')
@Check('cash_remitted', 'remitted_paise <= collected_paise')
@Check('cash_status', `status in ('due', 'collected', 'remitted', 'waived')`)
export class CashDueEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => PaymentEntity, { name: 'cash_of_payment' })
  @Column('uuid')
  payment_id: string;
  @Column('uuid') payer_id: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  /** What was asked when it was ordered, less what is due for parts that come on their own. */
  @Column('bigint') amount_paise: string;
  /** Fell away before the door: cancelled, not sent, refused. */
  @Column('bigint', { default: 0 }) waived_paise: string;
  /** The shopper gave it to the courier, who owes it to us. */
  @Column('bigint', { default: 0 }) collected_paise: string;
  /** The courier has brought it to our bank. */
  @Column('bigint', { default: 0 }) remitted_paise: string;
  @Column('text') status: string;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) collected_at: Date | null;
  @Column('timestamptz', { nullable: true }) remitted_at: Date | null;
}

/** What fell away, and by which change: once for each. */
@Entity({ schema: 'payments', name: 'cash_waiver' })
@Index('waiver_by_cash', ['cash_id'])
@Check('waiver_amount', 'amount_paise > 0')
export class CashWaiverEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => CashDueEntity, { name: 'waiver_of_cash' })
  @Column('uuid')
  cash_id: string;
  @Column('uuid') payer_id: string;
  @Column('bigint') amount_paise: string;
  @Column('timestamptz') made_at: Date;
}

/** Where a shopper who paid at the door wants her money back. */
@Entity({ schema: 'payments', name: 'refund_account' })
export class RefundAccountEntity {
  @ForeignKey(() => PaymentEntity, { name: 'account_of_payment' })
  @PrimaryColumn('uuid')
  payment_id: string;
  @Column('uuid') payer_id: string;
  @Column('bytea') account_sealed: Buffer;
  @Column('timestamptz') named_at: Date;
}

/** Cash a courier says it has brought for a parcel. */
@Entity({ schema: 'payments', name: 'remittance' })
@Index('remittance_by_cash', ['cash_id'])
@Index('remittance_by_time', ['courier', 'sent_at'])
@Index('remittance_unmatched', { synchronize: false })
@Check('remittance_amount', 'amount_paise > 0')
@Check('remittance_matched', 'matched_paise between 0 and amount_paise')
@Check('remittance_known', 'matched_paise = 0 or cash_id is not null')
export class RemittanceEntity {
  @PrimaryColumn('text') courier: string;
  @PrimaryColumn('text') provider_id: string;
  /** null: of a parcel we know nothing of. */
  @ForeignKey(() => CashDueEntity, { name: 'remittance_of_cash' })
  @Column('uuid', { nullable: true })
  cash_id: string | null;
  /** The courier's number of the parcel. */
  @Column('text') parcel: string;
  @Column('bigint') amount_paise: string;
  /** What of it was owed. */
  @Column('bigint', { default: 0 }) matched_paise: string;
  @Column('text') utr: string;
  @Column('timestamptz') sent_at: Date;
  @Column('timestamptz') taken_at: Date;
}
