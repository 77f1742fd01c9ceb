import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { cartStates } from '../domain/cart.js';
import { orderStates } from '../domain/order.states.js';
import { returnsAs, type ReturnsAs } from '../domain/return-terms.js';
import { stepMakers, type StepMaker } from '../domain/step.js';

@Entity({ schema: 'orders', name: 'cart' })
@Index('cart_by_owner', ['owner_id', 'id'])
@Index('cart_by_end', { synchronize: false })
@Index('cart_open_once', { synchronize: false })
@Check('cart_state', `state in (${cartStates.map((state) => `'${state}'`).join(', ')})`)
export class CartEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') owner_id: string;
  @Column('text') state: string;
  /** Rises with every change: the cart's ETag. */
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
  /** When a guest's cart is forgotten; null: another's. */
  @Column('timestamptz', { nullable: true }) ends_at: Date | null;
}

@Entity({ schema: 'orders', name: 'cart_line' })
@Check('cart_line_quantity', 'quantity > 0')
@Check('cart_line_wrap', 'seen_wrap_paise >= 0')
export class CartLineEntity {
  @PrimaryColumn('uuid') cart_id: string;
  @PrimaryColumn('uuid') offer_id: string;
  @Column('uuid') owner_id: string;
  @Column('integer') quantity: number;
  /** The price the shopper saw, paise a piece. */
  @Column('bigint') seen_price_paise: string;
  /** What wrapping a piece as a gift costs, as the shopper saw it; null: not wrapped. */
  @Column('bigint', { nullable: true }) seen_wrap_paise: string | null;
  @ManyToOne(() => CartEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cart_id', foreignKeyConstraintName: 'cart_line_cart_id_fkey' })
  cart?: CartEntity;
}

@Entity({ schema: 'orders', name: 'checkout' })
@Unique('checkout_once_per_cart', ['cart_id'])
@Index('checkout_by_door', { synchronize: false })
@Check('checkout_total', 'total_paise > 0')
export class CheckoutEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') cart_id: string;
  @Column('uuid') buyer_id: string;
  @Column('bigint') total_paise: string;
  /** Name, street and mobile, sealed under the buyer's key (S-63). */
  @Column('bytea') ship_to_sealed: Buffer;
  @Column('text') ship_to_pincode: string;
  @Column('text') ship_to_state: string;
  @Column('timestamptz') made_at: Date;
  /** Who bought has no account: `buyer_id` is a guest's. */
  @Column('boolean', { default: false }) is_guest: boolean;
  /** Keyed hash of the door it goes to; null: ordered before doors were counted. @rule S-52 */
  @Column('bytea', { nullable: true }) door_lookup: Buffer | null;
}

@Entity({ schema: 'orders', name: 'order' })
@Unique('order_number', ['number'])
@Index('order_by_buyer', ['buyer_id', 'id'])
@Index('order_by_seller', ['seller_id', 'state', 'id'])
@Index('order_by_checkout', ['checkout_id'])
@Index('order_due', { synchronize: false })
@Check('order_state', `state in (${orderStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check('order_total', 'total_paise > 0 or exchange_of is not null and total_paise = 0')
@Index('order_by_exchange', { synchronize: false })
@Index('order_by_first', { synchronize: false })
@Check('order_seller_gst', `seller_gst in ('registered', 'composition', 'enrolled_unregistered', 'exempt')`)
@Check('order_held', `held_why in ('dispute')`)
@Check('order_pay_by', `pay_by in ('online', 'cash_on_delivery')`)
@Check('order_refunded', 'refunded_paise between 0 and total_paise')
@Index('order_waits', { synchronize: false })
@Index('order_alarmed', { synchronize: false })
@Index('order_unplaced', { synchronize: false })
export class OrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  /** Goods of that order came back and are exchanged by this one: what was paid for them went over to it. @rule SM-4 */
  @ForeignKey(() => OrderEntity, { name: 'order_exchange_of' })
  @Column('uuid', { nullable: true })
  exchange_of: string | null;
  /** Its pieces were ordered with that order, and go in a parcel of their own. @rule SM-4 */
  @ForeignKey(() => OrderEntity, { name: 'order_part_of' })
  @Column('uuid', { nullable: true })
  part_of?: string | null;
  @Column('uuid') checkout_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') state: string;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  @Column('bigint') total_paise: string;
  @Column('text') ship_to_pincode: string;
  @Column('text') ship_to_state: string;
  /** The maker's State and standing before the tax when it was ordered; null: older than they are kept. */
  @Column('text', { nullable: true }) seller_state: string | null;
  @Column('text', { nullable: true }) seller_gst: string | null;
  /** What the shopper's gift is to say, sealed under her key (S-63); null: nothing. */
  @Column('bytea', { nullable: true }) gift_message_sealed: Buffer | null;
  /** What goes or went back to the shopper of it. */
  @Column('bigint', { default: 0 }) refunded_paise: string;
  /** How it is paid: before, or at the door. */
  @Column('text', { default: 'online' }) pay_by: string;
  /** When the goods arrived; null before. */
  @Column('timestamptz', { nullable: true }) delivered_at: Date | null;
  /** Until when delivered goods may come back with a defect; without one some kinds may not. @rule SM-4 */
  @Column('timestamptz', { nullable: true }) returns_until: Date | null;
  /** By when the shopper was told to have her goods. */
  @Column('timestamptz', { nullable: true }) promised_by: Date | null;
  /** Why it must not leave its maker now; null: it may. */
  @Column('text', { nullable: true }) held_why: string | null;
  /** When the present state lapses by itself; null when nothing is due. */
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') changed_at: Date;
  @ManyToOne(() => CheckoutEntity)
  @JoinColumn({ name: 'checkout_id', foreignKeyConstraintName: 'order_checkout_id_fkey' })
  checkout?: CheckoutEntity;
}

@Entity({ schema: 'orders', name: 'order_line' })
@Index('order_line_by_order', ['order_id'])
@Check('order_line_quantity', 'quantity > 0')
@Check('order_line_wrap', 'wrap_paise >= 0')
@Check(
  'order_line_parts',
  'least(rate_bp, taxable_paise, cgst_paise, sgst_paise, igst_paise, maker_discount_paise, platform_discount_paise, freight_paise, paid_paise) >= 0',
)
@Check(
  'order_line_tax',
  'taxable_paise + cgst_paise + sgst_paise + igst_paise = line_paise - maker_discount_paise + freight_paise',
)
@Check('order_line_paid', 'paid_paise = line_paise - maker_discount_paise + freight_paise - platform_discount_paise')
@Check('order_line_gone', 'gone_quantity between 0 and quantity')
@Check('order_line_returns_as', `returns_as in (${returnsAs.map((kind) => `'${kind}'`).join(', ')})`)
export class OrderLineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') order_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') offer_id: string;
  @Column('text') title: string;
  @Column('integer') quantity: number;
  @Column('bigint') price_paise: string;
  /** For wrapping a piece as a gift; null: not wrapped. */
  @Column('bigint', { nullable: true }) wrap_paise: string | null;
  /** Pieces and wrapping. */
  @Column('bigint') line_paise: string;
  /** grams a piece, for the parcel */
  @Column('integer') weight_g: number;
  /** Goods code for the invoice; null on lines older than it. */
  @Column('text', { nullable: true }) hsn: string | null;
  @Column('integer', { default: 0 }) rate_bp: number;
  /** Without tax; freight is part of it, the platform's discount is not taken off. @rule R-6.3 R-6.4 */
  @Column('bigint') taxable_paise: string;
  @Column('bigint', { default: 0 }) cgst_paise: string;
  @Column('bigint', { default: 0 }) sgst_paise: string;
  @Column('bigint', { default: 0 }) igst_paise: string;
  /** The line's share of discounts the maker gives: they lower her price. */
  @Column('bigint', { default: 0 }) maker_discount_paise: string;
  /** The line's share of discounts the platform pays for: the maker has her price all the same. */
  @Column('bigint', { default: 0 }) platform_discount_paise: string;
  @Column('bigint', { default: 0 }) freight_paise: string;
  /** What the shopper pays for the line, all in. */
  @Column('bigint') paid_paise: string;
  /** Pieces of the line that were not accepted, were cancelled or came back. */
  @Column('integer', { default: 0 }) gone_quantity: number;
  /** What kind of goods it was when it was ordered: how long it may come back without a defect. @rule SM-4 */
  @Column('text', { default: 'goods' }) returns_as: ReturnsAs;
  /** Its pieces are made after they were ordered. */
  @Column('boolean', { default: false }) to_make: boolean;
  @ManyToOne(() => OrderEntity)
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_line_order_id_fkey' })
  order?: OrderEntity;
}

/** A step of an order on its way: what its parties see of its past. Rows are only added. @rule SM-4 */
@Entity({ schema: 'orders', name: 'order_step' })
@Check('order_step_made_by', `made_by in (${stepMakers.map((maker) => `'${maker}'`).join(', ')})`)
export class OrderStepEntity {
  @ForeignKey(() => OrderEntity, { name: 'order_step_of_order' })
  @PrimaryColumn('uuid')
  order_id: string;
  /** The order's version after the step. */
  @PrimaryColumn('integer') n: number;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') event: string;
  @Column('text') state: string;
  @Column('text') made_by: StepMaker;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
}
