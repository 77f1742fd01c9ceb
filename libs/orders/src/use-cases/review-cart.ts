import { Injectable } from '@nestjs/common';
import { OffersQuery } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { ShownMakersQuery, type Shown } from '../data/shown-makers.query.js';
import { Carts, type Cart } from '../data/carts.repository.js';
import { checkedLine, type CheckedLine } from '../domain/checked-line.js';
import { linesOf } from './plan-checkout.js';

/** A cart whose lines were held against the catalogue. */
export type ReviewedCart = Omit<Cart, 'lines'> & { lines: CheckedLine[]; shown: Shown };

@Injectable()
export class ReviewCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly offers: OffersQuery,
    private readonly shownMakers: ShownMakersQuery,
  ) {}

  /** A cart of the shopper's with what changed since she filled it: prices, pieces, goods that are gone. @throws cart_not_found @rule S-10 */
  run(cartId: string): Promise<ReviewedCart> {
    return this.work.run(async (tx) => {
      const cart = await this.carts.byId(tx, cartId);
      const lines = await this.lines(tx, cart);
      const sellerIds = lines.flatMap((line) => line.now?.sellerId ?? []);
      return { ...cart, lines, shown: await this.shownMakers.of(tx, sellerIds) };
    });
  }

  /** Each line of a cart beside what the catalogue says of it now. */
  async lines(tx: Tx, cart: Cart): Promise<CheckedLine[]> {
    const lines = linesOf(cart);
    const ids = lines.map((line) => line.offerId);
    const offers = await this.offers.stillForSale(tx, ids);
    return lines.map((line) => checkedLine(line, offers.get(line.offerId)));
  }
}
