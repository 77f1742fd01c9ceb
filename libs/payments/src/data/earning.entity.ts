import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PayoutEntity } from './payment.entity.js';

/** What a maker earned with a cause, and everything kept of it; only added to, until a payout pays it. */
@Entity({ schema: 'payments', name: 'earning' })
@Check('earning_kind', `kind in ('sale', 'claw_back', 'correction')`)
@Check(
  'earning_adds_up',
  `net_paise = paid_paise + coupon_paise - fee_paise - fee_gst_paise - tcs_paise - income_tax_paise - carriage_paise`,
)
@Check(
  'earning_sign',
  `kind <> 'sale' or least(paid_paise, coupon_paise, fee_paise, fee_gst_paise, tcs_paise, income_tax_paise, carriage_paise) >= 0`,
)
@Index('earning_once_per_sale', { synchronize: false })
@Index('earning_by_seller', ['seller_id', 'made_at'])
@Index('earning_unpaid', { synchronize: false })
@Index('earning_by_payout', ['payout_id'])
@Index('earning_by_checkout', ['paid_for_id'])
export class EarningEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  /** The checkout it was paid with. */
  @Column('uuid', { nullable: true }) paid_for_id: string | null;
  @Column('bigint') paid_paise: string;
  @Column('bigint', { default: 0 }) coupon_paise: string;
  @Column('bigint', { default: 0 }) fee_paise: string;
  @Column('bigint', { default: 0 }) fee_gst_paise: string;
  @Column('bigint', { default: 0 }) tcs_paise: string;
  @Column('bigint', { default: 0 }) income_tax_paise: string;
  @Column('bigint', { default: 0 }) carriage_paise: string;
  @Column('bigint') net_paise: string;
  /** The rates and rules it was worked out with. @rule */
  @Column('jsonb') basis: Record<string, unknown>;
  @ForeignKey(() => PayoutEntity, { name: 'earning_paid_by' })
  @Column('uuid', { nullable: true })
  payout_id: string | null;
  @Column('timestamptz') made_at: Date;
}
