import { ChangePrice, ComparableOffersQuery, HoldStock } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees, type Paise } from '#platform/money';
import { hoursAfter } from '#platform/time';
import {
  Comparisons,
  DueQuery,
  EndUnaccepted,
  FreezeComparison,
  JustifySplitting,
  PlaceL1Purchase,
  ReopenDemand,
  WithdrawDemand,
  type DemandGoods,
  type NewDemand,
} from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { otherPapers } from '../../sellers/test/builders/makers.js';
import { clock, type Office } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('Buying the cheapest', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let makers: Goods['maker'][];
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    makers = [];
    for (let i = 0; i < 3; i++) makers.push(await buying.shop.make.verified({}, otherPapers()));
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  let mark = 100;
  /** Goods nobody else compares: the same long and wide, unlike those of every other test. */
  const size = () => (mark += 1);
  interface Shelf {
    goods: DemandGoods;
    pieces: Goods[];
  }
  /** Goods of one size on sale, one offer for each price, by the makers in turn. */
  async function shelf(prices: Paise[], more: object = {}): Promise<Shelf> {
    const length = size();
    const words = await buying.shop.words(makers[0]!);
    const parameters = [
      ...words.parameters.filter(({ key }) => key !== 'length_cm'),
      { key: 'length_cm', value: length },
    ];
    const pieces: Goods[] = [];
    for (const [i, price_paise] of prices.entries()) {
      const price = { paise: Number(price_paise), currency: 'INR' };
      const offer = {
        label: 'natural',
        price,
        mrp: { ...price, paise: 2 * price.paise },
        stock: 10,
        leadDays: 5,
        maxQuantity: 1_000,
        ...more,
      };
      pieces.push(await buying.shop.live({ parameters, offers: [offer] }, makers[i % makers.length]!));
    }
    return { pieces, goods: { category: words.category!, unit: 'piece', parameters: { length_cm: length } } };
  }
  const wished = (goods: DemandGoods, wish: Partial<NewDemand> = {}): Partial<NewDemand> => ({
    ...{ goods, quantity: 10, estimate_paise: rupees(10_00_000) },
    ...wish,
  });
  const freezes = (office: Office, demandId: string) =>
    trade.app.as(office.buyer, () => trade.app.get(FreezeComparison).run(demandId));
  const places = (office: Office, comparisonId: string) =>
    trade.app.as(office.buyer, () => trade.app.get(PlaceL1Purchase).run(comparisonId));
  const compared = async (office: Office, goods: DemandGoods, wish: Partial<NewDemand> = {}) => {
    const demand = await buying.approved(office, wished(goods, wish));
    return { demand, sheet: await freezes(office, demand.id) };
  };

  test('R-1.4 T-1.3 SM-7 the sheet names the cheapest, the order goes to her, and the pieces are kept', async () => {
    const { goods, pieces } = await shelf([rupees(5_100), rupees(5_000) + 1n, rupees(5_040)]);
    const office = await buying.office();
    const { demand, sheet } = await compared(office, goods);
    expect(sheet).toMatchObject({ chosen_offer_id: pieces[1]!.offerId, is_ordered: false });
    expect(sheet.chosen_total_paise).toBe(rupees(50_000) + 10n);
    expect(await buying.demand(demand.id)).toMatchObject({ state: 'compared', comparison_id: sheet.id });
    const contract = await places(office, sheet.id);
    expect(contract).toMatchObject({
      ...{ method: 'l1', comparison_id: sheet.id, state: 'issued', offer_id: pieces[1]!.offerId },
      ...{ seller_id: pieces[1]!.maker.sellerId, total_paise: sheet.chosen_total_paise },
    });
    expect(await buying.demand(demand.id)).toMatchObject({ state: 'order_placed' });
    const later = await buying.approved(office, wished(goods));
    await expect(freezes(office, later.id)).rejects.toEqual(
      refusal('l1_insufficient_competition', {
        manufacturers: 2,
        min_manufacturers: 3,
        out: expect.objectContaining({ stock: 1 }),
      }),
    );
  });

  test('R-1.4 only goods with the asked golden parameters, unit and category are compared', async () => {
    const { goods } = await shelf([rupees(10), rupees(20), rupees(30)]);
    await shelf([rupees(1)]);
    const office = await buying.office();
    const { sheet } = await compared(office, goods);
    expect(sheet.decision.lines.map(({ total_paise }) => total_paise)).toEqual([100, 200, 300].map(rupees));
    const elsewhere = await buying.approved(office, wished({ ...goods, unit: 'metre' }));
    await expect(freezes(office, elsewhere.id)).rejects.toEqual(refusal('l1_insufficient_competition', { offers: 0 }));
  });

  test('R-2.6 a demand asks only what its category asks', async () => {
    const { goods } = await shelf([]);
    const office = await buying.office();
    const odd = { ...goods, parameters: { taste: 'sweet' } };
    await expect(buying.raised(office, wished(odd))).rejects.toEqual(
      refusal('golden_parameter_unknown', { key: 'taste' }),
    );
    await expect(buying.raised(office, wished({ ...goods, category: 'no-such-goods' }))).rejects.toEqual(
      expect.objectContaining({ code: 'category_unknown' }),
    );
    const bare = await buying.approved(office);
    await expect(freezes(office, bare.id)).rejects.toEqual(expect.objectContaining({ code: 'nothing_to_compare' }));
  });

  test('R-1.4 goods described so little that thousands match are not compared', async () => {
    const { goods } = await shelf([rupees(10), rupees(20), rupees(30)]);
    const office = await buying.office();
    const { id } = await buying.approved(office, wished(goods));
    const query = trade.app.get(ComparableOffersQuery);
    const [one] = await buying.work((tx) => query.of(tx, { ...goods, odopEntryId: null }, 1));
    const like = (no: number) =>
      Array.from({ length: no }, (_, i) => ({
        ...one!,
        offerId: newId(),
        sellerId: newId(),
        manufacturerKey: `maker ${i}`,
      }));
    jest.spyOn(query, 'of').mockResolvedValueOnce(like(2_001));
    await expect(freezes(office, id)).rejects.toEqual(refusal('comparison_too_wide', { offers_max: 2_000 }));
    jest.spyOn(query, 'of').mockResolvedValueOnce(like(2_000));
    expect((await freezes(office, id)).decision.lines).toHaveLength(2_000);
  });

  describe('T-1 which value', () => {
    test.each<[string, Paise, 'allowed' | 'bid']>([
      ['R-0.6 one paisa below the ceiling', rupees(10_00_000) - 1n, 'allowed'],
      ['T-1.6 the ceiling itself', rupees(10_00_000), 'allowed'],
      ['T-1.7 one paisa above it', rupees(10_00_000) + 1n, 'bid'],
    ])('R-1.2 %s', async (_, price, expected) => {
      const { goods } = await shelf([price, price + 1n, price + 2n]);
      const wish = { quantity: 1, estimate_paise: price };
      const office = await buying.office();
      if (expected === 'allowed') return expect(await compared(office, goods, wish)).toBeDefined();
      await expect(compared(office, goods, wish)).rejects.toEqual(
        refusal('mode_not_allowed', { asked: 'l1', suggest: 'bid', ceiling_paise: '100000000' }),
      );
    });

    test('R-2.9 never more than was set aside', async () => {
      const { goods } = await shelf([rupees(5_000), rupees(5_001), rupees(5_002)]);
      const office = await buying.office();
      const wish = { estimate_paise: rupees(50_000) - 1n };
      await expect(compared(office, goods, wish)).rejects.toEqual(
        refusal('funds_too_small', { value_paise: '5000000' }),
      );
    });

    test('R-1.8 comparisons that add up above their ceiling are blocked', async () => {
      const { goods } = await shelf([rupees(60_000), rupees(60_001), rupees(60_002)], { stock: 100 });
      const office = await buying.office();
      const { sheet } = await compared(office, goods);
      await places(office, sheet.id);
      const { id } = await buying.approved(office, wished(goods));
      const words = 'The two halls are furnished under two sanctioned projects.';
      await trade.app.as(office.authority, () => trade.app.get(JustifySplitting).run(id, words));
      await expect(freezes(office, id)).rejects.toEqual(refusal('split_block', { sum_paise: '120000000' }));
    });
  });

  describe('R-2.8 a sheet that holds no longer', () => {
    test('after its days: refused to the last moment, let go by the clock, and compared anew', async () => {
      const { goods } = await shelf([rupees(10), rupees(20), rupees(30)]);
      const office = await buying.office();
      const { demand } = await compared(office, goods);
      await clock.stands(new Date('2026-12-01T12:00:00+05:30'));
      const sheet = await freezes(office, demand.id);
      expect(sheet.valid_until.toISOString().slice(0, 16)).toBe('2026-12-06T18:29');
      const due = () => buying.work((tx) => trade.app.get(DueQuery).comparisons(tx, 100));
      const lapses = () => trade.app.asSystem(() => trade.app.get(FreezeComparison).lapse(demand.id));
      await clock.stands(new Date(sheet.valid_until.getTime() - 1));
      expect(await due()).not.toContain(demand.id);
      await lapses();
      expect(await buying.demand(demand.id)).toMatchObject({ state: 'compared' });
      await clock.stands(sheet.valid_until);
      expect(await due()).toContain(demand.id);
      await expect(places(office, sheet.id)).rejects.toEqual(refusal('l1_sheet_stale', { why: 'expired' }));
      expect(await buying.demand(demand.id)).toMatchObject({ state: 'approved', comparison_id: null });
      await lapses();
      const again = await freezes(office, demand.id);
      await clock.stands(again.valid_until);
      await lapses();
      expect(await buying.demand(demand.id)).toMatchObject({ state: 'approved' });
      await expect(places(office, again.id)).rejects.toEqual(refusal('l1_sheet_stale', { why: 'replaced' }));
    });

    test.each([1n, -1n])('when the cheapest costs %d paise more', async (by) => {
      const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)]);
      const office = await buying.office();
      const { demand, sheet } = await compared(office, goods);
      const { maker, offerId } = pieces[0]!;
      await reprice(maker, offerId, rupees(10) + by);
      await expect(places(office, sheet.id)).rejects.toEqual(refusal('l1_sheet_stale', { why: 'price' }));
      expect(await buying.demand(demand.id)).toMatchObject({ state: 'approved' });
      const anew = await freezes(office, demand.id);
      expect(anew.chosen_total_paise).toBe((rupees(10) + by) * 10n);
      const old = await buying.work((tx) => trade.app.get(Comparisons).find(tx, sheet.id));
      expect(old).toEqual(sheet);
    });

    test('when a shopper took a piece of hers', async () => {
      const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)]);
      const office = await buying.office();
      const { demand, sheet } = await compared(office, goods);
      await shopperTakes(pieces[0]!, 1);
      await expect(places(office, sheet.id)).rejects.toEqual(refusal('l1_sheet_stale', { why: 'terms' }));
      expect(await buying.demand(demand.id)).toMatchObject({ state: 'approved' });
    });

    test('when it was compared again, withdrawn, ordered, or came to nothing', async () => {
      const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)], { stock: 100 });
      const office = await buying.office();
      const { demand, sheet } = await compared(office, goods);
      const second = await freezes(office, demand.id);
      await expect(places(office, sheet.id)).rejects.toEqual(refusal('l1_sheet_stale', { why: 'replaced' }));
      const contract = await places(office, second.id);
      await expect(places(office, second.id)).rejects.toEqual(refusal('illegal_transition'));
      await trade.app.as(pieces[0]!.maker.actor, () =>
        trade.app.get(EndUnaccepted).decline(contract.id, 'The loom is broken.'),
      );
      await trade.app.asSystem(() => trade.app.get(ReopenDemand).run(contract.id));
      await expect(places(office, second.id)).rejects.toEqual(refusal('illegal_transition'));
      const third = await freezes(office, demand.id);
      await trade.app.as(office.buyer, () => trade.app.get(WithdrawDemand).run(demand.id, 'Not needed.'));
      await expect(places(office, third.id)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('SM-7 a compared demand is not ordered directly', async () => {
      const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)]);
      const office = await buying.office();
      const { demand } = await compared(office, goods);
      await expect(buying.place(office, demand.id, pieces[2]!.offerId)).rejects.toEqual(refusal('illegal_transition'));
    });
  });

  test('S-42 R-2.7 an office sees its own sheets and nobody else any', async () => {
    const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)]);
    const [office, other] = [await buying.office(), await buying.office()];
    const { demand, sheet } = await compared(office, goods);
    const reads = (who: Office['buyer']) =>
      trade.app.as(who, () => trade.app.get(UnitOfWork).run((tx) => trade.app.get(Comparisons).find(tx, sheet.id)));
    expect(await reads(office.buyer)).toEqual(sheet);
    for (const who of [other.buyer, pieces[0]!.maker.actor])
      await expect(reads(who)).rejects.toEqual(expect.objectContaining({ code: 'comparison_not_found' }));
    await expect(places(other, sheet.id)).rejects.toEqual(expect.objectContaining({ code: 'comparison_not_found' }));
    await expect(freezes(other, demand.id)).rejects.toEqual(expect.objectContaining({ code: 'demand_not_found' }));
  });

  test('S-4 S-11 two offices and a shopper want the last pieces: one has them', async () => {
    for (let round = 0; round < 3; round++) {
      const { goods, pieces } = await shelf([rupees(10), rupees(20), rupees(30)]);
      const offices = [await buying.office(), await buying.office()];
      const sheets = [];
      for (const office of offices) sheets.push((await compared(office, goods)).sheet);
      const outcomes = await Promise.allSettled<unknown>([
        places(offices[0]!, sheets[0]!.id),
        shopperTakes(pieces[0]!, 10),
        places(offices[1]!, sheets[1]!.id),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(['out_of_stock', 'l1_sheet_stale']).toContain(outcome.reason.code);
    }
  });

  test('SM-7 ten orders and ten new comparisons at once: one contract, from the sheet that stood', async () => {
    const { goods } = await shelf([rupees(10), rupees(20), rupees(30)], { stock: 100 });
    const office = await buying.office();
    const { demand, sheet } = await compared(office, goods);
    const outcomes = await Promise.allSettled<unknown>(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? places(office, sheet.id) : freezes(office, demand.id))),
    );
    const now = await buying.demand(demand.id);
    const contracts = outcomes.filter(
      (one) => one.status === 'fulfilled' && Object.hasOwn(one.value as object, 'number'),
    );
    expect(contracts).toHaveLength(now.state === 'order_placed' ? 1 : 0);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(['illegal_transition', 'l1_sheet_stale']).toContain(outcome.reason.code);
  });

  const reprice = (maker: Goods['maker'], offerId: string, price: Paise) =>
    trade.app.as(maker.actor, () => trade.app.get(ChangePrice).run(offerId, price));

  const shopperTakes = ({ offerId }: Goods, quantity: number) =>
    buying.work((tx) =>
      trade.app.get(HoldStock).inside(tx, {
        cause: { kind: 'order', id: newId() },
        lines: [{ offerId, quantity }],
        expiresAt: hoursAfter(tx.now, 1),
      }),
    );
});
