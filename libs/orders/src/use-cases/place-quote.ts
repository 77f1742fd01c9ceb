import { Injectable } from '@nestjs/common';
import { OffersQuery } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { Carts, type Cart } from '../data/carts.repository.js';
import { Quotes, type Quote } from '../data/quotes.repository.js';
import { assertOpen } from '../domain/cart.js';
import { fail } from '../domain/order.errors.js';
import { troublesOf } from '../domain/quoted-line.js';
import { linesOf } from './plan-checkout.js';
import { PriceOrders } from './price-orders.js';
import { WriteCheckout, type OrderWish, type PlacedCheckout } from './write-checkout.js';

@Injectable()
export class PlaceQuote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly quotes: Quotes,
    private readonly offers: OffersQuery,
    private readonly priceOrders: PriceOrders,
    private readonly writeCheckout: WriteCheckout,
  ) {}

  /**
   * Orders what was promised, at the amounts that were promised. What is no longer true of its goods is told, line by line.
   * @throws quote_not_found · quote_expired · quote_outdated · cart_already_ordered · cart_merged · out_of_stock · too_many_holds ·
   *         promotion_over · promotion_used_up · contact_needed · cash_over_limit · cash_not_at_pincode · cash_not_of_maker · cash_needs_account
   * @rule SM-4 S-4 S-10 S-52
   */
  run(quoteId: string, { contact, payBy }: OrderWish = {}): Promise<PlacedCheckout> {
    return this.work.run(async (tx) => {
      const { cartId } = await this.quotes.byId(tx, quoteId);
      const cart = await this.carts.lock(tx, cartId);
      assertOpen(cart);
      // Read again with its cart held: a newer quote may have taken its place meanwhile.
      const { quote, shipTo, giftMessage } = await this.quotes.opened(tx, quoteId);
      if (quote.expiresAt <= tx.now) throw fail('quote_expired', { expired_at: quote.expiresAt.toISOString() });
      await this.assertTrue(tx, quote, cart);
      return this.writeCheckout.inside(tx, {
        cart,
        shipTo,
        giftMessage,
        to: quote.to,
        orders: quote.orders,
        reductions: quote.reductions,
        contact,
        payBy,
      });
    });
  }

  /** @throws quote_outdated */
  private async assertTrue(tx: Tx, quote: Quote, cart: Cart): Promise<void> {
    const { to, orders } = quote;
    const ids = orders.flatMap((order) => order.lines.map((line) => line.offerId));
    const offers = await this.offers.stillForSale(tx, ids);
    const taxes = orders.map((order) => this.priceOrders.taxes(order, order.lines, to, tx.now));
    const lines = troublesOf(orders, { cart: linesOf(cart), offers, to, taxes });
    if (lines.length > 0) throw fail('quote_outdated', { lines });
  }
}
