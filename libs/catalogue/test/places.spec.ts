import fc from 'fast-check';
import { z } from 'zod';
import { PincodesQuery } from '#odop';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Actor, type Cause } from '#platform/kernel';
import { asOwner, personActor, type Booted } from '#platform/testing';
import { SellersQuery } from '#sellers';
import {
  AddLocation,
  ChangeLocation,
  CommitStock,
  HoldStock,
  locations_max,
  MoveStock,
  PassOnPieces,
  PauseListing,
  ReleaseStock,
  ResumeListing,
  RestoreStock,
  RetireLocation,
  SetLowStock,
  SetStock,
  Stock,
  StockLocations,
  StockWishes,
  TellWaiting,
  WaitForStock,
  wishes_max,
  type CountOf,
} from '../src/index.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import type { Goods } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const someCause = (): Cause => ({ kind: 'checkout', id: newId() });

/** A maker with a workshop and a stall. */
interface Shop {
  maker: Maker;
  stall: string;
}

describe('S-4 stock lies in places', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(() => open.close());

  const work = <T>(what: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(what));
  const own = <T>(maker: Maker, what: (tx: Tx) => Promise<T>) =>
    app.as(maker.actor, () => app.get(UnitOfWork).run(what));
  const hold = (cause: Cause, one: Goods, quantity: number) => {
    const request = { cause, lines: [{ offerId: one.offerId, quantity }], expiresAt: new Date(Date.now() + 3_600_000) };
    return work((tx) => app.get(HoldStock).inside(tx, request));
  };
  const commit = (cause: Cause) => work((tx) => app.get(CommitStock).inside(tx, cause));
  const release = (cause: Cause) => work((tx) => app.get(ReleaseStock).inside(tx, cause));
  const restore = (cause: Cause) => work((tx) => app.get(RestoreStock).inside(tx, cause));
  const count = (one: Goods, pieces: number, of: CountOf = {}) =>
    app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, pieces, of));
  const move = (one: Goods, from: string, to: string, pieces: number) =>
    app.as(one.maker.actor, () => app.get(MoveStock).run(one.offerId, from, to, pieces));
  const pinOf = async ({ sellerId }: Maker) => (await work((tx) => app.get(SellersQuery).byId(tx, sellerId))).pincode;
  const add = async (maker: Maker, name: string, pincode?: string) => {
    const lies = pincode ?? (await pinOf(maker));
    return app.as(maker.actor, () => app.get(AddLocation).run(name, lies));
  };
  const retire = (maker: Maker, id: string) => app.as(maker.actor, () => app.get(RetireLocation).run(id));
  const places = (maker: Maker) => own(maker, (tx) => app.get(StockLocations).own(tx));

  const withStall = async (): Promise<Shop> => {
    const maker = await shop.make.verified();
    return { maker, stall: (await add(maker, 'Haat stall')).locationId };
  };
  /** Pieces in the workshop and in the stall, and how many of each are promised. */
  const lie = async (one: Goods) => {
    const levels = await own(one.maker, (tx) => app.get(Stock).levels(tx, one.offerId));
    return levels.map((level) => `${level.on_hand}/${level.reserved}`).join(' ');
  };
  /** Goods that lie in both places. */
  const spread = async ({ maker, stall }: Shop, workshop: number, inStall: number): Promise<Goods> => {
    const one = await shop.live({ stock: workshop }, maker);
    await count(one, inStall, { locationId: stall, reason: 'made' });
    return one;
  };
  const book = z.object({ location_id: z.uuid(), on_hand: z.number(), reserved: z.number() });
  /** Each place holds the sum of its movements, and promises the sum of its holds. */
  const balanced = async ({ offerId }: Goods) => {
    const levels = `select location_id, on_hand, reserved from catalogue.stock_level where offer_id = $1 order by 1`;
    const books = `
      select k.location_id,
             (select coalesce(sum(change), 0)::integer from catalogue.stock_movement m
               where m.offer_id = k.offer_id and m.location_id = k.location_id) as on_hand,
             (select coalesce(sum(quantity), 0)::integer from catalogue.stock_hold h
               where h.offer_id = k.offer_id and h.location_id = k.location_id and h.state = 'held') as reserved
        from catalogue.stock_level k where k.offer_id = $1 order by 1`;
    const read = (sql: string) => work((tx) => tx.many(book, sql, [offerId]));
    expect(await read(levels)).toEqual(await read(books));
  };

  test('who has one shelf never hears of places: the first makes itself, where she lives', async () => {
    const maker = await shop.make.verified();
    const one = await shop.live({ stock: 3 }, maker);
    expect(await places(maker)).toEqual([
      {
        ...{ id: maker.sellerId, name: 'Workshop', pincode: await pinOf(maker), district_name: maker.district.name },
        ...{ is_first: true, on_hand: 3, reserved: 0 },
      },
    ]);
    await count(one, 5);
    expect(await lie(one)).toBe('5/0');
  });

  test('a reservation takes from the first place, then from the others, and everything goes back where it came from', async () => {
    const one = await spread(await withStall(), 2, 3);
    const [kept, given] = [someCause(), someCause()];
    await hold(kept, one, 4);
    expect(await lie(one)).toBe('2/2 3/2');
    await hold(given, one, 1);
    await expect(hold(someCause(), one, 1)).rejects.toEqual(refusal('out_of_stock'));
    await release(given);
    await commit(kept);
    expect(await lie(one)).toBe('0/0 1/0');
    await balanced(one);
    await restore(kept);
    expect(await lie(one)).toBe('2/0 3/0');
    await balanced(one);
  });

  test('pieces that were bought go over to another cause and come back, each from the place it lay in', async () => {
    const shelves = await withStall();
    const passes = (from: Cause, to: Cause, one: Goods, quantity: number) =>
      work((tx) => app.get(PassOnPieces).inside(tx, from, to, [{ offerId: one.offerId, quantity }]));
    for (const [first, second] of [
      [1, 1],
      [2, 1],
      [3, 1],
      [1, 3],
    ] as const) {
      const one = await spread(shelves, 2, 3);
      const [whole, part, rest] = [someCause(), someCause(), someCause()];
      await hold(whole, one, 5);
      await commit(whole);
      await passes(whole, part, one, first);
      await passes(whole, rest, one, second);
      expect(await lie(one)).toBe('0/0 0/0');
      await expect(passes(part, someCause(), one, first + 1)).rejects.toThrow('only pieces that were sold go over');
      for (const cause of [rest, part, whole]) {
        await restore(cause);
        await balanced(one);
      }
      expect(await lie(one)).toBe('2/0 3/0');
    }
  });

  test('S-4 forty buyers at once and pieces in two places: as many are sold as there are', async () => {
    const one = await spread(await withStall(), 7, 6);
    const causes = Array.from({ length: 40 }, someCause);
    const all = await Promise.allSettled(causes.map((cause) => hold(cause, one, 2)));
    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(6);
    for (const each of all) if (each.status === 'rejected') expect(each.reason).toEqual(refusal('out_of_stock'));
    await balanced(one);
  });

  test('one cause holds an offer once, however many places it draws on', async () => {
    const one = await spread(await withStall(), 2, 9);
    const cause = someCause();
    await hold(cause, one, 3);
    await expect(hold(cause, one, 1)).rejects.toMatchObject({ constraint: 'stock_hold_once' });
    expect(await lie(one)).toBe('2/2 9/1');
  });

  test('a count of all together: what is more lies in the first place, what is missing is taken where it is free', async () => {
    const one = await spread(await withStall(), 4, 4);
    await hold(someCause(), one, 3);
    await count(one, 10);
    expect(await lie(one)).toBe('6/3 4/0');
    await count(one, 5);
    expect(await lie(one)).toBe('3/3 2/0');
    await expect(count(one, 2)).rejects.toEqual(refusal('stock_below_reserved'));
    await balanced(one);
  });

  test('a count of one place leaves the others, and never takes what is promised there', async () => {
    const { maker, stall } = await withStall();
    const one = await spread({ maker, stall }, 1, 4);
    await hold(someCause(), one, 3);
    await expect(count(one, 1, { locationId: stall })).rejects.toMatchObject({
      code: 'stock_below_reserved',
      facts: { reserved: 2 },
    });
    await count(one, 2, { locationId: stall, reason: 'lost' });
    expect(await lie(one)).toBe('1/1 2/2');
    await balanced(one);
  });

  test('pieces are carried between places, as far as they are free', async () => {
    const { maker, stall } = await withStall();
    const one = await shop.live({ stock: 5 }, maker);
    await hold(someCause(), one, 2);
    await move(one, maker.sellerId, stall, 3);
    expect(await lie(one)).toBe('2/2 3/0');
    await expect(move(one, maker.sellerId, stall, 1)).rejects.toMatchObject({
      code: 'too_few_to_move',
      facts: { wanted: 1, free: 0 },
    });
    await expect(move(one, stall, stall, 1)).rejects.toEqual(refusal('move_to_same_place'));
    const other = await shop.make.verified();
    await expect(move(one, stall, other.sellerId, 1)).rejects.toEqual(refusal('location_unknown'));
    await balanced(one);
  });

  test('an empty place is given up, the first one stays; what comes back goes there', async () => {
    const { maker, stall } = await withStall();
    const one = await spread({ maker, stall }, 0, 1);
    const cause = someCause();
    await expect(retire(maker, stall)).rejects.toMatchObject({ code: 'location_not_empty', facts: { pieces: 1 } });
    await hold(cause, one, 1);
    await commit(cause);
    await retire(maker, stall);
    expect((await places(maker)).map((place) => place.id)).toEqual([maker.sellerId]);
    await expect(count(one, 2, { locationId: stall })).rejects.toEqual(refusal('location_unknown'));
    await restore(cause);
    expect(await lie(one)).toBe('1/0');
    await expect(retire(maker, maker.sellerId)).rejects.toEqual(refusal('location_is_first'));
    await balanced(one);
  });

  test('places have names of their own, lie in the State of the seller, and are not too many', async () => {
    const { maker, stall } = await withStall();
    const elsewhere = (await app.asSystem(async () => app.get(PincodesQuery).pincode('110001')))!;
    expect(elsewhere.state_code).not.toBe(maker.district.state_code);
    await expect(add(maker, 'haat STALL')).rejects.toEqual(refusal('location_name_taken'));
    await expect(add(maker, 'Delhi', '110001')).rejects.toEqual(refusal('pincode_in_other_state'));
    const pin = await pinOf(maker);
    const change = (name: string) => app.as(maker.actor, () => app.get(ChangeLocation).run(stall, name, pin));
    await expect(change('workshop')).rejects.toEqual(refusal('location_name_taken'));
    await change('Fair');
    for (let more = (await places(maker)).length; more < locations_max; more++) await add(maker, `Shed ${more}`);
    await expect(add(maker, 'One more')).rejects.toMatchObject({
      code: 'locations_too_many',
      facts: { locations_max },
    });
  });

  test('the maker is told of low stock at the number she chose, once each time it is crossed', async () => {
    const maker = await shop.make.verified();
    const one = await shop.live({ stock: 9 }, maker);
    await app.as(maker.actor, () => app.get(SetLowStock).run(one.offerId, 6));
    for (const pieces of [7, 6, 5, 8, 4]) await count(one, pieces);
    const told = await asOwner<{ left: number }>(
      `select (payload ->> 'onHand')::integer as left from platform.outbox
        where name = 'catalogue.low_stock' and payload ->> 'offerId' = $1 order by id`,
      [one.offerId],
    );
    expect(told.map((news) => news.left)).toEqual([6, 4]);
  });

  describe('shoppers wait for what ran out', () => {
    const waits = (shopper: Actor, one: Goods) => app.as(shopper, () => app.get(WaitForStock).run(one.offerId));
    const mine = (shopper: Actor) =>
      app.as(shopper, () => app.get(UnitOfWork).run((tx) => app.get(StockWishes).own(tx)));
    /** The worker carries the news that goods may be there again. */
    const toldOf = async (one: Goods) => {
      await app.asSystem(() => app.get(TellWaiting).run(one.listingId));
      const told = await asOwner<{ who: string }>(
        `delete from platform.outbox where name = 'catalogue.wish_met' and payload ->> 'offerId' = $1
         returning payload ->> 'personId' as who`,
        [one.offerId],
      );
      return told.map((news) => news.who);
    };
    const backNews = async (one: Goods) => {
      const sql = `select id from platform.outbox where name = 'catalogue.back_in_stock' and payload ->> 'offerId' = $1`;
      return (await asOwner(sql, [one.offerId])).length;
    };

    test('told once when it can be bought again, and not before', async () => {
      const one = await shop.live({ stock: 1 });
      const [anu, bela] = [personActor(), personActor()];
      await expect(waits(anu, one)).rejects.toEqual(refusal('still_in_stock'));
      await count(one, 0);
      await waits(anu, one);
      await waits(anu, one);
      await waits(bela, one);
      expect(await mine(anu)).toMatchObject([{ offer_id: one.offerId, listing_id: one.listingId, label: 'natural' }]);
      expect(await toldOf(one)).toEqual([]);
      await count(one, 2);
      expect(await backNews(one)).toBe(1);
      expect(new Set(await toldOf(one))).toEqual(new Set([anu.personId, bela.personId]));
      expect(await mine(anu)).toEqual([]);
      await count(one, 0);
      await count(one, 3);
      expect(await toldOf(one)).toEqual([]);
    });

    test('promised to others is run out as well: a reservation that ends brings it back', async () => {
      const one = await shop.live({ stock: 1 });
      const [shopper, cause] = [personActor(), someCause()];
      await hold(cause, one, 1);
      await waits(shopper, one);
      await release(cause);
      expect(await backNews(one)).toBe(1);
      expect(await toldOf(one)).toEqual([shopper.personId]);
    });

    test('goods that are not for sale are not back, whatever lies on the shelf', async () => {
      const one = await shop.live({ stock: 1 });
      const shopper = personActor();
      await count(one, 0);
      await waits(shopper, one);
      await app.as(one.maker.actor, () => app.get(PauseListing).run(one.listingId));
      await count(one, 4);
      expect(await toldOf(one)).toEqual([]);
      await app.as(one.maker.actor, () => app.get(ResumeListing).run(one.listingId));
      expect(await toldOf(one)).toEqual([shopper.personId]);
    });

    test('she may stop waiting; S-66 an erased person waits for nothing; S-42 nobody reads what others wait for', async () => {
      const one = await shop.live({ stock: 1 });
      await count(one, 0);
      const [anu, bela] = [personActor(), personActor()];
      await waits(anu, one);
      await waits(bela, one);
      await app.as(anu, () => app.get(WaitForStock).stop(one.offerId));
      expect(await mine(anu)).toEqual([]);
      expect(await mine(bela)).toHaveLength(1);
      await app.asSystem(() => app.get(WaitForStock).forget(bela.personId!));
      expect(await mine(bela)).toEqual([]);
      await expect(waits(anu, { ...one, offerId: newId() })).rejects.toEqual(refusal('offer_unknown'));
    });

    test('S-52 nobody waits for everything', async () => {
      const one = await shop.live({ stock: 1 });
      await count(one, 0);
      const shopper = personActor();
      const shades = `
        insert into catalogue.offer (id, listing_id, seller_id, label, position, price_paise, mrp_paise, lead_days,
                                     min_quantity, max_quantity)
        select gen_random_uuid(), listing_id, seller_id, 'shade ' || n, 2, 100, 100, 1, 1, 1
          from catalogue.offer cross join generate_series(1, $2::integer) n where id = $1`;
      const wishes = `
        insert into catalogue.stock_wish (offer_id, person_id, asked_at)
        select id, $1, now() from catalogue.offer where listing_id = $2 and id <> $3`;
      await work(async (tx) => {
        await tx.run(shades, [one.offerId, wishes_max]);
        await tx.run(wishes, [shopper.personId, one.listingId, one.offerId]);
      });
      await expect(waits(shopper, one)).rejects.toMatchObject({ code: 'wishes_too_many', facts: { wishes_max } });
    });
  });

  test('whatever happens in whatever place, each holds the sum of its movements', async () => {
    const { maker, stall } = await withStall();
    const one = await spread({ maker, stall }, 5, 5);
    const step = fc.record({
      what: fc.constantFrom('hold', 'release', 'commit', 'restore', 'count', 'count there', 'to stall', 'to workshop'),
      which: fc.nat(3),
      pieces: fc.integer({ min: 1, max: 6 }),
    });
    const known = new Set(['out_of_stock', 'stock_below_reserved', 'too_few_to_move']);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const causes = Array.from({ length: 4 }, someCause);
        for (const { what, which, pieces } of steps) {
          const cause = causes[which]!;
          const act = {
            hold: () => hold(cause, one, pieces),
            release: () => release(cause),
            commit: () => commit(cause),
            restore: () => restore(cause),
            count: () => count(one, pieces * 3),
            'count there': () => count(one, pieces, { locationId: stall }),
            'to stall': () => move(one, maker.sellerId, stall, pieces),
            'to workshop': () => move(one, stall, maker.sellerId, pieces),
          }[what];
          await act().catch((error: { code?: string; constraint?: string }) => {
            if (!known.has(error.code ?? '') && error.constraint !== 'stock_hold_once') throw error;
          });
          await balanced(one);
        }
        await Promise.all(causes.map(release));
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
