import type { Paise } from '#platform/money';

/** From so many pieces on, each costs so much. */
export interface QuantityBreak {
  /** ≥ 2 */
  from: number;
  price_paise: Paise;
}
/** The shop sells to everybody; public purchase to offices, who may have a price of their own. */
export type Door = 'retail' | 'government';

export interface PricedOffer {
  price_paise: Paise;
  quantityBreaks: readonly QuantityBreak[];
  governmentPrice_paise: Paise | null;
}

/**
 * What one piece costs when so many are bought: the lowest price the buyer has a claim to.
 * @param quantity  ≥ 1
 * @returns paise a piece
 * @rule S-10
 */
export function unitPriceOf(offer: PricedOffer, quantity: number, door: Door): Paise {
  const claims = [
    ...offer.quantityBreaks.filter((one) => quantity >= one.from).map((one) => one.price_paise),
    ...(door === 'government' && offer.governmentPrice_paise !== null ? [offer.governmentPrice_paise] : []),
  ];
  return claims.reduce((least, price) => (price < least ? price : least), offer.price_paise);
}

/** Quantity breaks that still give something when the price for one is this. */
export const breaksBelow = (breaks: readonly QuantityBreak[], price_paise: Paise): QuantityBreak[] =>
  breaks.filter((one) => one.price_paise < price_paise);
