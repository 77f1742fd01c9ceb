import type { Placed } from '../../libs/orders/test/builders/shop.js';
import type { OrderState } from '#orders';

/** How often the news a step leaves behind is handled now: not yet (a crash before it), once, or twice (a crash after it). */
export type Handled = 0 | 1 | 2;

/** One order as the model thinks of it: a few words, no tables. */
export interface ModelOrder {
  real: Placed;
  quantity: number;
  total_paise: number;
  state: OrderState;
  /** At the provider: nothing, money that was taken, or nobody may pay any more. */
  theirs: 'open' | 'paid' | 'ended';
  captured: boolean;
  parcel: 'none' | 'planned' | 'sent' | 'arrived';
  /** What was told and nobody has heard yet. */
  news: Set<'paid' | 'plan' | 'refund' | 'dispatched' | 'delivered' | 'pay_maker'>;
  refunded_paise: number;
  isCredited: boolean;
}

/** The shelf of one piece and the orders of one run. */
export class Model {
  readonly orders: ModelOrder[] = [];
  constructor(
    public onHand: number,
    public reserved = 0,
  ) {}

  /** The order a command means, if there is any. */
  pick(nth: number): ModelOrder | undefined {
    return this.orders[nth % Math.max(1, this.orders.length)];
  }

  placed(real: Placed, quantity: number, total_paise: number): void {
    this.reserved += quantity;
    this.orders.push({
      ...{ real, quantity, total_paise, state: 'pending_payment', theirs: 'open', captured: false, parcel: 'none' },
      ...{ news: new Set(), refunded_paise: 0, isCredited: false },
    });
  }

  /** Its pieces are for sale again, and its money is to go back if it was paid. */
  callOff(order: ModelOrder, to: OrderState): void {
    if (order.state === 'pending_payment') this.reserved -= order.quantity;
    else {
      this.onHand += order.quantity;
      order.news.add('refund');
    }
    order.state = to;
  }

  /** Everything that was told is heard. @param late  what became of an order that was paid after its time */
  async hear(late: (order: ModelOrder) => Promise<OrderState>): Promise<void> {
    for (const order of this.orders) {
      if (order.news.has('paid') && !order.captured) await this.capture(order, late);
      if (order.news.has('plan') && order.state === 'confirmed') order.parcel = 'planned';
      if (order.news.has('dispatched')) order.state = 'shipped';
      if (order.news.has('delivered')) order.state = 'delivered';
      if (order.news.has('refund')) order.refunded_paise = order.total_paise;
      if (order.news.has('pay_maker')) order.isCredited = true;
      order.news.clear();
    }
  }

  private async capture(order: ModelOrder, late: (order: ModelOrder) => Promise<OrderState>): Promise<void> {
    order.captured = true;
    if (order.state === 'pending_payment') this.sell(order);
    else if (order.state === 'payment_failed') {
      // Its pieces were let go: whether there are others is decided in the order in which the news comes (S-5).
      order.state = await late(order);
      if (order.state === 'placed') this.onHand -= order.quantity;
      else order.news.add('refund');
    } else order.news.add('refund');
  }

  private sell(order: ModelOrder): void {
    order.state = 'placed';
    this.onHand -= order.quantity;
    this.reserved -= order.quantity;
  }

  /** Days pass, and the clock does what the tables say. */
  lapse(): void {
    for (const order of this.orders) {
      if (order.state === 'pending_payment') {
        this.reserved -= order.quantity;
        order.state = 'payment_failed';
      } else if (order.state === 'payment_failed') order.state = 'abandoned';
      else if (order.state === 'placed') this.callOff(order, 'cancelled_by_seller');
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
