import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { paymentStates, refundStates } from '../domain/payment.states.js';

const listed = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

@Entity({ schema: 'payments', name: 'payment' })
@Unique('payment_once_per_cause', ['cause_kind', 'cause_id'])
@Unique('payment_by_provider_id', ['provider', 'provider_id'])
@Check('payment_state', `state in (${listed(paymentStates.names)})`)
@Check('payment_method', `method in ('online', 'cash_on_delivery')`)
@Check('payment_amount', 'amount_paise > 0')
@Check('payment_proof', 'num_nulls(transaction_id, paid_by, paid_at) in (0, 3)')
@Check('payment_captured', 'captured_paise between 0 and amount_paise')
@Check('payment_parts', 'refunded_paise >= 0 and released_paise >= 0 and taken_back_paise >= 0')
@Check('payment_parts_fit', 'refunded_paise + released_paise + taken_back_paise <= captured_paise')
@Index('payment_to_check', { synchronize: false })
@Index('payment_by_settled', { synchronize: false })
@Index('payment_to_move_on', { synchronize: false })
@Index('payment_waits', { synchronize: false })
@Index('payment_alarmed', { synchronize: false })
export class PaymentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  @Column('uuid') payer_id: string;
  @Column('bigint') amount_paise: string;
  /** What the provider took from the shopper. The next three together are never more (S-9). */
  @Column('bigint', { default: 0 }) captured_paise: string;
  /** Released to makers. */
  @Column('bigint', { default: 0 }) released_paise: string;
  /** Taken back by the shopper's bank out of what was still here. */
  @Column('bigint', { default: 0 }) taken_back_paise: string;
  /** Asked back so far, whatever the provider has done of it. */
  @Column('bigint', { default: 0 }) refunded_paise: string;
  @Column('text') description: string;
  /** 'online', or 'cash_on_delivery': then each of its orders has its own row of what is collected. */
  @Column('text', { default: 'online' }) method: string;
  @Column('text') state: string;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  @Column('text', { nullable: true }) provider: string | null;
  @Column('text', { nullable: true }) provider_id: string | null;
  /** The provider's number of what was taken, by which means, and when; null: nothing was, or it was not written down. */
  @Column('text', { nullable: true }) transaction_id?: string | null;
  @Column('text', { nullable: true }) paid_by?: string | null;
  @Column('timestamptz', { nullable: true }) paid_at?: Date | null;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) asked_at: Date | null;
  /** When it last was paid, failed or disputed; what becomes of its money later leaves this alone. */
  @Column('timestamptz', { nullable: true }) settled_at: Date | null;
  /** When the present state lapses by itself; null when nothing is due. */
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  /** When to ask the provider by ourselves, should no notice come; null when nothing is awaited. */
  @Column('timestamptz', { nullable: true }) check_at: Date | null;
}

@Entity({ schema: 'payments', name: 'gateway_notice' })
@Index('gateway_notice_by_object', ['provider_payment_id'])
export class GatewayNoticeEntity {
  @PrimaryColumn('text') provider: string;
  @PrimaryColumn('text') event_id: string;
  @Column('text') type: string;
  @Column('text') about: string;
  @Column('text') object_id: string;
  @Column('text', { nullable: true }) provider_payment_id: string | null;
  @Column('timestamptz') received_at: Date;
}

@Entity({ schema: 'payments', name: 'refund' })
@Index('refund_by_payment', ['payment_id'])
@Index('refund_by_state', ['state', 'id'])
@Index('refund_by_provider_id', ['provider_id'])
@Index('refund_to_check', { synchronize: false })
@Index('refund_to_watch', { synchronize: false })
@Index('refund_by_sale', ['sale_kind', 'sale_id'])
@Index('refund_by_settled', { synchronize: false })
@Check('refund_amount', 'amount_paise > 0')
@Check('refund_replaced', 'replaced_paise between 1 and amount_paise')
@Check('refund_state', `state in (${listed(refundStates.names)})`)
@Index('refund_waits', { synchronize: false })
@Index('refund_alarmed', { synchronize: false })
export class RefundEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payment_id: string;
  @Column('uuid') payer_id: string;
  @Column('bigint') amount_paise: string;
  @Column('text') reason: string;
  @Column('text') state: string;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  /** The provider's id of the present try; null until it has answered. */
  @Column('text', { nullable: true }) provider_id: string | null;
  /** Tries the provider began and could not finish. */
  @Column('integer', { default: 0 }) tries: number;
  @Column('text', { nullable: true }) failure: string | null;
  /** When to look after it again; null when nothing is awaited. */
  @Column('timestamptz', { nullable: true }) check_at: Date | null;
  /** The sale it is for, where it is for one of those that were paid together. */
  @Column('text', { nullable: true }) sale_kind: string | null;
  @Column('uuid', { nullable: true }) sale_id: string | null;
  /** The payment failed although it was debited: late days are owed for. */
  @Column('boolean', { default: false }) failed_debit: boolean;
  /** What the shopper's bank gave her instead; null while it did not. */
  @Column('bigint', { nullable: true }) replaced_paise?: string | null;
  /** Promised before as part of another, which her bank replaced in part. */
  @Column('boolean', { default: false }) is_rest?: boolean;
  /** By when it was promised: done where the payment failed, else begun. */
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  /** When it was found to be late. */
  @Column('timestamptz', { nullable: true }) late_at: Date | null;
  /** When to look whether it is late; null when nothing is awaited. */
  @Column('timestamptz', { nullable: true }) watch_at: Date | null;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) settled_at: Date | null;
  @ManyToOne(() => PaymentEntity)
  @JoinColumn({ name: 'payment_id', foreignKeyConstraintName: 'refund_payment_id_fkey' })
  payment?: PaymentEntity;
}

/** A shopper's quarrel with us at her bank. */
@Entity({ schema: 'payments', name: 'dispute' })
@Index('dispute_by_payment', ['payment_id'])
@Check('dispute_amount', 'amount_paise > 0')
@Check('dispute_status', `status in ('open', 'won', 'lost')`)
@Check('dispute_evidence', 'evidence is not null or evidence_at is null')
@Index('dispute_by_status', ['status', 'provider_id'])
@Check('dispute_borne', 'borne_paise between 0 and amount_paise')
export class DisputeEntity {
  @PrimaryColumn('text') provider: string;
  @PrimaryColumn('text') provider_id: string;
  @Column('uuid') payment_id: string;
  @Column('uuid') payer_id: string;
  @Column('bigint') amount_paise: string;
  @Column('text') status: string;
  /** Of what was lost: the platform's own, because the shopper has it twice. */
  @Column('bigint', { default: 0 }) borne_paise: string;
  /** The provider's word for why her bank asks. */
  @Column('text', { nullable: true }) reason: string | null;
  /** Until when her bank listens to us. */
  @Column('timestamptz', { nullable: true }) respond_by: Date | null;
  /** What we handed in, or are about to. */
  @Column('jsonb', { nullable: true }) evidence: object | null;
  @Column('uuid', { nullable: true }) evidence_by: string | null;
  /** When the provider took it. */
  @Column('timestamptz', { nullable: true }) evidence_at: Date | null;
  @Column('timestamptz') opened_at: Date;
  @Column('timestamptz', { nullable: true }) closed_at: Date | null;
  @ManyToOne(() => PaymentEntity)
  @JoinColumn({ name: 'payment_id', foreignKeyConstraintName: 'dispute_payment_id_fkey' })
  payment?: PaymentEntity;
}

@Entity({ schema: 'payments', name: 'payout' })
@Unique('payout_once_per_cause', ['cause_kind', 'cause_id'])
@Unique('payout_by_key', ['key'])
@Index('payout_by_seller', ['seller_id', 'id'])
@Index('payout_by_state', ['state', 'id'])
@Index('payout_to_check', { synchronize: false })
@Index('payout_by_settled', { synchronize: false })
@Check('payout_amount', 'amount_paise > 0')
@Check('payout_state', `state in ('scheduled', 'sent', 'failed', 'paid')`)
@Index('payout_waits', { synchronize: false })
@Index('payout_alarmed', { synchronize: false })
export class PayoutEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  @Column('bigint') amount_paise: string;
  @Column('text') state: string;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  /** The bank's key of the present try. A refused one is over there for ever; the next has another. */
  @Column('uuid') key: string;
  /** Times the desk had it sent again. */
  @Column('integer', { default: 0 }) tries: number;
  @Column('text', { nullable: true }) utr: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  /** When to ask the bank again; null when nothing is awaited. */
  @Column('timestamptz', { nullable: true }) check_at: Date | null;
  @Column('integer') checks: number;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) settled_at: Date | null;
  /** When the maker's bank sent it back: the money is owed to her again. */
  @Column('timestamptz', { nullable: true }) returned_at: Date | null;
}

/** What a member of a group gets of a payout; only added to. */
@Entity({ schema: 'payments', name: 'payout_part' })
@Index('payout_part_by_member', ['member_id', 'payout_id'])
@Check('payout_part_share', 'share_bp between 1 and 10000')
@Check('payout_part_amount', 'amount_paise >= 0')
export class PayoutPartEntity {
  @ForeignKey(() => PayoutEntity, { name: 'payout_part_of_payout' })
  @PrimaryColumn('uuid')
  payout_id: string;
  @PrimaryColumn('uuid') member_id: string;
  /** Whose payout it is: the wall of the row. */
  @Column('uuid') seller_id: string;
  @Column('integer') share_bp: number;
  @Column('bigint') amount_paise: string;
}
