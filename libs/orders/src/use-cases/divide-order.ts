import { Injectable } from '@nestjs/common';
import { PassOnPieces } from '#catalogue';
import { LightenShipment } from '#fulfilment';
import { DivideCash } from '#payments';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assert, newId, type Cause } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { LineChanges } from '../data/line-changes.repository.js';
import { Orders, type MadeOrder, type Order, type OrderLine } from '../data/orders.repository.js';
import { cashOf } from '../domain/cash.js';
import { fail } from '../domain/order.errors.js';
import { OrderDivided } from '../domain/order.events.js';
import { orderNumber } from '../domain/order-number.js';
import { parties } from '../domain/parties.js';
import { allLeft, isAll, named, type Gone, type Wanted } from '../domain/pieces.js';
import { CarryOver } from './carry-over.js';

const causeOf = (id: string): Cause => ({ kind: 'order', id });

@Injectable()
export class DivideOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly changes: LineChanges,
    private readonly carryOver: CarryOver,
    private readonly passOnPieces: PassOnPieces,
    private readonly lightenShipment: LightenShipment,
    private readonly divideCash: DivideCash,
  ) {}

  /**
   * The maker sends some pieces of a confirmed order in a parcel of their own. They become an order that is confirmed and paid for
   * with the first: what the shopper paid for them, their tax, discounts and carriage go over to it, to the paisa, and so do the
   * pieces from the shelf and the cash at the door. The day the shopper was promised stays the same for both.
   * @param wanted  the pieces that go on their own; at least one other stays
   * @returns the order of the part
   * @throws order_not_found · order_held · order_not_divided · illegal_transition · line_not_in_order · more_than_left · nothing_stays
   * @rule SM-4 SM-5
   */
  run(orderId: string, wanted: readonly Wanted[]): Promise<{ orderId: string }> {
    return this.work.run(async (tx) => {
      const first = await this.orders.lock(tx, orderId);
      if (first.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      if (first.held_why !== null) throw fail('order_held');
      if (first.exchange_of !== null) throw fail('order_not_divided', { why: 'exchange' });
      const lines = await this.orders.lines(tx, orderId);
      const gone = named(lines, wanted);
      if (isAll(lines, gone)) throw fail('nothing_stays');

      const part = this.partOf(tx, first, lines, gone);
      const stays = await this.orders.move(tx, first, 'divide', part.number);
      const change = await this.changes.add(tx, stays, gone, { kind: 'divided' });
      assert(change.refund_paise === part.total_paise, 'nothing is lost between two parts');
      if (part.total_paise === 0n || change.order.total_paise === change.order.refunded_paise)
        throw fail('order_not_divided', { why: 'worth_nothing' });
      // Rows of the shopper's: her maker reads them and writes none of her own accord.
      await seeingAll(tx, async () => {
        await this.write(tx, first, part);
        await this.divideCash.inside(tx, causeOf(first.id), causeOf(part.id), part.total_paise);
      });
      await this.takeAlong(tx, change.order, part, gone);
      const pieces = gone.reduce((sum, one) => sum + one.pieces, 0);
      tx.emit(OrderDivided, { ...parties(first), partOrderId: part.id, pieces });
      return { orderId: part.id };
    });
  }

  private partOf(
    tx: Tx,
    first: Order,
    lines: readonly OrderLine[],
    gone: readonly Gone<OrderLine>[],
  ): MadeOrder & { number: string } {
    const goes = gone.map(({ line, pieces }) => ({
      ...{ lineId: line.id, offerId: line.offer_id, title: line.title, quantity: pieces },
      ...{ price_paise: line.price_paise, weight_g: line.weight_g, lead_days: 0 },
      ...{ returnsAs: line.returns_as, toMake: line.to_make, gstRateKey: null },
    }));
    const made = this.carryOver.of(first, lines, goes, true);
    const id = newId();
    return {
      ...{ id, number: orderNumber(id, tx.now), sellerId: first.seller_id, lines: made },
      seller: { stateCode: first.seller_state, gstStatus: first.seller_gst },
      promisedBy: first.promised_by,
      total_paise: sumPaise(made.map((line) => line.paid_paise)),
    };
  }

  private async write(tx: Tx, first: Order, part: MadeOrder): Promise<void> {
    const { checkout_id: checkoutId, buyer_id: buyerId, ship_to_pincode: pincode, ship_to_state: state } = first;
    const common = { checkoutId, buyerId, pincode, state, payBy: first.pay_by };
    await this.orders.add(tx, { ...common, gift: () => null, partOf: first.id }, [part]);
    await this.orders.move(tx, await this.orders.lock(tx, part.id), 'divide', first.number);
  }

  /** The planned parcel holds what stays, and the pieces that go are those of the part. */
  private async takeAlong(tx: Tx, stays: Order, part: MadeOrder, gone: readonly Gone<OrderLine>[]): Promise<void> {
    const kept = allLeft(await this.orders.lines(tx, stays.id));
    await this.lightenShipment.inside(
      tx,
      causeOf(stays.id),
      kept.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces, weight_g: line.weight_g })),
      cashOf(stays),
    );
    await this.passOnPieces.inside(
      tx,
      causeOf(stays.id),
      causeOf(part.id),
      gone.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces })),
    );
  }
}
