import { Injectable } from '@nestjs/common';
import { QuoteTax } from '#tax';
import { askedFor, withParts, type LineShares, type PricedOrder } from '../domain/line-parts.js';
import type { PlannedOrder } from '../domain/plan-orders.js';

@Injectable()
export class PriceOrders {
  constructor(private readonly quoteTax: QuoteTax) {}

  /**
   * Finds what each line of each maker's order is made of, by the rates of that moment.
   * @param toState  State of the delivery address, `IN-UP`: the place of supply of what is sent to a shopper
   * @rule    
   */
  of(orders: readonly PlannedOrder[], toState: string, at: Date): PricedOrder[] {
    return orders.map((order) => {
      const shares: LineShares[] = order.lines.map(() => ({
        maker_discount_paise: 0n,
        platform_discount_paise: 0n,
        freight_paise: 0n,
      }));
      const goods = order.lines.map((line, i) => ({
        gstRateKey: line.gstRateKey,
        value_paise: askedFor(line, shares[i]!),
        freight_paise: shares[i]!.freight_paise,
        pieces: line.quantity,
      }));
      const taxes = this.quoteTax.of(goods, { at, seller: order.seller, toState, holdsTax: true });
      return withParts(order, shares, taxes);
    });
  }
}
