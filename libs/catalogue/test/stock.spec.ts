import fc from 'fast-check';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  CommitStock,
  HoldStock,
  OwnListingsQuery,
  ReleaseExpiredHold,
  ReleaseStock,
  RestorePieces,
  RestoreStock,
  SetStock,
  type CountOf,
  type StockLine,
} from '../src/index.js';
import type { Goods } from './builders/goods.js';
import { stockOfOffer } from './builders/stock.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const inAnHour = () => new Date(Date.now() + 3_600_000);
const someCause = (): Cause => ({ kind: 'checkout', id: newId() });

describe('S-4 stock', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let maker: Maker;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
    maker = await shop.make.verified();
  });
  afterAll(() => open.close());

  const work = <T>(what: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(what));
  const hold = (cause: Cause, lines: StockLine[], expiresAt = inAnHour()) =>
    work((tx) => app.get(HoldStock).inside(tx, { cause, lines, expiresAt }));
  const release = (cause: Cause) => work((tx) => app.get(ReleaseStock).inside(tx, cause));
  const commit = (cause: Cause) => work((tx) => app.get(CommitStock).inside(tx, cause));
  const restore = (cause: Cause, only?: string[]) => work((tx) => app.get(RestoreStock).inside(tx, cause, only));
  const count = (one: Goods, on_hand: number) =>
    app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, on_hand));
  const numbers = z.object({ on_hand: z.number(), reserved: z.number() });
  const stockOf = ({ offerId }: Goods) => work((tx) => tx.maybe(numbers, stockOfOffer, [offerId]));
  /** What the shelf must be by its movements and holds. */
  const books = ({ offerId }: Goods) =>
    work((tx) =>
      tx.maybe(
        numbers,
        `select (select coalesce(sum(change), 0)::integer from catalogue.stock_movement where offer_id = $1) as on_hand,
                (select coalesce(sum(quantity), 0)::integer from catalogue.stock_hold
                  where offer_id = $1 and state = 'held') as reserved`,
        [offerId],
      ),
    );
  const balanced = async (one: Goods) => expect(await stockOf(one)).toEqual(await books(one));
  const stateOf = (one: Goods) =>
    app.as(one.maker.actor, async () => {
      const listing = await app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
      return listing.state;
    });

  test('five pieces, fifty buyers at once: exactly five get one, round after round', async () => {
    const one = await shop.live({ stock: 5 }, maker);
    for (let round = 0; round < 20; round++) {
      const causes = Array.from({ length: 50 }, someCause);
      const outcomes = await Promise.allSettled(
        causes.map((cause) => hold(cause, [{ offerId: one.offerId, quantity: 1 }])),
      );
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(outcomes.length - refused.length).toBe(5);
      for (const outcome of refused) expect(outcome.reason).toEqual(refusal('out_of_stock'));
      expect(await stockOf(one)).toEqual({ on_hand: 5, reserved: 5 });
      await Promise.all(causes.filter((_, i) => outcomes[i]!.status === 'fulfilled').map(release));
    }
    expect(await stockOf(one)).toEqual({ on_hand: 5, reserved: 0 });
    await balanced(one);
  }, 120_000);

  test('lines in opposite order: no deadlock reaches anybody', async () => {
    const [a, b] = [await shop.live({ stock: 200 }, maker), await shop.live({ stock: 200 }, maker)];
    const line = (one: Goods) => ({ offerId: one.offerId, quantity: 1 });
    const orders = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? [line(a), line(b)] : [line(b), line(a)]));
    const causes = orders.map(someCause);
    await Promise.all(orders.map((lines, i) => hold(causes[i]!, lines)));
    await Promise.all(causes.map((cause, i) => (i % 3 === 0 ? release(cause) : commit(cause))));
    expect(await stockOf(a)).toEqual({ on_hand: 160, reserved: 0 });
    expect(await stockOf(b)).toEqual({ on_hand: 160, reserved: 0 });
    await balanced(a);
  });

  test('two lines on one stock are added up; all lines or none', async () => {
    const [one, other] = [await shop.live({ stock: 3 }, maker), await shop.live({ stock: 3 }, maker)];
    const twice = [
      { offerId: one.offerId, quantity: 2 },
      { offerId: other.offerId, quantity: 1 },
      { offerId: one.offerId, quantity: 2 },
    ];
    await expect(hold(someCause(), twice)).rejects.toMatchObject({
      code: 'out_of_stock',
      facts: { lines: [{ offerId: one.offerId, wanted: 4, available: 3 }] },
    });
    expect(await stockOf(other)).toEqual({ on_hand: 3, reserved: 0 });
  });

  test('what is held is sold once, and leaves the shelf', async () => {
    const one = await shop.live({ stock: 3 }, maker);
    const cause = someCause();
    await hold(cause, [{ offerId: one.offerId, quantity: 2 }]);
    expect(await Promise.all([commit(cause), commit(cause), commit(cause)])).toEqual([true, true, true]);
    expect(await stockOf(one)).toEqual({ on_hand: 1, reserved: 0 });
    await release(cause);
    expect(await stockOf(one)).toEqual({ on_hand: 1, reserved: 0 });
    await balanced(one);
  });

  test('S-5 a hold whose time is over is freed, all lines together, and a late payment is told', async () => {
    const [one, other] = [await shop.live({ stock: 1 }, maker), await shop.live({ stock: 1 }, maker)];
    const cause = someCause();
    const soon = new Date(Date.now() + 200);
    await hold(
      cause,
      [one, other].map(({ offerId }) => ({ offerId, quantity: 1 })),
      soon,
    );
    const expired = () => work((tx) => app.get(OwnListingsQuery).expiredHolds(tx, 1_000));
    const holds = await asOwner<{ id: string }>(`select id from catalogue.stock_hold where cause_id = $1`, [cause.id]);
    const sweep = () => app.asSystem(() => app.get(ReleaseExpiredHold).run(holds[0]!.id));
    await asOwner(`update catalogue.stock_hold set expires_at = now() + interval '1 hour' where cause_id = $1`, [
      cause.id,
    ]);
    await sweep();
    expect(await stockOf(one)).toEqual({ on_hand: 1, reserved: 1 });
    await asOwner(`update catalogue.stock_hold set expires_at = now() - interval '1 second' where cause_id = $1`, [
      cause.id,
    ]);
    expect(await expired()).toEqual(expect.arrayContaining(holds.map((row) => row.id)));
    await sweep();
    await sweep();
    expect([await stockOf(one), await stockOf(other)]).toEqual([
      { on_hand: 1, reserved: 0 },
      { on_hand: 1, reserved: 0 },
    ]);
    expect(await commit(cause)).toBe(false);
    await hold(cause, [{ offerId: one.offerId, quantity: 1 }]);
    expect(await commit(cause)).toBe(true);
  });

  test('an order that is declined puts its pieces back, each once', async () => {
    const [one, other] = [await shop.live({ stock: 2 }, maker), await shop.live({ stock: 2 }, maker)];
    const cause = someCause();
    await hold(
      cause,
      [one, other].map(({ offerId }) => ({ offerId, quantity: 2 })),
    );
    await commit(cause);
    await restore(cause, [one.offerId]);
    await restore(cause, [one.offerId]);
    expect([await stockOf(one), await stockOf(other)]).toEqual([
      { on_hand: 2, reserved: 0 },
      { on_hand: 0, reserved: 0 },
    ]);
    await balanced(one);
  });

  test('pieces come back one by one; the whole order gives back no piece twice', async () => {
    const one = await shop.live({ stock: 3 }, maker);
    const cause = someCause();
    const back = (quantity: number) =>
      work((tx) => app.get(RestorePieces).inside(tx, cause, [{ offerId: one.offerId, quantity }]));
    await hold(cause, [{ offerId: one.offerId, quantity: 3 }]);
    await commit(cause);
    await back(1);
    await expect(back(3)).rejects.toThrow('only pieces that were sold come back');
    expect(await stockOf(one)).toEqual({ on_hand: 1, reserved: 0 });
    await back(1);
    await balanced(one);
    await restore(cause);
    expect(await stockOf(one)).toEqual({ on_hand: 3, reserved: 0 });
    await balanced(one);
  });

  test('SM-3 the last piece sold takes goods off sale, a new one puts them back', async () => {
    const one = await shop.live({ stock: 1 }, maker);
    const cause = someCause();
    await hold(cause, [{ offerId: one.offerId, quantity: 1 }]);
    expect(await stateOf(one)).toBe('live');
    await commit(cause);
    expect(await stateOf(one)).toBe('out_of_stock');
    const told = await asOwner<{ name: string }>(
      `select name from platform.outbox where payload ->> 'listingId' = $1 order by id`,
      [one.listingId],
    );
    expect(told.map((row) => row.name)).toContain('catalogue.listing_sold_out');
    await count(one, 4);
    expect(await stateOf(one)).toBe('live');
    await count(one, 0);
    expect(await stateOf(one)).toBe('out_of_stock');
    await restore(cause);
    expect(await stateOf(one)).toBe('live');
  });

  test('the maker is told once when stock has run low', async () => {
    const low_at = app.get(PolicyQuery).at('stock.low_at', new Date());
    const one = await shop.live({ stock: low_at + 2 }, maker);
    for (const quantity of [1, 2, 1]) {
      const cause = someCause();
      await hold(cause, [{ offerId: one.offerId, quantity }]);
      await commit(cause);
    }
    const told = await asOwner<{ payload: { onHand: number } }>(
      `select payload from platform.outbox where name = 'catalogue.low_stock' and payload ->> 'offerId' = $1`,
      [one.offerId],
    );
    expect(told.map((row) => row.payload.onHand)).toEqual([low_at - 1]);
  });

  test('a new count never takes what is promised', async () => {
    const one = await shop.live({ stock: 5 }, maker);
    await hold(someCause(), [{ offerId: one.offerId, quantity: 3 }]);
    await expect(count(one, 2)).rejects.toEqual(refusal('stock_below_reserved'));
    await count(one, 3);
    expect(await stockOf(one)).toEqual({ on_hand: 3, reserved: 3 });
    await balanced(one);
  });

  test('a count says why, and goes the way of its reason', async () => {
    const one = await shop.live({ stock: 5 }, maker);
    const counts = (pieces: number, of: CountOf) =>
      app.as(maker.actor, () => app.get(SetStock).run(one.offerId, pieces, of));
    await counts(3, { reason: 'damaged', note: 'The roof leaked.' });
    await counts(4, { reason: 'found' });
    await expect(counts(5, { reason: 'lost' })).rejects.toEqual(refusal('count_against_reason'));
    await expect(counts(5, { locationId: newId() })).rejects.toEqual(refusal('location_unknown'));
    const book = await asOwner(
      `select change, reason, note from catalogue.stock_movement where offer_id = $1 order by id`,
      [one.offerId],
    );
    expect(book).toEqual([
      { change: 5, reason: null, note: null },
      { change: -2, reason: 'damaged', note: 'The roof leaked.' },
      { change: 1, reason: 'found', note: null },
    ]);
    await balanced(one);
  });

  test('the database itself refuses a shelf that holds less than nothing', async () => {
    const one = await shop.live({ stock: 1 }, maker);
    const set = (table: string, values: string) =>
      asOwner(`update catalogue.${table} set ${values} where ${table === 'offer' ? 'id' : 'offer_id'} = $1`, [
        one.offerId,
      ]);
    await expect(set('stock_level', 'on_hand = -1, reserved = -1')).rejects.toThrow('stock_level_');
    await expect(set('stock_level', 'reserved = 2')).rejects.toThrow('stock_level_reserved');
    await expect(set('offer', 'price_paise = mrp_paise + 1')).rejects.toThrow('offer_within_mrp');
  });

  test('S-52 one person cannot hoard, however many carts at once; a contract may', async () => {
    const one = await shop.live({ stock: 200 }, maker);
    const person = personActor();
    const grab = () =>
      app.as(person, () =>
        app.get(UnitOfWork).run((tx) =>
          app.get(HoldStock).inside(tx, {
            cause: someCause(),
            lines: [{ offerId: one.offerId, quantity: 1 }],
            expiresAt: inAnHour(),
          }),
        ),
      );
    const holds_max = app.get(PolicyQuery).at('stock.holds_max', new Date());
    const outcomes = await Promise.allSettled(Array.from({ length: holds_max + 15 }, grab));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(15);
    for (const outcome of refused) expect(outcome.reason).toEqual(refusal('too_many_holds'));
    await app.as(person, () =>
      app.get(UnitOfWork).run((tx) =>
        app.get(HoldStock).inside(tx, {
          cause: { kind: 'contract', id: newId() },
          lines: [{ offerId: one.offerId, quantity: 40 }],
          expiresAt: inAnHour(),
        }),
      ),
    );
  });

  test('whatever is held, sold, given back and counted: the shelf is the sum of its movements', async () => {
    const one = await shop.live({ stock: 10 }, maker);
    const step = fc.record({
      what: fc.constantFrom('hold', 'release', 'commit', 'restore', 'count'),
      which: fc.nat(5),
      quantity: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
        const causes = Array.from({ length: 6 }, someCause);
        for (const { what, which, quantity } of steps) {
          const cause = causes[which]!;
          const act = {
            hold: () => hold(cause, [{ offerId: one.offerId, quantity }]),
            release: () => release(cause),
            commit: () => commit(cause),
            restore: () => restore(cause),
            count: () => count(one, quantity * 2),
          }[what];
          await act().catch((error: { code?: string; constraint?: string }) => {
            const known = ['out_of_stock', 'stock_below_reserved'].includes(error.code ?? '');
            if (!known && error.constraint !== 'stock_hold_once') throw error;
          });
          await balanced(one);
        }
        await Promise.all(causes.map(release));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
