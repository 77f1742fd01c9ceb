import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { CartEntity } from './order.entity.js';

@Entity({ schema: 'orders', name: 'quote' })
@Unique('quote_one_per_cart', ['cart_id'])
@Index('quote_by_end', ['expires_at'])
@Check('quote_total', 'total_paise > 0')
@Check('quote_lasts', 'expires_at > made_at')
export class QuoteEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') cart_id: string;
  @Column('uuid') owner_id: string;
  /** Name, street and mobile, sealed under the shopper's key (S-63). */
  @Column('bytea') ship_to_sealed: Buffer;
  @Column('text') ship_to_pincode: string;
  @Column('text') ship_to_state: string;
  /** The orders as they will be placed: every line with its parts. */
  @Column('jsonb') orders: object;
  /** The promotions that lower it. */
  @Column('jsonb', { default: [] }) reductions: object;
  /** What her gift is to say, sealed under her key; null: nothing. */
  @Column('bytea', { nullable: true }) gift_message_sealed: Buffer | null;
  @Column('bigint') total_paise: string;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') expires_at: Date;
  @ManyToOne(() => CartEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cart_id', foreignKeyConstraintName: 'quote_cart_id_fkey' })
  cart?: CartEntity;
}
