import { Injectable } from '@nestjs/common';
import { QuoteFreight } from '#fulfilment';
import { sumPaise } from '#platform/money';
import { PolicyQuery } from '#policy';
import type { LineShare } from '#promotions';
import { QuoteTax, type QuotedTax } from '#tax';
import { freightShares, promisedBy, weightOf } from '../domain/carriage.js';
import { askedFor, withParts, type LineShares, type PricedOrder } from '../domain/line-parts.js';
import type { PlannedOrder } from '../domain/plan-orders.js';
import type { Destination } from '../domain/ship-to.js';

@Injectable()
export class PriceOrders {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly quoteFreight: QuoteFreight,
    private readonly quoteTax: QuoteTax,
  ) {}

  /**
   * Finds what each line of each maker's order is made of, by the rates of that moment, and by when the goods come. Asks nobody.
   * @param discounts  what each line is reduced by, by its id
   * @rule    
   */
  of(
    orders: readonly PlannedOrder[],
    to: Destination,
    at: Date,
    discounts: ReadonlyMap<string, LineShare>,
  ): PricedOrder[] {
    const answeredBy = this.policy.deadline('retail.accept_hours', at);
    return orders.map((order) => {
      const { shares, days } = this.shares(order, to, at, discounts);
      const taxes = this.taxes(order, shares, to, at);
      return withParts(order, promisedBy(answeredBy, order.lines, days), shares, taxes);
    });
  }

  /** The tax of each line of an order, by the rates of that moment. */
  taxes(order: PlannedOrder, shares: readonly LineShares[], to: Destination, at: Date): QuotedTax[] {
    const goods = order.lines.map((line, i) => ({
      gstRateKey: line.gstRateKey,
      value_paise: askedFor(line, shares[i]!),
      freight_paise: shares[i]!.freight_paise,
      pieces: line.quantity,
    }));
    return this.quoteTax.of(goods, { at, seller: order.seller, toState: to.stateCode, holdsTax: true });
  }

  private shares(
    order: PlannedOrder,
    to: Destination,
    at: Date,
    discounts: ReadonlyMap<string, LineShare>,
  ): { shares: LineShares[]; days: number } {
    const parcel = {
      fromPincode: order.seller.pincode,
      fromState: order.seller.stateCode,
      toPincode: to.pincode,
      toState: to.stateCode,
      weight_g: weightOf(order.lines),
    };
    const taken = order.lines.map(({ id }) => discounts.get(id)!);
    const goods_paise = sumPaise(order.lines.map((line, i) => line.line_paise - taken[i]!.maker_paise));
    const { freight_paise, days } = this.quoteFreight.of(parcel, goods_paise, at);
    const freight = freightShares(order.lines, freight_paise);
    const shares = order.lines.map((_, i) => ({
      maker_discount_paise: taken[i]!.maker_paise,
      platform_discount_paise: taken[i]!.platform_paise,
      freight_paise: freight[i]!,
    }));
    return { shares, days };
  }
}
