import { Injectable } from '@nestjs/common';
import { CommitStock, HoldStock } from '#catalogue';
import { QuoteFreight } from '#fulfilment';
import { PolicyQuery } from '#policy';
import { SellersQuery } from '#sellers';
import type { Tx } from '#platform/database';
import { assert, DomainError } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { LineChanges } from '../data/line-changes.repository.js';
import { Orders, type MadeLine, type MadeOrder, type Order } from '../data/orders.repository.js';
import { Returns, type ReturnRequest } from '../data/returns.repository.js';
import { promisedBy, weightOf } from '../domain/carriage.js';
import { orderNumber } from '../domain/order-number.js';
import { OrderConfirmed, OrderExchanged } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { isAll, named } from '../domain/pieces.js';
import { CarriageBack } from './carriage-back.js';
import { CarryOver } from './carry-over.js';
import { CloseOrder } from './close-order.js';
import { RefundOrder } from './refund-order.js';

@Injectable()
export class MakeExchange {
  constructor(
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly changes: LineChanges,
    private readonly closeOrder: CloseOrder,
    private readonly refundOrder: RefundOrder,
    private readonly carryOver: CarryOver,
    private readonly holdStock: HoldStock,
    private readonly commitStock: CommitStock,
    private readonly sellers: SellersQuery,
    private readonly quoteFreight: QuoteFreight,
    private readonly policy: PolicyQuery,
    private readonly carriageBack: CarriageBack,
  ) {}

  /**
   * The goods are back: those kept in exchange become an order of their own, confirmed and without payment. What was paid for the
   * first pieces goes over to it, to the paisa; what a cheaper variant costs less goes back to the shopper.
   * @returns false when nothing was kept, or it is gone meanwhile: she is refunded
   * @rule SM-4 S-4
   */
  async inside(tx: Tx, order: Order, request: ReturnRequest): Promise<boolean> {
    if (request.exchange === null || !(await this.sold(tx, request))) return false;
    assert(request.exchangeOrderId, 'pieces are kept for an order');
    const lines = await this.orders.lines(tx, order.id);
    const gone = named(lines, request.lines);
    const withFreight = this.carriageBack.goesBack(request.reason, order);
    const made = this.carryOver.of(order, lines, request.exchange, withFreight);
    const next = await this.priced(tx, order, request.exchangeOrderId, made);
    const difference = sumPaise(made.map((one) => one.difference_paise));

    await this.returns.become(tx, order.id, 'exchanged');
    const change = await this.changes.add(tx, order, gone, { kind: 'exchanged', withFreight });
    assert(change.refund_paise === next.total_paise + difference, 'nothing is lost between two orders');
    await this.write(tx, order, next);
    const refund = { changeId: change.changeId, refund_paise: Number(difference) };
    await this.refundOrder.ofChange({ ...parties(order), ...refund, why: 'exchanged' });
    const kept = await this.orders.move(tx, change.order, 'exchange', next.number);
    if (isAll(lines, gone)) await this.closeOrder.inside(tx, kept);
    tx.emit(OrderExchanged, { ...parties(order), ...refund, exchangeOrderId: next.id, isAsked: true });
    return true;
  }

  private async write(tx: Tx, first: Order, next: MadeOrder): Promise<void> {
    const { checkout_id: checkoutId, buyer_id: buyerId, ship_to_pincode: pincode, ship_to_state: state } = first;
    await this.orders.add(
      tx,
      { checkoutId, buyerId, pincode, state, payBy: 'online', gift: () => null, exchangeOf: first.id },
      [next],
    );
    const made = await this.orders.move(tx, await this.orders.lock(tx, next.id), 'exchange', first.number);
    tx.emit(OrderConfirmed, parties(made));
  }

  private async priced(tx: Tx, first: Order, id: string, lines: MadeLine[]): Promise<MadeOrder> {
    const { pincode, state_code: stateCode } = await this.sellers.byId(tx, first.seller_id);
    const parcel = {
      ...{ fromPincode: pincode, fromState: stateCode },
      ...{ toPincode: first.ship_to_pincode, toState: first.ship_to_state, weight_g: weightOf(lines) },
    };
    const { days } = this.quoteFreight.of(parcel, sumPaise(lines.map((line) => line.line_paise)), tx.now);
    return {
      ...{ id, number: orderNumber(id, tx.now), sellerId: first.seller_id, lines },
      seller: { stateCode: first.seller_state, gstStatus: first.seller_gst },
      promisedBy: promisedBy(tx.now, lines, days),
      total_paise: sumPaise(lines.map((line) => line.paid_paise)),
    };
  }

  /** The kept pieces are hers; if they were let go meanwhile, others of the same kind may still be there. */
  private async sold(tx: Tx, { exchange, exchangeOrderId }: ReturnRequest): Promise<boolean> {
    const cause = { kind: 'order' as const, id: exchangeOrderId! };
    if (await this.commitStock.inside(tx, cause)) return true;
    const expiresAt = this.policy.deadline('retail.reserve_minutes', tx.now);
    try {
      await tx.attempt(() => this.holdStock.inside(tx, { cause, lines: exchange!, expiresAt, isCounted: false }));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
    return this.commitStock.inside(tx, cause);
  }
}
