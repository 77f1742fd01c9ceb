import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { funders, kinds } from '../domain/promotion.js';

const oneOf = (column: string, names: readonly string[]): string =>
  `${column} in (${names.map((name) => `'${name}'`).join(', ')})`;

@Entity({ schema: 'promotions', name: 'promotion' })
@Index('promotion_by_code', { synchronize: false })
@Index('promotion_by_seller', ['seller_id', 'id'])
@Check('promotion_kind', oneOf('kind', kinds))
@Check('promotion_funder', `${oneOf('funded_by', funders)} and (funded_by = 'platform') = (seller_id is null)`)
@Check(
  'promotion_gives',
  `(kind = 'percent') = (value_bp is not null) and (kind = 'amount') = (amount_paise is not null) and (kind = 'buy_x_get_y') = (buy is not null and free is not null)`,
)
@Check('promotion_uses', 'uses >= 0 and uses <= coalesce(uses_max, uses) and per_person_max > 0')
export class PromotionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text') title: string;
  @Column('text') kind: string;
  @Column('integer', { nullable: true }) value_bp: number | null;
  @Column('bigint', { nullable: true }) amount_paise: string | null;
  @Column('integer', { nullable: true }) buy: number | null;
  @Column('integer', { nullable: true }) free: number | null;
  @Column('bigint') min_paise: string;
  @Column('bigint', { nullable: true }) cap_paise: string | null;
  @Column('uuid', { nullable: true }) seller_id: string | null;
  @Column('text') funded_by: string;
  @Column('boolean') stacks: boolean;
  @Column('timestamptz') starts_at: Date;
  @Column('timestamptz') ends_at: Date;
  @Column('integer', { nullable: true }) uses_max: number | null;
  @Column('integer') uses: number;
  @Column('integer') per_person_max: number;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) made_by_id: string | null;
  @Column('timestamptz') made_at: Date;
}

/** That a checkout had a promotion. A row that was given back counts no more. */
@Entity({ schema: 'promotions', name: 'redemption' })
@Index('redemption_by_person', ['promotion_id', 'person_id'])
@Index('redemption_by_checkout', ['checkout_id'])
@Check('redemption_discount', 'discount_paise > 0')
export class RedemptionEntity {
  @PrimaryColumn('uuid') promotion_id: string;
  @PrimaryColumn('uuid') checkout_id: string;
  @Column('uuid') person_id: string;
  @Column('bigint') discount_paise: string;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) given_back_at: Date | null;
  @ManyToOne(() => PromotionEntity)
  @JoinColumn({ name: 'promotion_id', foreignKeyConstraintName: 'redemption_promotion_id_fkey' })
  promotion?: PromotionEntity;
}

/** By which contact who had a promotion is known again. */
@Entity({ schema: 'promotions', name: 'redeemer' })
@Index('redeemer_by_redemption', ['promotion_id', 'checkout_id'])
export class RedeemerEntity {
  @PrimaryColumn('uuid') promotion_id: string;
  @PrimaryColumn('bytea') contact_lookup: Buffer;
  @PrimaryColumn('uuid') checkout_id: string;
  @ManyToOne(() => RedemptionEntity)
  @JoinColumn([
    { name: 'promotion_id', referencedColumnName: 'promotion_id', foreignKeyConstraintName: 'redeemer_of_redemption' },
    { name: 'checkout_id', referencedColumnName: 'checkout_id', foreignKeyConstraintName: 'redeemer_of_redemption' },
  ])
  redemption?: RedemptionEntity;
}
