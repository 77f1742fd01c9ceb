import {
  AnswerReturn,
  AskReturn,
  FollowReturn,
  ReceiveReturn,
  Returns,
  WithdrawReturn,
  type AskedReturn,
} from '#orders';
import type { Handled, Model, ModelOrder } from './order.model.js';
import { pieces, refused, Step, type Real } from './step.js';

/** She wants to send one or two pieces back. */
export class AsksReturn extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly quantity: number,
    readonly reason: AskedReturn['reason'],
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, _: Model, real: Real): Promise<void> {
    const { shop } = real;
    const { shopper, orderId } = order.real;
    const lines = await pieces(order, real, this.quantity);
    const asked = { lines, reason: this.reason, note: null };
    const act = shop.app.as(shopper, () => shop.app.get(AskReturn).run(orderId, asked));
    if (order.window === 'over') return refused(act, 'return_window_over');
    if (order.state !== 'delivered') return refused(act, 'illegal_transition');
    if (this.quantity > order.left) return refused(act, 'more_than_left');
    await act;
    order.state = 'return_requested';
    order.asked = this.quantity;
  }

  protected override get words(): string {
    return `, ${this.quantity}: ${this.reason}`;
  }
}

/** She keeps it after all. */
export class Withdraws extends Step {
  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    const { shopper, orderId } = order.real;
    const act = shop.app.as(shopper, () => shop.app.get(WithdrawReturn).run(orderId));
    if (order.state !== 'return_requested') return refused(act, 'illegal_transition');
    await act;
    order.state = 'delivered';
  }
}

/** Her maker says yes or no. */
export class Answers extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly isYes: boolean,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, _: Model, { shop }: Real): Promise<void> {
    const { maker, orderId } = order.real;
    const answers = shop.app.get(AnswerReturn);
    const act = shop.app.as(maker.actor, () =>
      this.isYes ? answers.approve(orderId) : answers.reject(orderId, 'It was worn.'),
    );
    if (order.state !== 'return_requested') return refused(act, 'illegal_transition');
    await act;
    order.state = this.isYes ? 'return_in_transit' : 'delivered';
  }

  protected override get words(): string {
    return this.isYes ? ', yes' : ', no';
  }
}

/** It is with its maker again, as it was or spoilt. */
export class Receives extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly isResellable: boolean,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const { maker, orderId } = order.real;
    const act = shop.app.as(maker.actor, () => shop.app.get(ReceiveReturn).run(orderId, this.isResellable));
    const isOnItsWay = order.state === 'return_in_transit' || order.state === 'return_delivered';
    if (!isOnItsWay) return refused(act, 'illegal_transition');
    await act;
    model.received(order, this.isResellable);
  }

  protected override get words(): string {
    return this.isResellable ? '' : ', spoilt';
  }
}

/** The courier that fetched it brings it to its maker, or loses it; told of a return that is over, nothing happens. */
export class Fetched extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly how: 'arrived' | 'lost',
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, model: Model, { shop }: Real): Promise<void> {
    const { orderId } = order.real;
    const [request] = await shop.money.tx((tx) => shop.app.get(Returns).of(tx, orderId));
    if (!request) return;
    await shop.app.asSystem(() => shop.app.get(FollowReturn)[this.how](orderId, request.id));
    if (order.state !== 'return_in_transit') return;
    if (this.how === 'lost') model.received(order, false);
    else order.state = 'return_delivered';
  }

  protected override get words(): string {
    return `, ${this.how}`;
  }
}

/** Goods come back, without a word between the steps. */
export class ComesBack extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly quantity: number,
    readonly isResellable: boolean,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    await new AsksReturn(this.nth, 0, this.quantity, 'defect').act(order, model, real);
    if (order.state === 'return_requested') await new Answers(this.nth, 0, true).act(order, model, real);
    if (order.state === 'return_in_transit') await new Receives(this.nth, 0, this.isResellable).act(order, model, real);
  }

  protected override get words(): string {
    return `, ${this.quantity}${this.isResellable ? '' : ' spoilt'}`;
  }
}
