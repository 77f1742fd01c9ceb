import { Injectable } from '@nestjs/common';
import { HoldStock } from '#catalogue';
import { ReachGuest, type GuestContact } from '#identity';
import { RequestPayment, type PaymentMethod } from '#payments';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { Redeem } from '#promotions';
import { SupplyGate } from '#tax';
import { Carts, type Cart } from '../data/carts.repository.js';
import { CheckoutEntity } from '../data/order.entity.js';
import { Orders } from '../data/orders.repository.js';
import { giftOfOrder } from '../domain/gift.js';
import { freightOfOrder, taxOfOrder, type PricedOrder } from '../domain/line-parts.js';
import { fail } from '../domain/order.errors.js';
import { DoorCap } from './door-cap.js';
import { OrderLinks } from './order-links.js';
import { RedeemerOf } from './redeemer-of.js';
import { WaysToPay } from './ways-to-pay.js';
import type { Reduction } from '../domain/reductions.js';
import type { Destination, ShipTo } from '../domain/ship-to.js';

export interface PlacedOrder {
  orderId: string;
  number: string;
  sellerId: string;
  total_paise: Paise;
  /** All tax that the total holds. */
  tax_paise: Paise;
  /** What sending it costs her. */
  freight_paise: Paise;
  promisedBy: Date;
  /** By which a guest follows it; null: its shopper signs in. */
  link: string | null;
}

export interface PlacedCheckout {
  checkoutId: string;
  total_paise: Paise;
  /** Until then the pieces are kept for the shopper. */
  payBy: Date;
  orders: PlacedOrder[];
}

/** What a guest says with her order. */
export interface AsGuest {
  /** Where she is reached about it; others are written to where they sign in. */
  contact?: GuestContact | undefined;
}

/** What she wishes beside her goods. */
export interface OrderWish extends AsGuest {
  /** Before they are sent when absent. */
  payBy?: PaymentMethod | undefined;
}

/** An open cart, held, and what it becomes. */
export interface Ordered extends OrderWish {
  cart: Cart;
  shipTo: ShipTo;
  /** What her gift is to say, with every parcel; null: nothing. */
  giftMessage: string | null;
  to: Destination;
  orders: readonly PricedOrder[];
  reductions: readonly Reduction[];
}

const makerOf = ({ sellerId, seller }: PricedOrder) => ({ sellerId, gstStatus: seller.gstStatus });

@Injectable()
export class WriteCheckout {
  constructor(
    private readonly carts: Carts,
    private readonly orders: Orders,
    private readonly holdStock: HoldStock,
    private readonly redeem: Redeem,
    private readonly requestPayment: RequestPayment,
    private readonly keys: SubjectKeys,
    private readonly reachGuest: ReachGuest,
    private readonly policy: PolicyQuery,
    private readonly supplyGate: SupplyGate,
    private readonly doorCap: DoorCap,
    private readonly links: OrderLinks,
    private readonly waysToPay: WaysToPay,
    private readonly redeemers: RedeemerOf,
  ) {}

  /**
   * Writes a checkout and its orders, keeps their pieces for the time to pay, takes what promotions give, asks for one payment,
   * and closes the cart.
   * @throws cash_over_limit · cash_not_at_pincode · cash_not_of_maker · cash_needs_account · seller_not_through_operator · seller_turnover_reached · contact_needed · too_many_unpaid_there · out_of_stock · too_many_holds · promotion_over · promotion_used_up
   * @rule SM-4 S-4 S-52
   */
  async inside(tx: Tx, ordered: Ordered): Promise<PlacedCheckout> {
    const { cart, to, orders, reductions: applied } = ordered;
    const { payBy: pays = 'online' } = ordered;
    if (pays === 'cash_on_delivery') this.waysToPay.assertCash(tx, orders, to.pincode);
    await this.supplyGate.check(tx, orders.map(makerOf));
    await this.reach(tx, ordered);
    const checkoutId = newId();
    const total_paise = sumPaise(orders.map((order) => order.total_paise));
    const door = await this.doorCap.check(tx, ordered.shipTo);
    await this.addCheckout(tx, checkoutId, ordered, { total_paise, door });
    const gift = await this.gift(tx, ordered);
    const place = { checkoutId, buyerId: cart.owner_id, pincode: to.pincode, state: to.stateCode, gift, payBy: pays };
    const payBy = await this.orders.add(tx, place, orders);
    assert(payBy, 'an unpaid order lapses');
    for (const { id, lines } of orders) {
      await this.holdStock.inside(tx, { cause: { kind: 'order', id }, lines, expiresAt: payBy });
    }
    if (applied.length > 0) {
      const by = await this.redeemers.of(tx, cart, ordered.shipTo, ordered.contact);
      await this.redeem.inside(tx, { checkoutId, by, applied });
    }
    await this.requestPayment.inside(tx, {
      cause: { kind: 'checkout', id: checkoutId },
      payerId: cart.owner_id,
      amount_paise: total_paise,
      description: `ODOP Bazaar ${orders.map((order) => order.number).join(', ')}`.slice(0, 200),
      atTheDoor: pays === 'online' ? undefined : orders.map(dueOf),
    });
    await this.carts.markOrdered(tx, cart);
    return { checkoutId, total_paise, payBy, orders: orders.map((order) => this.placed(tx, order)) };
  }

  /** Seals the words of the gift for one order; nothing where there are none. */
  private async gift(tx: Tx, { cart, giftMessage }: Ordered): Promise<(orderId: string) => Buffer | null> {
    if (giftMessage === null) return () => null;
    const key = await this.keys.of(tx, cart.owner_id);
    return (orderId) => key.seal(giftOfOrder(orderId), giftMessage);
  }

  /** A guest says where she is reached before anything is hers. @throws contact_needed */
  private async reach(tx: Tx, { cart, shipTo, contact }: Ordered): Promise<void> {
    if (tx.actor.kind !== 'guest') return;
    if (!contact) throw fail('contact_needed');
    const endsAt = this.policy.deadline('cart.guest_days', tx.now);
    await this.reachGuest.inside(tx, cart.owner_id, shipTo.name, contact, endsAt);
  }

  private async addCheckout(
    tx: Tx,
    checkoutId: string,
    { cart, shipTo, to }: Ordered,
    { total_paise, door }: { total_paise: Paise; door: Buffer },
  ) {
    const key = await this.keys.of(tx, cart.owner_id);
    const { name, mobile, street, gstin } = shipTo;
    await tx.insert(CheckoutEntity, {
      id: checkoutId,
      cart_id: cart.id,
      buyer_id: cart.owner_id,
      total_paise: total_paise.toString(),
      ship_to_sealed: key.seal(
        { table: 'orders.checkout', column: 'ship_to', row: checkoutId },
        JSON.stringify({ name, mobile, street, gstin }),
      ),
      ship_to_pincode: to.pincode,
      ship_to_state: to.stateCode,
      made_at: tx.now,
      door_lookup: door,
      is_guest: tx.actor.kind === 'guest',
    });
  }

  private placed(tx: Tx, order: PricedOrder): PlacedOrder {
    return {
      orderId: order.id,
      number: order.number,
      sellerId: order.sellerId,
      total_paise: order.total_paise,
      tax_paise: taxOfOrder(order),
      freight_paise: freightOfOrder(order),
      promisedBy: order.promisedBy,
      link: tx.actor.kind === 'guest' ? this.links.of(order.id) : null,
    };
  }
}

const dueOf = ({ id, total_paise }: PricedOrder) => ({
  cause: { kind: 'order', id } as const,
  amount_paise: total_paise,
});
