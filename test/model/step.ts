import type fc from 'fast-check';
import { z } from 'zod';
import { DomainError } from '#platform/kernel';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import type { Placed, Shop } from '../../libs/orders/test/builders/shop.js';
import type { Handled, Model, ModelOrder } from './order.model.js';

/** The service under test, and the piece this run is about. */
export interface Real {
  shop: Shop;
  piece: Goods;
  /** The code of its maker's reduction. */
  coupon: string;
  /** What the bank had paid her, and what she was owed, before the run; paise. */
  before: { paid_paise: number; owed_paise: number };
}

export type Command = fc.AsyncCommand<Model, Real>;

/** Refused by the rules, as the model expects; anything else that is thrown is a fault. */
export async function refused(act: Promise<unknown>, ...codes: string[]): Promise<void> {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('what the model refuses was done', { cause: error });
  expect(codes).toContain(error.code);
}

const found = z.object({
  id: z.uuid(),
  state: z.string(),
  refunded_paise: z.coerce.number(),
  earned_paise: z.coerce.number(),
});

/** Where the orders and their money are, by the service. */
async function standing({ shop }: Real, orders: readonly ModelOrder[]) {
  const sql = `select o.id, o.state,
                      (select coalesce(sum(r.amount_paise), 0) from payments.refund r join payments.payment p on p.id = r.payment_id
                        where p.cause_id = o.checkout_id and r.state = 'succeeded') as refunded_paise,
                      (select coalesce(sum(e.paid_paise + e.coupon_paise), 0) from payments.earning e
                        where e.cause_id = o.id) as earned_paise
                 from orders."order" o where o.id = any($1)`;
  const ids = orders.map(({ real }) => real.orderId);
  const rows = await shop.money.tx((tx) => tx.many(found, sql, [ids]));
  return ids.map((id) => rows.find((row) => row.id === id));
}

/** What the bank has paid out, paise. */
export const bankPaid = ({ money }: Shop): number =>
  money.bank
    .payouts()
    .filter(({ status }) => status === 'paid')
    .reduce((sum, { amount_paise }) => sum + amount_paise, 0);

/** What is owed to the maker; below nothing what she owes, paise. */
export const owedTo = async ({ shop, piece }: Pick<Real, 'shop' | 'piece'>): Promise<number> =>
  Number(await shop.money.balance('seller_payable', piece.maker.sellerId));

/** The maker is owed what she was credited with, less what was taken back of it and what the bank paid her. */
async function holdsHerBooks(model: Model, real: Real): Promise<void> {
  const { shop, before } = real;
  const paid_paise = bankPaid(shop) - before.paid_paise;
  const credited_paise = model.orders.reduce((sum, { money }) => sum + money.credited_paise + money.coupon_paise, 0);
  expect(await owedTo(real)).toBe(before.owed_paise + credited_paise - paid_paise);
  expect(paid_paise).toBeLessThanOrEqual(Math.max(0, before.owed_paise) + model.earned_paise);
}

/** Lets the news be heard, so often, and holds every order against the model when nothing waits any more. */
export async function hear(model: Model, real: Real, handled: Handled): Promise<void> {
  if (handled === 0) return;
  const { shop, piece } = real;
  await shop.carry(handled);
  await model.hear(async (order) => {
    const state = await shop.stateOf(order.real);
    expect(['placed', 'refunded']).toContain(state);
    return state;
  });
  expect(await standing(real, model.orders)).toEqual(
    model.orders.map(({ real: { orderId: id }, state, money }) => ({
      ...{ id, state, refunded_paise: money.refunded_paise },
      earned_paise: money.credited_paise + money.coupon_paise,
    })),
  );
  expect(await shop.stock(piece)).toEqual({ on_hand: model.onHand, reserved: model.reserved });
  await holdsHerBooks(model, real);
}

/** A step with one order, told by a sentence when a run fails. */
export abstract class Step implements Command {
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

  /** What else a step says of itself. */
  protected get words(): string {
    return '';
  }

  toString(): string {
    return `${this.constructor.name}(order ${this.nth}${this.words}, news ${this.handled}×)`;
  }
}

const paymentRow = z.object({ id: z.uuid(), provider_id: z.string().nullable() });

/** The payment of an order's checkout. */
export async function paymentOf({ checkoutId }: Placed, { shop }: Real) {
  const sql = `select id, provider_id from payments.payment where cause_id = $1`;
  return (await shop.money.tx((tx) => tx.maybe(paymentRow, sql, [checkoutId])))!;
}

/** So many pieces of an order's only line. */
export async function pieces({ real: { orderId } }: ModelOrder, { shop }: Real, quantity: number) {
  return [{ lineId: (await shop.row(orderId)).lines[0]!.id, quantity }];
}
