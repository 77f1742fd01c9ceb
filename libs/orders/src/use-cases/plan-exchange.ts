import { Injectable } from '@nestjs/common';
import { HoldStock, OffersQuery, unitPriceOf, type OfferForSale } from '#catalogue';
import { PolicyQuery } from '#policy';
import type { Tx } from '#platform/database';
import { DomainError, newId } from '#platform/kernel';
import { ExchangeableQuery } from '../data/exchangeable.query.js';
import { Orders, type Order, type OrderLine } from '../data/orders.repository.js';
import { Returns, type ReturnRequest } from '../data/returns.repository.js';
import type { ExchangedLine } from '../domain/exchange.js';
import { fail } from '../domain/order.errors.js';
import { named, type Gone } from '../domain/pieces.js';
import { returnsAsOf } from '../domain/return-terms.js';

@Injectable()
export class PlanExchange {
  constructor(
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly offers: OffersQuery,
    private readonly exchangeable: ExchangeableQuery,
    private readonly holdStock: HoldStock,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Whether pieces may be asked for in exchange: the same goods, or another variant of them that costs no more now. A piece is
   * exchanged once.
   * @param forOffers  what is wanted for each line, by its id; the same when absent
   * @throws exchange_only_once, exchange_not_possible (422)
   * @rule SM-4
   */
  async assertPossible(
    tx: Tx,
    order: Order,
    pieces: readonly Gone<OrderLine>[],
    forOffers: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (order.exchange_of !== null) throw fail('exchange_only_once');
    const others = pieces.filter(({ line }) => (forOffers.get(line.id) ?? line.offer_id) !== line.offer_id);
    if (others.length === 0) return;
    const wanted = others.map(({ line }) => forOffers.get(line.id)!);
    const variants = await this.exchangeable.variantsOf(
      tx,
      others.map(({ line }) => line.offer_id),
    );
    const offers = await this.offers.stillForSale(tx, wanted);
    const unfit = others.filter(({ line, pieces: count }, i) => {
      const offer = offers.get(wanted[i]!);
      const isVariant = variants.some((one) => one.of === line.offer_id && one.offerId === wanted[i]);
      return !offer || !isVariant || unitPriceOf(offer, count, 'retail') > line.price_paise;
    });
    if (unfit.length > 0) throw fail('exchange_not_possible', { lineIds: unfit.map(({ line }) => line.id) });
  }

  /**
   * Keeps the pieces of an exchange that is approved until the goods are back.
   * @returns false when they are not to be had, or got dearer: then she is refunded instead
   * @rule SM-4 S-4
   */
  async hold(tx: Tx, order: Order, request: ReturnRequest): Promise<boolean> {
    const lines = await this.linesOf(tx, order, request);
    if (lines === null) return false;
    const id = newId();
    const hold = {
      cause: { kind: 'order' as const, id },
      lines,
      expiresAt: this.policy.deadline('retail.exchange_hold_days', tx.now),
      isCounted: false,
    };
    try {
      await tx.attempt(() => this.holdStock.inside(tx, hold));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
    await this.returns.keepExchange(tx, request.id, id, lines);
    return true;
  }

  private async linesOf(tx: Tx, order: Order, request: ReturnRequest): Promise<ExchangedLine[] | null> {
    const forOffers = new Map(request.lines.map(({ lineId, forOfferId }) => [lineId, forOfferId]));
    const pieces = named(await this.orders.lines(tx, order.id), request.lines);
    const wanted = pieces.map(({ line }) => forOffers.get(line.id) ?? line.offer_id);
    const offers = await this.offers.stillForSale(tx, wanted);
    const lines = pieces.map((one, i) => lineFor(one, offers.get(wanted[i]!)));
    return lines.every((line) => line !== null) ? lines : null;
  }
}

/** Pieces of an offer in the place of others; null when they are not for sale, or cost more than she paid. */
function lineFor({ line, pieces }: Gone<OrderLine>, offer: OfferForSale | undefined): ExchangedLine | null {
  if (!offer) return null;
  const price_paise = offer.offerId === line.offer_id ? line.price_paise : unitPriceOf(offer, pieces, 'retail');
  if (price_paise > line.price_paise) return null;
  const { offerId, title, weight_g, leadDays: lead_days, isMadeToOrder: toMake, gstRateKey } = offer;
  const kind = returnsAsOf(offer);
  return {
    ...{ lineId: line.id, offerId, title, quantity: pieces, price_paise, weight_g, lead_days, toMake },
    ...{ returnsAs: kind, gstRateKey },
  };
}
