import { Injectable } from '@nestjs/common';
import { assert, newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { QuoteTax } from '#tax';
import type { MadeLine, Order, OrderLine } from '../data/orders.repository.js';
import { carriedOver, type ExchangedLine } from '../domain/exchange.js';

/** A line of an exchange, and what of the first one goes back to the shopper. */
export type CarriedLine = MadeLine & { difference_paise: Paise };

/** What goes over from an order to that of its exchange. */
@Injectable()
export class CarryOver {
  constructor(private readonly quoteTax: QuoteTax) {}

  /**
   * The lines of an exchange. The same goods keep the tax they had. Another variant bears its own, as if it had been ordered in
   * the first place: where the rate depends on the price a cheaper one may lie below the step.
   * @param lines  of the first order
   * @rule SM-4 
   */
  of(
    first: Order,
    lines: readonly OrderLine[],
    exchange: readonly ExchangedLine[],
    withFreight: boolean,
  ): CarriedLine[] {
    return exchange.map(({ lineId, gstRateKey, ...to }) => {
      const line = lines.find(({ id }) => id === lineId);
      assert(line, 'pieces are exchanged of a line of the order');
      const { wrap_paise, hsn } = line;
      const carried = { id: newId(), ...to, wrap_paise, hsn, ...carriedOver(line, to, withFreight) };
      return gstRateKey === null || to.offerId === line.offer_id ? carried : this.taxed(carried, gstRateKey, first);
    });
  }

  /** By the rates of the day the first was ordered. Of an order older than its maker's standing nothing is known: it stays. */
  private taxed(line: CarriedLine, gstRateKey: string, first: Order): CarriedLine {
    const { seller_state: stateCode, seller_gst: gstStatus, ship_to_state: toState, made_at: at } = first;
    if (stateCode === null) return line;
    const goods = { value_paise: line.line_paise - line.maker_discount_paise, freight_paise: line.freight_paise };
    const [tax] = this.quoteTax.of([{ ...goods, gstRateKey, pieces: line.quantity }], {
      ...{ at, toState, holdsTax: true },
      seller: { stateCode, gstStatus },
    });
    return { ...line, ...tax };
  }
}
