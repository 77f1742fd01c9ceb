import { servesPin, type OfferForSale } from '#catalogue';
import { maySupply, supplyBetween, type LineTax } from '#tax';
import type { CartLine } from './plan-orders.js';
import type { PricedOrder } from './line-parts.js';

/** Why a line of a quote can no longer be ordered as it was promised. */
export type QuotedTrouble =
  'changed_in_cart' | 'gone' | 'out_of_stock' | 'made_otherwise' | 'not_sent_there' | 'tax_changed';

export interface TroubledLine {
  offerId: string;
  why: QuotedTrouble;
}

/** What is true now, to be held against a quote. */
export interface QuoteFacts {
  cart: readonly CartLine[];
  offers: ReadonlyMap<string, OfferForSale>;
  to: { pincode: string; stateCode: string };
  /** The tax of each order's lines by the rates of now. */
  taxes: readonly (readonly LineTax[])[];
}

/**
 * Every line that is not as it was when the quote was made. Its price is not asked for: that is what was promised.
 * @rule S-10
 */
export function troublesOf(orders: readonly PricedOrder[], now: QuoteFacts): TroubledLine[] {
  const inCart = new Map(now.cart.map((line) => [line.offerId, line]));
  const found: TroubledLine[] = orders.flatMap((order, i) =>
    order.lines.flatMap((line, j) => {
      const offer = now.offers.get(line.offerId);
      const kept = inCart.get(line.offerId);
      inCart.delete(line.offerId);
      const tax = now.taxes[i]![j]!;
      const why: QuotedTrouble | null =
        kept?.quantity !== line.quantity || kept.seen_wrap_paise !== line.wrap_paise
          ? 'changed_in_cart'
          : !offer
            ? 'gone'
            : offer.available < line.quantity
              ? 'out_of_stock'
              : offer.isMadeToOrder !== line.toMake
                ? 'made_otherwise'
                : !isSentTo(offer, now.to)
                  ? 'not_sent_there'
                  : isSameTax(tax, line) && isSameSupplier(offer, order.seller)
                    ? null
                    : 'tax_changed';
      return why === null ? [] : [{ offerId: line.offerId, why }];
    }),
  );
  return [...found, ...[...inCart.keys()].map((offerId) => ({ offerId, why: 'changed_in_cart' as const }))];
}

const isSentTo = (offer: OfferForSale, to: QuoteFacts['to']): boolean =>
  servesPin(offer.servesPins, to.pincode) &&
  maySupply(offer.sellerGstStatus, supplyBetween(offer.sellerStateCode, to.stateCode));

/** The rates were found for a maker of this standing in this State. */
const isSameSupplier = (offer: OfferForSale, seller: PricedOrder['seller']): boolean =>
  offer.sellerGstStatus === seller.gstStatus && offer.sellerStateCode === seller.stateCode;

const isSameTax = (a: LineTax, b: LineTax): boolean =>
  a.taxable_paise === b.taxable_paise && a.cgst_paise === b.cgst_paise && a.igst_paise === b.igst_paise;
