import { ConfirmReceipt } from '#fulfilment';
import { AcceptOrder, CancelOrder, DeclineOrder, PlaceQuote, QuoteCart } from '#orders';
import { CheckPayment, RunPayouts } from '#payments';
import { assert } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import { shipTo } from '../../libs/orders/test/builders/shop.js';
import { SaleMoney } from './money.model.js';
import type { Handled, Model, ModelOrder } from './order.model.js';
import { hear, paymentOf, pieces, refused, Step, type Command, type Real } from './step.js';

/** Odd, so that shares of it have a rest, and dear enough to be sent for nothing; paise. */
export const price_paise = 53_333;
/** What the maker takes off for who knows her code, paise. */
export const makerOff_paise = 2_001;
/** What the platform takes off who buys for more, without a code, paise. */
export const platform = { off_paise: 5_001, from_paise: 60_000 };

export class Orders implements Command {
  constructor(
    readonly quantity: number,
    readonly how: 'plainly' | 'by a quote' | 'with a code',
    readonly handled: Handled,
  ) {}

  check = (): boolean => true;

  async run(model: Model, real: Real): Promise<void> {
    const { shop, piece } = real;
    const shopper = shop.shopper();
    const ordered = this.places(shopper, real);
    if (model.onHand - model.reserved < this.quantity) {
      await refused(ordered, 'out_of_stock', 'offer_not_for_sale', 'cart_changed');
    } else {
      const placed = await ordered;
      const { orderId } = placed.orders[0]!;
      const money = this.asks();
      assert(Number(placed.total_paise) === money.total_paise, 'she pays what the model says');
      const { checkoutId } = placed;
      model.placed({ shopper, maker: piece.maker, piece, checkoutId, orderId, placed }, this.quantity, money);
    }
    await hear(model, real, this.handled);
  }

  private async places(shopper: ReturnType<Real['shop']['shopper']>, { shop, piece, coupon }: Real) {
    const cartId = await shop.cart(shopper, [piece, this.quantity]);
    if (this.how === 'plainly') return shop.places(shopper, cartId);
    return shop.app.as(shopper, async () => {
      const { id } = await shop.app.get(QuoteCart).run(cartId, shipTo, this.hasCode ? [coupon] : []);
      return shop.app.get(PlaceQuote).run(id);
    });
  }

  private get hasCode(): boolean {
    return this.how === 'with a code';
  }

  private asks(): SaleMoney {
    const goods_paise = this.quantity * price_paise;
    const platform_paise = goods_paise >= platform.from_paise ? platform.off_paise : 0;
    return new SaleMoney(goods_paise - (this.hasCode ? makerOff_paise : 0) - platform_paise, platform_paise);
  }

  toString = (): string => `Orders(${this.quantity} ${this.how}, news ${this.handled}×)`;
}

/** She pays at the provider; nobody has told us. */
export class Pays extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.theirs === 'ended') return refused(shop.opens(order.real), 'payment_not_payable');
    if (order.theirs === 'paid') return;
    shop.money.provider.pay(await shop.opens(order.real));
    order.theirs = 'paid';
  }
}

/** The provider's notices of a payment, newest first, each once to three times. */
export class Tells extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly times: number,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, _: Model, real: Real): Promise<void> {
    const { shop } = real;
    if (order.theirs === 'open') return;
    const intent = (await paymentOf(order.real, real)).provider_id;
    if (intent === null) return;
    for (const notice of shop.money.noticesAbout(intent).toReversed()) await shop.money.notice(notice, this.times);
    if (order.theirs === 'paid') order.news.add('paid');
  }
}

const isHers = ({ state, parcel }: ModelOrder): boolean =>
  (state === 'pending_payment' || state === 'placed' || state === 'confirmed') &&
  parcel !== 'sent' &&
  parcel !== 'arrived';

export class Cancels extends Step {
  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const act = shop.app.as(order.real.shopper, () => shop.app.get(CancelOrder).run(order.real.orderId));
    if (!isHers(order)) return refused(act, 'illegal_transition');
    await act;
    model.callOff(order, 'cancelled_by_customer');
  }
}

/** She does not want one of its pieces; the last of them ends the order. */
export class CancelsOne extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    const { shop } = real;
    const one = await pieces(order, real, 1);
    const act = shop.app.as(order.real.shopper, () => shop.app.get(CancelOrder).run(order.real.orderId, one));
    if (order.left === 0) return refused(act, 'more_than_left');
    const isUnpaid = order.state === 'pending_payment';
    if (!isHers(order) || (isUnpaid && order.left > 1)) return refused(act, 'illegal_transition');
    await act;
    if (order.left === 1) model.callOff(order, 'cancelled_by_customer');
    else model.takeOut(order, 1);
  }
}

export class Accepts extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.state !== 'placed') return refused(shop.accepts(order.real), 'illegal_transition');
    await shop.accepts(order.real);
    order.state = 'confirmed';
    order.news.add('plan');
  }
}

/** The maker has one piece only. */
export class AcceptsOne extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    const { shop } = real;
    const one = await pieces(order, real, 1);
    const act = shop.app.as(order.real.maker.actor, () => shop.app.get(AcceptOrder).run(order.real.orderId, one));
    if (order.left === 0) return refused(act, 'more_than_left');
    if (order.state !== 'placed') return refused(act, 'illegal_transition');
    await act;
    order.state = 'confirmed';
    order.news.add('plan');
    if (order.left > 1) model.takeOut(order, order.left - 1);
  }
}

export class Declines extends Step {
  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const act = shop.app.as(order.real.maker.actor, () => shop.app.get(DeclineOrder).run(order.real.orderId, 'sold'));
    if (order.state !== 'placed') return refused(act, 'illegal_transition');
    await act;
    model.callOff(order, 'cancelled_by_seller');
  }
}

export class Dispatches extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.parcel !== 'planned' || order.state !== 'confirmed') return;
    await shop.dispatches(order.real);
    order.parcel = 'sent';
    order.news.add('dispatched');
  }
}

export class Delivers extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.parcel !== 'sent') return;
    const cause = { kind: 'order', id: order.real.orderId } as const;
    await shop.app.as(order.real.shopper, () => shop.app.get(ConfirmReceipt).run(cause));
    order.parcel = 'arrived';
    order.news.add('delivered');
  }
}

/** Whatever comes next in an order's life, so that lives get long. */
export class GoesOn extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    const isUnpaid = order.state === 'pending_payment' && order.theirs === 'open';
    if (isUnpaid) await new Pays(this.nth, 0).act(order, model, real);
    if (order.theirs === 'paid' && !order.captured) return new Tells(this.nth, 0, 1).act(order, model, real);
    if (order.state === 'placed') return new Accepts(this.nth, 0).act(order, model, real);
    if (order.parcel === 'planned') return new Dispatches(this.nth, 0).act(order, model, real);
    return new Delivers(this.nth, 0).act(order, model, real);
  }
}

/** All goes well with an order, until it has arrived. */
export class Arrives extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    for (let steps = 0; steps < 4 && order.parcel !== 'arrived'; steps++) {
      await new GoesOn(this.nth, 0).act(order, model, real);
      await hear(model, real, 1);
    }
  }
}

/** What waits is heard; then nobody does anything for eight days. */
export class DaysPass implements Command {
  constructor(readonly handled: 1 | 2) {}

  check = (model: Readonly<Model>): boolean => model.orders.length > 0;

  async run(model: Model, real: Real): Promise<void> {
    const { shop, piece } = real;
    await hear(model, real, 1);
    await frozenClock.later(8 * 86_400);
    for (const { real: order } of model.orders) await shop.lapses(order.orderId);
    for (const { real: order } of model.orders) {
      const { id } = await paymentOf(order, real);
      await shop.app.asSystem(() => shop.app.get(CheckPayment).run(id));
    }
    await shop.app.asSystem(() => shop.app.get(RunPayouts).run(piece.maker.sellerId));
    model.lapse();
    await hear(model, real, this.handled);
  }

  toString = (): string => `DaysPass(news ${this.handled}×)`;
}

/** All goes well with an order, to its end: its maker is to be paid. */
export class Completes extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    await new Arrives(this.nth, 1).act(order, model, real);
    await new DaysPass(1).run(model, real);
  }
}
