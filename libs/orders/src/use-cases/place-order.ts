import { Injectable } from '@nestjs/common';
import { HoldStock, OffersQuery, servesPin } from '#catalogue';
import { PincodesQuery } from '#odop';
import { RequestPayment } from '#payments';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import { Carts, type Cart } from '../data/carts.repository.js';
import { CheckoutEntity } from '../data/order.entity.js';
import { Orders } from '../data/orders.repository.js';
import { fail } from '../domain/order.errors.js';
import { freightOfOrder, taxOfOrder, type PricedOrder } from '../domain/line-parts.js';
import { planOrders } from '../domain/plan-orders.js';
import { PriceOrders } from './price-orders.js';

export interface ShipTo {
  name: string;
  mobile: string;
  street: string;
  pincode: string;
}

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
}

export interface PlacedCheckout {
  checkoutId: string;
  total_paise: Paise;
  /** Until then the pieces are kept for the shopper. */
  payBy: Date;
  orders: PlacedOrder[];
}

@Injectable()
export class PlaceOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly offers: OffersQuery,
    private readonly pincodes: PincodesQuery,
    private readonly priceOrders: PriceOrders,
    private readonly orders: Orders,
    private readonly holdStock: HoldStock,
    private readonly requestPayment: RequestPayment,
    private readonly keys: SubjectKeys,
  ) {}

  /**
   * Turns an open cart into one order per maker, keeps the pieces for the payment window and asks the shopper to pay once.
   * Prices are the catalogue's of this moment; a cart price that no longer holds is told, not taken over. Tax is found by the
   * rates of this moment and frozen with each line.
   * @throws cart_not_found · cart_is_empty · cart_already_ordered · address_pincode_unknown · price_changed · quantity_not_sold ·
   *         gift_wrap_not_offered · offer_not_for_sale · pincode_not_served · seller_cannot_ship_interstate · out_of_stock · too_many_holds
   * @rule SM-4 S-4 S-10  S-52
   */
  run(cartId: string, shipTo: ShipTo): Promise<PlacedCheckout> {
    return this.work.run(async (tx) => {
      const cart = await this.carts.lock(tx, cartId);
      if (cart.state !== 'open') throw fail('cart_already_ordered');
      if (cart.lines.length === 0) throw fail('cart_is_empty');
      const toState = await this.stateOf(shipTo.pincode);
      const plan = await this.plan(tx, cart, shipTo.pincode, toState);

      const checkoutId = newId();
      const total_paise = sumPaise(plan.map((order) => order.total_paise));
      await this.addCheckout(tx, { checkoutId, cart, shipTo, toState, total_paise });
      const place = { checkoutId, buyerId: cart.owner_id, pincode: shipTo.pincode, state: toState };
      const payBy = await this.orders.add(tx, place, plan);
      assert(payBy, 'an unpaid order lapses');
      for (const order of plan) {
        await this.holdStock.inside(tx, {
          cause: { kind: 'order', id: order.id },
          lines: order.lines,
          expiresAt: payBy,
        });
      }
      await this.requestPayment.inside(tx, {
        cause: { kind: 'checkout', id: checkoutId },
        payerId: cart.owner_id,
        amount_paise: total_paise,
        description: `ODOP Bazaar ${plan.map((order) => order.number).join(', ')}`.slice(0, 200),
      });
      await this.carts.markOrdered(tx, cart);
      return {
        checkoutId,
        total_paise,
        payBy,
        orders: plan.map((order) => ({
          orderId: order.id,
          number: order.number,
          sellerId: order.sellerId,
          total_paise: order.total_paise,
          tax_paise: taxOfOrder(order),
          freight_paise: freightOfOrder(order),
          promisedBy: order.promisedBy,
        })),
      };
    });
  }

  private async stateOf(pincode: string): Promise<string> {
    const found = await this.pincodes.pincode(pincode);
    if (!found) throw fail('address_pincode_unknown', { pincode });
    return found.state_code;
  }

  private async plan(tx: Tx, cart: Cart, pincode: string, toState: string): Promise<PricedOrder[]> {
    const lines = cart.lines.map((line) => ({
      offerId: line.offer_id,
      quantity: line.quantity,
      seen_price_paise: line.seen_price_paise,
      seen_wrap_paise: line.seen_wrap_paise,
    }));
    const offers = await this.offers.forSale(
      tx,
      lines.map((line) => line.offerId),
    );
    const unserved = offers.filter((offer) => !servesPin(offer.servesPins, pincode));
    if (unserved.length > 0)
      throw fail('pincode_not_served', { offerIds: unserved.map((offer) => offer.offerId), pincode });
    return this.priceOrders.of(planOrders(lines, offers, toState, tx.now), { pincode, stateCode: toState }, tx.now);
  }

  private async addCheckout(
    tx: Tx,
    checkout: { checkoutId: string; cart: Cart; shipTo: ShipTo; toState: string; total_paise: Paise },
  ): Promise<void> {
    const { checkoutId, cart, shipTo } = checkout;
    const key = await this.keys.of(tx, cart.owner_id);
    const { pincode, ...personal } = shipTo;
    await tx.insert(CheckoutEntity, {
      id: checkoutId,
      cart_id: cart.id,
      buyer_id: cart.owner_id,
      total_paise: checkout.total_paise.toString(),
      ship_to_sealed: key.seal(
        { table: 'orders.checkout', column: 'ship_to', row: checkoutId },
        JSON.stringify(personal),
      ),
      ship_to_pincode: pincode,
      ship_to_state: checkout.toState,
      made_at: tx.now,
    });
  }
}
