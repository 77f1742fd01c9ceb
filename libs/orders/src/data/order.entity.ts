import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { orderStates } from '../domain/order.states.js';

@Entity({ schema: 'orders', name: 'cart' })
@Index('cart_by_owner', ['owner_id', 'id'])
@Check('cart_state', `state in ('open', 'ordered')`)
export class CartEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') owner_id: string;
  @Column('text') state: string;
  /** Rises with every change: the cart's ETag. */
  @Column('integer') version: number;
  @Column('timestamptz') made_at: Date;
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
}

@Entity({ schema: 'orders', name: 'order' })
@Unique('order_number', ['number'])
@Index('order_by_buyer', ['buyer_id', 'id'])
@Index('order_by_seller', ['seller_id', 'state', 'id'])
@Index('order_by_checkout', ['checkout_id'])
@Index('order_due', { synchronize: false })
@Check('order_state', `state in (${orderStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check('order_total', 'total_paise > 0')
export class OrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') checkout_id: string;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') state: string;
  @Column('bigint') total_paise: string;
  @Column('text') ship_to_pincode: string;
  @Column('text') ship_to_state: string;
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
  @ManyToOne(() => OrderEntity)
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'order_line_order_id_fkey' })
  order?: OrderEntity;
}
