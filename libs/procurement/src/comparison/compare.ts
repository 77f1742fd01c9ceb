import { createHash } from 'node:crypto';
import { servesPin, unitPriceOf, type PricedOffer } from '#catalogue';
import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';

/** Why a compared offer does not count. */
export const outReasons = ['not_for_sale', 'stock', 'quantity', 'place', 'delivery'] as const;
export type OutReason = (typeof outReasons)[number];

/** Why a sheet can no longer be ordered from. */
export type SheetStale = 'expired' | 'replaced' | 'price' | 'terms';

/** What every offer must meet. */
export interface Wish {
  quantity: number;
  to_pincode: string;
  delivery_days: number;
}

/** What the decision about one offer needs to know of it. */
export interface Terms extends PricedOffer {
  /** Whether its seller may sell and its listing stands verified in the shop. */
  isForSale: boolean;
  available: number;
  minQty: number;
  maxQty: number | null;
  servesPins: readonly string[] | null;
  leadDays: number;
}

export interface Compared extends Terms {
  offerId: string;
  sellerId: string;
  manufacturerKey: string;
}

export interface Line {
  offerId: string;
  sellerId: string;
  /** Number of its manufacturer on this sheet: who it is nobody learns before the order (R-2.7). */
  maker: number;
  /** Number of its seller on this sheet. */
  seller: number;
  unit_price_paise: Paise;
  /** Whole quantity, all-inclusive, at the consignee. */
  total_paise: Paise;
  lead_days: number;
  /** Empty: it counts. */
  out: OutReason[];
}

export interface Minima {
  manufacturers: number;
  sellers: number;
}

/** How many there were to choose from. */
export interface Competition {
  offers: number;
  counting: number;
  manufacturers: number;
  sellers: number;
  min_manufacturers: number;
  min_sellers: number;
  /** How many offers each reason kept out; one offer may have several. */
  out: Record<OutReason, number>;
}

export interface Tie {
  /** SHA-256 over sheet, moment and all counting offers with their prices; hexadecimal. */
  seed: string;
  /** Offers at the lowest price, sorted by id. */
  candidates: string[];
  /** Which of them: seed modulo their number. */
  index: number;
}

export interface Comparison {
  competition: Competition;
  conditions: Condition[];
  /** Those that count first, each part by price. */
  lines: Line[];
  /** Null when there is too little competition. */
  chosen: { line: Line; tie: Tie } | null;
}

/** One of the seven conditions, as it is printed on the sheet. */
export interface Condition {
  no: number;
  says: string;
  holds: boolean;
}

/** Why an offer does not count; nothing when it does. @rule R-1.4 */
export function outOf(offer: Terms, wish: Wish): OutReason[] {
  const found: Record<OutReason, boolean> = {
    not_for_sale: !offer.isForSale,
    stock: offer.available < wish.quantity,
    quantity: wish.quantity < offer.minQty || wish.quantity > (offer.maxQty ?? Infinity),
    place: !servesPin(offer.servesPins, wish.to_pincode),
    delivery: offer.leadDays > wish.delivery_days,
  };
  return outReasons.filter((reason) => found[reason]);
}

/**
 * Compares offers of the same goods: who counts, whether there is competition, and which is the cheapest.
 *
 * @param offers  of one category and unit, with the golden parameters that were asked
 * @param sheet   the id and moment of the sheet, from which a tie is drawn
 * @rule R-1.4 R-2.36 R-0.6
 */
export function compare(
  offers: readonly Compared[],
  wish: Wish,
  minima: Minima,
  sheet: { id: string; at: Date },
): Comparison {
  const lines = numbered(offers.map((offer) => lineOf(offer, wish)).toSorted(inOrder));
  const counting = lines.filter((line) => line.out.length === 0);
  const competition: Competition = {
    offers: lines.length,
    counting: counting.length,
    manufacturers: new Set(counting.map((line) => line.maker)).size,
    sellers: new Set(counting.map((line) => line.seller)).size,
    min_manufacturers: minima.manufacturers,
    min_sellers: minima.sellers,
    out: Object.fromEntries(
      outReasons.map((reason) => [reason, lines.filter((line) => line.out.includes(reason)).length]),
    ) as Record<OutReason, number>,
  };
  const competes = competition.manufacturers >= minima.manufacturers && competition.sellers >= minima.sellers;
  const chosen = competes ? cheapest(counting, sheet) : null;
  return { competition, conditions: printed(competition, wish, chosen?.tie ?? null), lines, chosen };
}

/** Of equal lowest prices one is drawn, so that anybody can draw it again. @rule R-2.36 */
function cheapest(counting: readonly Line[], sheet: { id: string; at: Date }): { line: Line; tie: Tie } {
  const least = counting.reduce((low, { total_paise }) => (total_paise < low ? total_paise : low), MAX);
  const candidates = counting.flatMap((one) => (one.total_paise === least ? [one.offerId] : [])).toSorted();
  const seed = seedOf(sheet, counting);
  const index = Number(BigInt(`0x${seed}`) % BigInt(candidates.length));
  const line = counting.find((one) => one.offerId === candidates[index]);
  assert(line, 'one of the candidates is drawn');
  return { line, tie: { seed, candidates, index } };
}

/** @rule R-2.36 */
export function seedOf(
  sheet: { id: string; at: Date },
  counting: readonly Pick<Line, 'offerId' | 'total_paise'>[],
): string {
  const priced = counting.map((one) => `${one.offerId} ${one.total_paise}`).toSorted();
  return createHash('sha256')
    .update([sheet.id, sheet.at.toISOString(), ...priced].join('\n'))
    .digest('hex');
}

type Unnumbered = Omit<Line, 'maker' | 'seller'> & { manufacturerKey: string };

function lineOf(offer: Compared, wish: Wish): Unnumbered {
  const unit_price_paise = unitPriceOf(offer, wish.quantity, 'government');
  return {
    offerId: offer.offerId,
    sellerId: offer.sellerId,
    manufacturerKey: offer.manufacturerKey,
    unit_price_paise,
    total_paise: unit_price_paise * BigInt(wish.quantity),
    lead_days: offer.leadDays,
    out: outOf(offer, wish),
  };
}

const MAX = 2n ** 63n;
const inOrder = (a: Unnumbered, b: Unnumbered): number =>
  Math.sign(a.out.length) - Math.sign(b.out.length) ||
  Number(a.total_paise - b.total_paise) ||
  (a.offerId < b.offerId ? -1 : 1);

/** Makers and sellers get their numbers as they appear. @rule R-2.7 */
function numbered(lines: readonly Unnumbered[]): Line[] {
  const [makers, sellers] = [new Map<string, number>(), new Map<string, number>()];
  const numberIn = (all: Map<string, number>, key: string) => {
    if (!all.has(key)) all.set(key, all.size + 1);
    return all.get(key)!;
  };
  return lines.map(({ manufacturerKey, ...line }) => ({
    ...line,
    maker: numberIn(makers, manufacturerKey),
    seller: numberIn(sellers, line.sellerId),
  }));
}

/** The conditions of rule 149(ii), in its order. @rule R-1.4 */
function printed(found: Competition, wish: Wish, tie: Tie | null): Condition[] {
  const competes = found.manufacturers >= found.min_manufacturers && found.sellers >= found.min_sellers;
  const kept = (reason: OutReason) => `${found.out[reason]} left out`;
  return [
    [
      `offers of ${found.manufacturers} manufacturers and ${found.sellers} sellers count; ` +
        `${found.min_manufacturers} and ${found.min_sellers} are needed`,
      competes,
    ],
    [`all ${found.offers} are of the category, unit and golden parameters of the demand`, true],
    [
      `each can supply ${wish.quantity} at once: without the stock ${kept('stock')}, by its quantities ${kept('quantity')}`,
      true,
    ],
    [
      `each delivers to ${wish.to_pincode} within ${wish.delivery_days} days: by place ${kept('place')}, ` +
        `by time ${kept('delivery')}`,
      true,
    ],
    ['prices are all-inclusive, for the whole quantity, at the consignee', true],
    [
      tie === null
        ? 'no offer is chosen'
        : `the cheapest is chosen${tie.candidates.length > 1 ? ` of ${tie.candidates.length} at one price, drawn by the seed` : ''}`,
      tie !== null,
    ],
    [`sellers who may not sell now and goods not on sale: ${kept('not_for_sale')}`, true],
  ].map(([says, holds], i) => ({ no: i + 1, says: String(says), holds: holds === true }));
}
