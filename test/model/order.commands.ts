import fc from 'fast-check';
import { z } from 'zod';
import { Deliver } from '#fulfilment';
import { CancelOrder, DeclineOrder } from '#orders';
import { CheckPayment } from '#payments';
import { DomainError } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import type { Placed, Shop } from '../../libs/orders/test/builders/shop.js';
import type { Handled, Model, ModelOrder } from './order.model.js';

/** The service under test, and the piece this run is about. */
export interface Real {
  shop: Shop;
  piece: Goods;
}

type Command = fc.AsyncCommand<Model, Real>;

/** Refused by the rules, as the model expects; anything else that is thrown is a fault. */
async function refused(act: Promise<unknown>, ...codes: string[]): Promise<void> {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('what the model refuses was done', { cause: error });
  expect(codes).toContain(error.code);
}

/** Lets the news be heard, so often, and holds every order against the model when nothing waits any more. */
async function hear(model: Model, { shop, piece }: Real, handled: Handled): Promise<void> {
  if (handled === 0) return;
  await shop.carry(handled);
  await model.hear(async (order) => {
    const state = await shop.stateOf(order.real);
    expect(['placed', 'refunded']).toContain(state);
    return state;
  });
  for (const order of model.orders) expect(await shop.stateOf(order.real)).toBe(order.state);
  expect(await shop.stock(piece)).toEqual({ on_hand: model.onHand, reserved: model.reserved });
}

/** A step with one order, told by a sentence when a run fails. */
abstract class Step implements Command {
  constructor(
    readonly nth: number,
    readonly handled: Handled,
  ) {}

  abstract act(order: ModelOrder, model: Model, real: Real): Promise<void>;

  check(model: Readonly<Model>): boolean {
    return model.orders.length > 0;
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.act(model.pick(this.nth)!, model, real);
    await hear(model, real, this.handled);
  }

  toString(): string {
    return `${this.constructor.name}(order ${this.nth}, news ${this.handled}×)`;
  }
}

class Orders implements Command {
  constructor(
    readonly quantity: number,
    readonly handled: Handled,
  ) {}

  check = (): boolean => true;

  async run(model: Model, real: Real): Promise<void> {
    const { shop, piece } = real;
    const ordered = shop.ordered(piece, this.quantity);
    if (model.onHand - model.reserved < this.quantity) await refused(ordered, 'out_of_stock', 'offer_not_for_sale');
    else {
      const placed = await ordered;
      model.placed(placed, this.quantity, Number(placed.placed.total_paise));
    }
    await hear(model, real, this.handled);
  }

  toString = (): string => `Orders(${this.quantity}, news ${this.handled}×)`;
}

/** She pays at the provider; nobody has told us. */
class Pays extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.theirs === 'ended') return refused(shop.opens(order.real), 'payment_not_payable');
    if (order.theirs === 'paid') return;
    shop.money.provider.pay(await shop.opens(order.real));
    order.theirs = 'paid';
  }
}

/** The provider's notices of a payment, newest first, each once to three times. */
class Tells extends Step {
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
    const intent = (await paymentOf(order.real, real))?.provider_id ?? null;
    if (intent === null) return;
    for (const notice of shop.money.noticesAbout(intent).toReversed()) await shop.money.notice(notice, this.times);
    if (order.theirs === 'paid') order.news.add('paid');
  }
}

class Cancels extends Step {
  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const act = shop.app.as(order.real.shopper, () => shop.app.get(CancelOrder).run(order.real.orderId));
    const isHers = order.state === 'pending_payment' || order.state === 'placed' || order.state === 'confirmed';
    if (!isHers || order.parcel === 'sent' || order.parcel === 'arrived') return refused(act, 'illegal_transition');
    await act;
    model.callOff(order, 'cancelled_by_customer');
  }
}

class Accepts extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.state !== 'placed') return refused(shop.accepts(order.real), 'illegal_transition');
    await shop.accepts(order.real);
    order.state = 'confirmed';
    order.news.add('plan');
  }
}

class Declines extends Step {
  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const act = shop.app.as(order.real.maker.actor, () => shop.app.get(DeclineOrder).run(order.real.orderId, 'sold'));
    if (order.state !== 'placed') return refused(act, 'illegal_transition');
    await act;
    model.callOff(order, 'cancelled_by_seller');
  }
}

class Dispatches extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.parcel !== 'planned' || order.state !== 'confirmed') return;
    await shop.dispatches(order.real);
    order.parcel = 'sent';
    order.news.add('dispatched');
  }
}

class Delivers extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    if (order.parcel !== 'sent') return;
    const cause = { kind: 'order', id: order.real.orderId } as const;
    await shop.app.as(order.real.maker.actor, () => shop.app.get(Deliver).run(cause));
    order.parcel = 'arrived';
    order.news.add('delivered');
  }
}

/** Whatever comes next in an order's life, so that lives get long. */
class GoesOn extends Step {
  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    const isUnpaid = order.state === 'pending_payment' && order.theirs === 'open';
    if (isUnpaid) await new Pays(this.nth, 0).act(order, model, real);
    if (order.theirs === 'paid' && !order.captured) return new Tells(this.nth, 0, 1).act(order, model, real);
    if (order.state === 'placed') return new Accepts(this.nth, 0).act(order, model, real);
    if (order.parcel === 'planned') return new Dispatches(this.nth, 0).act(order, model, real);
    return new Delivers(this.nth, 0).act(order, model, real);
  }
}

/** What waits is heard; then nobody does anything for eight days. */
export class DaysPass implements Command {
  constructor(readonly handled: 1 | 2) {}

  check = (model: Readonly<Model>): boolean => model.orders.length > 0;

  async run(model: Model, real: Real): Promise<void> {
    const { shop } = real;
    await hear(model, real, 1);
    await frozenClock.later(8 * 86_400);
    for (const { real: order } of model.orders) await shop.lapses(order.orderId);
    for (const { real: order } of model.orders) {
      const payment = await paymentOf(order, real);
      await shop.app.asSystem(() => shop.app.get(CheckPayment).run(payment!.id));
    }
    model.lapse();
    await hear(model, real, this.handled);
  }

  toString = (): string => `DaysPass(news ${this.handled}×)`;
}

const paymentRow = z.object({ id: z.uuid(), provider_id: z.string().nullable() });

/** The payment of an order's checkout. */
function paymentOf({ checkoutId }: Placed, { shop }: Real) {
  const sql = `select id, provider_id from payments.payment where cause_id = $1`;
  return shop.money.tx((tx) => tx.maybe(paymentRow, sql, [checkoutId]));
}

const nth = fc.nat({ max: 3 });
const handled = fc.constantFrom<Handled>(0, 1, 1, 2);

/** Everything that can happen to the orders of one piece. */
export const orderCommands = (max: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      fc.tuple(fc.integer({ min: 1, max: 2 }), handled).map(([quantity, times]) => new Orders(quantity, times)),
      fc.tuple(nth, handled).map(([order, times]) => new Pays(order, times)),
      fc
        .tuple(nth, handled, fc.integer({ min: 1, max: 3 }))
        .map(([order, times, copies]) => new Tells(order, times, copies)),
      fc.tuple(nth, handled).map(([order, times]) => new Cancels(order, times)),
      fc.tuple(nth, handled).map(([order, times]) => new Accepts(order, times)),
      fc.tuple(nth, handled).map(([order, times]) => new Declines(order, times)),
      fc.tuple(nth, handled).map(([order, times]) => new Dispatches(order, times)),
      fc.tuple(nth, handled).map(([order, times]) => new Delivers(order, times)),
      ...[1, 2, 3].map(() => fc.tuple(nth, handled).map(([order, times]) => new GoesOn(order, times))),
      fc.constantFrom<1 | 2>(1, 2).map((times) => new DaysPass(times)),
    ],
    { maxCommands: max, size: 'max' },
  );
