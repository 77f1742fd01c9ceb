import { z } from 'zod';
import { frozenClock } from '#platform/testing';
import { ConfirmReceipt } from '#fulfilment';
import { RunPayouts } from '#payments';
import { atEachEnd } from '../../platform/database/test/builders/ends.js';
import { CancelOrder } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

/** The process is gone: its caller hears nothing. */
class Death extends Error {}

/** Of how many ends of transactions each story is tried; `CRASH_STEPS=all` tries every one, dying before it and after it. */
const isAll = process.env['CRASH_STEPS'] === 'all';
const sample = 5;

const summed = z.object({ why: z.string(), paise: z.coerce.number() });

describe('S-12 S-13 S-77 whoever dies at any end of a transaction, the order ends as if nobody had', () => {
  const shop = new Shop();
  let ended = 0;
  let endByThemselves = (): void => {};
  let dies: { at: number; how: 'before' | 'after' } = { at: 0, how: 'before' };

  beforeAll(async () => {
    await shop.open();
    endByThemselves = atEachEnd(async (end) => {
      ended++;
      if (ended === dies.at && dies.how === 'before') throw new Death();
      await end();
      if (ended === dies.at) throw new Death();
    });
  });
  afterAll(async () => {
    endByThemselves();
    await frozenClock.thaw();
    await shop.close();
  });

  /** Who heard nothing asks again; that it was done already is an answer too. */
  async function again(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Death)) throw error;
      await work().catch((second: unknown) => {
        if (dies.how === 'before' || typeof (second as { code?: unknown }).code !== 'string') throw second;
      });
    }
  }
  const carry = () => shop.carry(1, again);

  async function paid(order: Placed): Promise<void> {
    let intent = '';
    await again(async () => (intent = await shop.opens(order)));
    shop.money.provider.pay(intent);
    await again(() => shop.money.settle(intent));
    await carry();
  }

  const stories = {
    'bought, delivered and paid out': async (order: Placed) => {
      await paid(order);
      await again(() => shop.accepts(order));
      await carry();
      await again(() => shop.dispatches(order));
      await carry();
      const cause = { kind: 'order', id: order.orderId } as const;
      await again(() => shop.app.as(order.shopper, () => shop.app.get(ConfirmReceipt).run(cause)));
      await carry();
      await frozenClock.later(8 * 86_400);
      await again(() => shop.lapses(order.orderId));
      await carry();
      await frozenClock.later(8 * 86_400);
      await again(() => shop.app.asSystem(() => shop.app.get(RunPayouts).run(order.maker.sellerId)));
      await carry();
    },
    'paid, cancelled and refunded': async (order: Placed) => {
      await paid(order);
      await again(() => shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId)));
      await carry();
    },
    'accepted in part': async (order: Placed) => {
      await paid(order);
      await again(async () => {
        const { lines } = await shop.row(order.orderId);
        const kept = lines.map(({ id }) => ({ lineId: id, quantity: 1 }));
        await shop.accepts(order, order.maker.actor, kept);
      });
      await carry();
    },
  };

  /** How often anybody has paid so far. */
  const charged = () => shop.money.provider.charges().filter(({ captured_paise }) => captured_paise > 0).length;

  /** What became of it, without ids and times. */
  async function endOf(order: Placed) {
    const transfers = await shop.money.tx((tx) =>
      tx.many(
        summed,
        `select why, sum(amount_paise) as paise from ledger.transfer where cause = any($1) group by why order by why`,
        [[`checkout:${order.checkoutId}`, `order:${order.orderId}`]],
      ),
    );
    return {
      ...{ state: await shop.stateOf(order), refunded: await shop.refunded(order), transfers, charges: charged() },
      stock: await shop.stock(order.piece),
    };
  }

  async function lives(story: (order: Placed) => Promise<void>, death: typeof dies) {
    dies = { at: 0, how: 'before' };
    await frozenClock.at(new Date('2027-03-01T06:30:00Z'));
    const order = await shop.ordered(await shop.piece({ stock: 5, price_paise: 50_000 }), 2);
    await carry();
    const before = charged();
    [ended, dies] = [0, death];
    await story(order);
    const ends = ended;
    expect(ends).toBeGreaterThan(death.at); // it was lived through, and somebody went on
    dies = { at: 0, how: 'before' };
    const { charges, ...end } = await endOf(order);
    return { ...end, charges: charges - before, ends };
  }

  test.each(Object.entries(stories))('%s', async (_, story) => {
    const { ends, ...undisturbed } = await lives(story, { at: 0, how: 'before' });
    expect(undisturbed.charges).toBe(1);
    const tried = isAll ? Array.from({ length: ends }, (_, i) => i + 1) : spread(ends);
    for (const [i, at] of tried.entries()) {
      for (const how of isAll ? (['before', 'after'] as const) : [i % 2 === 0 ? ('after' as const) : 'before']) {
        const { ends: _, ...disturbed } = await lives(story, { at, how: how as 'before' | 'after' });
        expect([at, how, disturbed]).toEqual([at, how, undisturbed]);
      }
    }
  });
});

/** So many of the numbers from one to the last. */
const spread = (last: number): number[] =>
  Array.from({ length: sample }, (_, i) => 1 + Math.floor((i * (last - 1)) / (sample - 1)));
