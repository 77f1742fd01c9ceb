import { z } from 'zod';
import { RetryPayout } from '#payments';
import { personActor } from '#platform/testing';
import { goodAccount } from '../../libs/payments/test/builders/money.js';
import type { Handled, Model, ModelOrder } from './order.model.js';
import { hear, paymentOf, Step, type Command, type Real } from './step.js';

async function control({ shop }: Real, path: string, body: object): Promise<string> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const said = (await (await fetch(`${shop.money.provider.url}/_control/${path}`, asked)).json()) as { id: string };
  expect(said).toMatchObject({ id: expect.stringMatching(/^dp_/) });
  return said.id;
}

/** The provider's word about a dispute reaches us, so often. */
async function reaches({ shop }: Real, providerDisputeId: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await shop.money.job('payments.settle-dispute', { providerDisputeId });
}

const beforeDispatch: ReadonlySet<string> = new Set([
  'pending_payment',
  'payment_failed',
  'abandoned',
  'placed',
  'confirmed',
]);

/** The shopper's bank asks about all she paid, or a part. What an order that is still here waits for meanwhile is told elsewhere. */
export class Disputes extends Step {
  constructor(
    nth: number,
    handled: Handled,
    /** paise */
    readonly amount: number,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, _: Model, real: Real): Promise<void> {
    if (!beforeDispatch.has(order.state)) await this.opens(order, real);
  }

  async opens(order: ModelOrder, real: Real): Promise<void> {
    if (!order.captured || !order.money.isDisputable) return;
    const { provider_id } = await paymentOf(order.real, real);
    const charge = real.shop.money.provider.charges().find((one) => one.paymentIntentId === provider_id)!;
    await reaches(real, await control(real, `charges/${charge.chargeId}/dispute`, { amount: this.amount }), 1);
    order.money.dispute(this.amount);
  }

  protected override get words(): string {
    return `, ${this.amount}`;
  }
}

/** Her bank has decided; it is told once or twice. */
export class Decides extends Step {
  constructor(
    nth: number,
    handled: Handled,
    readonly outcome: 'won' | 'lost',
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, _: Model, real: Real): Promise<void> {
    if (order.money.disputed_paise === null) return;
    const { provider_id } = await paymentOf(order.real, real);
    const open = real.shop.money.provider.books.disputes
      .all()
      .find((one) => one.payment_intent === provider_id && one.status === 'needs_response');
    await reaches(real, await control(real, `disputes/${open!.id}/close`, { outcome: this.outcome }), 2);
    order.money[this.outcome]();
  }

  protected override get words(): string {
    return `, ${this.outcome}`;
  }
}

/** Her bank asks and takes it before we hear of either. */
export class TakesBack extends Step {
  constructor(
    nth: number,
    handled: Handled,
    /** paise */
    readonly amount: number,
  ) {
    super(nth, handled);
  }

  async act(order: ModelOrder, model: Model, real: Real): Promise<void> {
    await new Disputes(this.nth, 0, this.amount).opens(order, real);
    await new Decides(this.nth, 0, 'lost').act(order, model, real);
  }

  protected override get words(): string {
    return `, ${this.amount}`;
  }
}

/** How the maker's bank takes what is sent to her; the simulated one goes by the end of the account's number. */
export const moods = {
  pays: goodAccount,
  closed: { ...goodAccount, accountNumber: '300009991' },
  frozen: { ...goodAccount, accountNumber: '300009992' },
  later: { ...goodAccount, accountNumber: '300009994' },
  none: null,
} as const;

export class BankTurns implements Command {
  constructor(readonly mood: keyof typeof moods) {}

  check = (): boolean => true;

  run(_: Model, { shop, piece }: Real): Promise<void> {
    shop.money.accounts.set(piece.maker.sellerId, moods[this.mood]);
    return Promise.resolve();
  }

  toString = (): string => `BankTurns(${this.mood})`;
}

const payoutRow = z.object({ id: z.uuid(), key: z.uuid(), state: z.string() });

/** What has left and not arrived is paid or fails at the bank; what failed is sent again by the desk. */
export class PayoutsMoveOn implements Command {
  constructor(
    readonly outcome: 'paid' | 'failed',
    readonly handled: 1 | 2,
  ) {}

  check = (): boolean => true;

  async run(model: Model, real: Real): Promise<void> {
    const { shop, piece } = real;
    const sql = `select id, key, state from payments.payout where seller_id = $1 and state in ('sent', 'failed') order by id`;
    const open = await shop.money.tx((tx) => tx.many(payoutRow, sql, [piece.maker.sellerId]));
    const theirs = shop.money.bank.payouts();
    for (const { id: payoutId, key, state } of open) {
      if (state === 'failed') await this.again(real, payoutId);
      else {
        shop.money.bank.settle(theirs.find((one) => one.idempotencyKey === key)!.id, this.outcome);
        for (let i = 0; i < this.handled; i++) await shop.money.job('payments.send-payout', { payoutId });
      }
    }
    await hear(model, real, this.handled);
  }

  private again({ shop }: Real, payoutId: string): Promise<void> {
    const desk = personActor({ label: 'payments desk', secondFactorAt: new Date() });
    return shop.app.as(desk, () => shop.app.get(RetryPayout).run(payoutId, 'asked her'));
  }

  toString = (): string => `PayoutsMoveOn(${this.outcome}, news ${this.handled}×)`;
}
