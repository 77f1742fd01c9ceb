import type { Placed } from '../../libs/orders/test/builders/shop.js';
import type { OrderState } from '#orders';
import { SaleMoney } from './money.model.js';

/** How often the news a step leaves behind is handled now: not yet (a crash before it), once, or twice (a crash after it). */
export type Handled = 0 | 1 | 2;

/** One order as the model thinks of it: a few words, no tables. */
export interface ModelOrder {
  real: Placed;
  quantity: number;
  /** Pieces that did not go out of the order and did not come back. */
  left: number;
  state: OrderState;
  /** At the provider: nothing, money that was taken, or nobody may pay any more. */
  theirs: 'open' | 'paid' | 'ended';
  captured: boolean;
  parcel: 'none' | 'planned' | 'sent' | 'arrived';
  /** Whether it can still be sent back: it has not arrived, it has, or its days are over. */
  window: 'not_yet' | 'open' | 'over';
  /** Pieces of the return that is under way. */
  asked: number;
  /** What was told and nobody has heard yet. */
  news: Set<'paid' | 'plan' | 'dispatched' | 'delivered' | 'received' | 'pay_maker'>;
  money: SaleMoney;
}

/** The shelf of one piece and the orders of one run. */
export class Model {
  readonly orders: ModelOrder[] = [];
  /** What makers were credited with in this run, nothing taken off, paise. */
  earned_paise = 0;
  constructor(
    public onHand: number,
    public reserved = 0,
  ) {}

  /** The order a command means, if there is any. */
  pick(nth: number): ModelOrder | undefined {
    return this.orders[nth % Math.max(1, this.orders.length)];
  }

  placed(real: Placed, quantity: number, money: SaleMoney): void {
    this.reserved += quantity;
    this.orders.push({
      ...{ real, quantity, left: quantity, money, state: 'pending_payment', theirs: 'open', captured: false },
      ...{ parcel: 'none', window: 'not_yet', asked: 0, news: new Set() },
    });
  }

  /** Pieces that are not sent are for sale again, and their money is to go back. */
  takeOut(order: ModelOrder, pieces: number): void {
    this.onHand += pieces;
    this.goes(order, pieces);
  }

  /** The whole order ends: what was paid for what is left is to go back. */
  callOff(order: ModelOrder, to: OrderState): void {
    if (order.state === 'pending_payment') this.reserved -= order.quantity;
    else this.takeOut(order, order.left);
    order.state = to;
  }

  /** What came back is with its maker again. */
  received(order: ModelOrder, isResellable: boolean): void {
    order.state = 'return_accepted';
    if (isResellable) this.onHand += order.asked;
    order.news.add('received');
  }

  /** Everything that was told is heard. @param late  what became of an order that was paid after its time */
  async hear(late: (order: ModelOrder) => Promise<OrderState>): Promise<void> {
    for (const order of this.orders) {
      const { news, money } = order;
      if (news.has('paid') && !order.captured) await this.capture(order, late);
      if (news.has('plan') && order.state === 'confirmed') order.parcel = 'planned';
      if (news.has('dispatched')) order.state = 'shipped';
      if (news.has('delivered')) {
        order.state = 'delivered';
        order.window = 'open';
      }
      if (news.has('received')) this.settle(order);
      // Her bank took all of it: what has not left its maker is not sent.
      const isHere = order.state === 'placed' || order.state === 'confirmed';
      if (money.isDecided && money.isChargedBack && isHere) this.callOff(order, 'cancelled_by_customer');
      money.hear();
      if (order.state === 'completed' && (news.has('pay_maker') || money.isDecided))
        this.earned_paise += money.credit();
      money.isDecided = false;
      news.clear();
    }
  }

  private settle(order: ModelOrder): void {
    this.goes(order, order.asked);
    order.asked = 0;
    order.state = order.left === 0 ? 'refunded' : 'delivered';
  }

  private goes(order: ModelOrder, pieces: number): void {
    order.left -= pieces;
    order.money.goes(order.quantity - order.left, order.quantity);
  }

  private async capture(order: ModelOrder, late: (order: ModelOrder) => Promise<OrderState>): Promise<void> {
    order.captured = true;
    if (order.state === 'pending_payment') this.sell(order);
    else if (order.state === 'payment_failed') {
      // Its pieces were let go: whether there are others is decided in the order in which the news comes (S-5).
      order.state = await late(order);
      if (order.state === 'placed') this.onHand -= order.quantity;
      else this.goes(order, order.left);
    } else this.goes(order, order.left);
  }

  private sell(order: ModelOrder): void {
    order.state = 'placed';
    this.onHand -= order.quantity;
    this.reserved -= order.quantity;
  }

  /** Days pass, and the clock does what the tables say. */
  lapse(): void {
    for (const order of this.orders) {
      if (order.window === 'open') order.window = 'over';
      if (order.state === 'pending_payment') {
        this.reserved -= order.quantity;
        order.state = 'payment_failed';
      } else if (order.state === 'payment_failed') order.state = 'abandoned';
      else if (order.state === 'placed') this.callOff(order, 'cancelled_by_seller');
      else if (order.state === 'return_requested') order.state = 'return_in_transit';
      else if (order.state === 'return_delivered') this.received(order, false);
      else if (order.state === 'delivered') {
        order.state = 'completed';
        order.news.add('pay_maker');
      }
      // The provider is told to take no money any more; what it took before is heard of now.
      if (order.theirs === 'paid' && !order.captured) order.news.add('paid');
      if (order.theirs === 'open') order.theirs = 'ended';
    }
  }
}
