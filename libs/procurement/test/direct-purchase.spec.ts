import { newId, type Actor } from '#platform/kernel';
import { rupees, type Paise } from '#platform/money';
import { asOwner } from '#platform/testing';
import {
  JustifySplitting,
  LetBlockPass,
  PlaceDirectPurchase,
  SplitWarnings,
  type Contract,
  type NewDemand,
} from '../src/index.js';
import { OfficeAudienceQuery } from '../src/data/office-audience.query.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { inventedUdyam, provedMaker } from './builders/proved-maker.js';
import { clock, type Office } from './builders/purchases.js';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const words = 'The two halls are furnished under two sanctioned projects.';

describe('Buying directly', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    piece = await costing(10_000n, await buying.shop.make.verified());
  }, 60_000);
  afterEach(() => clock.runs());
  afterAll(() => trade.close());

  /** Goods of this price, as many at once as somebody wants. */
  const costing = (price_paise: Paise, maker = piece.maker, more: object = {}) => {
    const price = { paise: Number(price_paise), currency: 'INR' };
    const offer = { label: 'natural', price, mrp: price, stock: 5_000, leadDays: 5, maxQuantity: 1_000, ...more };
    return buying.shop.live({ offers: [offer] }, maker);
  };
  /** What comes of an order by an office that bought nothing before. */
  const orders = async (wish: Partial<NewDemand> = {}, one = piece) => buying.ordered(await buying.office(), one, wish);
  const places = (office: Office, demandId: string, offerId = piece.offerId) => buying.place(office, demandId, offerId);

  describe('T-1 which value, on which day', () => {
    test.each<[string, Paise, number]>([
      ['R-0.6 one paisa below the ceiling', rupees(50_000) - 1n, 1],
      ['R-0.6 T-1.1 the ceiling itself', rupees(50_000), 1],
      ['R-1.3 T-1.1 ten pieces that make the ceiling', rupees(5_000), 10],
    ])('%s is bought', async (_, price, quantity) => {
      const { contract } = await orders({ quantity, estimate_paise: rupees(50_000) }, await costing(price));
      expect(contract).toMatchObject({ state: 'issued', method: 'direct', total_paise: price * BigInt(quantity) });
    });

    test.each<[string, Paise, number, 'l1' | 'bid']>([
      ['R-0.6 T-1.2 one paisa above it', rupees(50_000) + 1n, 1, 'l1'],
      ['R-1.5 T-1.6 the ceiling of a comparison', rupees(50_000), 20, 'l1'],
      ['R-1.5 T-1.7 one paisa above the ceiling of a comparison', rupees(10_00_000) + 1n, 1, 'bid'],
    ])('%s is not, and the way is named', async (_, price, quantity, suggest) => {
      const attempt = orders({ quantity, estimate_paise: price * BigInt(quantity) }, await costing(price));
      await expect(attempt).rejects.toEqual(refusal('mode_not_allowed', { ceiling_paise: '5000000', suggest }));
    });

    const lastDay = '2024-07-09T23:59:59.999+05:30';
    const firstDay = '2024-07-10T00:00:00+05:30';
    test.each<[string, string, Paise, boolean]>([
      ['T-1.9 ₹30,000 on 9 July 2024', lastDay, rupees(30_000), false],
      ['R-0.6 one paisa above the ceiling of that day', lastDay, rupees(25_000) + 1n, false],
      ['R-0.6 the ceiling of that day', lastDay, rupees(25_000), true],
      ['T-1.10 ₹30,000 from midnight of 10 July 2024', firstDay, rupees(30_000), true],
      ['R-0.6 the new ceiling', firstDay, rupees(50_000), true],
      ['R-0.6 one paisa above the new ceiling', firstDay, rupees(50_000) + 1n, false],
    ])('R-1.2 %s', async (_, at, price, allowed) => {
      const [office, one] = [await buying.office(), await costing(price)];
      await clock.stands(new Date(at));
      const attempt = buying.ordered(office, one, { quantity: 1, estimate_paise: price });
      if (!allowed) return expect(attempt).rejects.toEqual(refusal('mode_not_allowed', { suggest: 'l1' }));
      const { contract } = await attempt;
      expect(contract.made_at).toEqual(new Date(at));
      expect(contract.policy['proc.direct.max']?.value).toBe(at === lastDay ? '2500000' : '5000000');
    });
  });

  describe('R-4.3 whom a contract was made with', () => {
    const day_ms = 86_400_000;
    /** A maker who proved her enterprise, and the last day on which that holds. */
    async function proved(): Promise<{ one: Goods; lastDay: string }> {
      const { maker, lastDay } = await provedMaker(trade);
      return { one: await costing(10_000n, maker), lastDay };
    }
    const flagsOf = (contract: Contract) => contract.seller_preferences.map(({ flag }) => flag);
    const atMidnightAfter = (lastDay: string, by_ms: number) =>
      new Date(new Date(`${lastDay}T00:00:00+05:30`).getTime() + day_ms + by_ms);

    test('R-4.3 R-4.4 what a register proved holds through its last day and not a moment longer; the contract keeps it', async () => {
      const { one, lastDay } = await proved();
      const holding = ['enterprise', 'mse', 'women'];
      await clock.stands(atMidnightAfter(lastDay, -day_ms));
      expect(flagsOf((await orders({}, one)).contract)).toEqual(holding);
      await clock.stands(atMidnightAfter(lastDay, -1));
      const { contract } = await orders({}, one);
      expect(contract.seller_preferences[0]).toMatchObject({ flag: 'enterprise', size: 'micro', valid_to: lastDay });
      expect(flagsOf(contract)).toEqual(holding);
      await clock.stands(atMidnightAfter(lastDay, 0));
      expect(flagsOf((await orders({}, one)).contract)).toEqual([]);
      expect(flagsOf(await buying.contract(contract.id))).toEqual(holding);
    });

    test('R-4.3 a number on a paper nobody proved counts for nothing', async () => {
      const { make } = buying.shop;
      const typed = await make.verified({}, artisanPapers({ udyam: { kind: 'udyam', number: inventedUdyam() } }));
      expect((await orders({}, await costing(10_000n, typed))).contract.seller_preferences).toEqual([]);
    });
  });

  describe('R-1.8 orders that add up', () => {
    test('T-1.11 above the direct ceiling want another way, or the authority’s own words', async () => {
      const [office, one] = [await buying.office(), await costing(rupees(5_000))];
      const estimate_paise = rupees(45_000);
      await buying.ordered(office, one, { quantity: 8, estimate_paise });
      const { id } = await buying.approved(office, { quantity: 9, estimate_paise });
      await expect(places(office, id, one.offerId)).rejects.toEqual(
        refusal('split_warning', { sum_paise: '8500000', ceiling_paise: '5000000', window_days: 30 }),
      );
      const excuse = (who: keyof Office) =>
        trade.app.as(office[who as 'buyer'], () => trade.app.get(JustifySplitting).run(id, words));
      await expect(excuse('buyer')).rejects.toEqual(refusal('acts_not_separate', { earlier: 'raise_demand' }));
      expect(await excuse('authority')).toMatchObject({ state: 'approved', justified_by: office.authority.personId });
      expect(await places(office, id, one.offerId)).toMatchObject({
        earlier_paise: rupees(40_000),
        justification: words,
        justified_by: office.authority.personId,
      });
    });

    test('up to the ceiling, in another category, by another office, or of a day long past do not', async () => {
      const [office, one] = [await buying.office(), await costing(rupees(5_000))];
      const wish = { quantity: 8, estimate_paise: rupees(50_000) };
      await clock.stands(new Date('2026-09-10T18:30:00Z'));
      await buying.ordered(office, one, wish);
      await clock.stands(new Date('2026-10-11T23:59:59+05:30'));
      await expect(buying.ordered(office, one, wish)).rejects.toEqual(refusal('split_warning'));
      await buying.ordered(office, one, { ...wish, quantity: 2 });
      await buying.ordered(await buying.office(), one, wish);
      const other = await buying.shop.live({ ...other_category, offers: [offerOf(rupees(5_000))] }, piece.maker);
      await buying.ordered(office, other, wish);
      await clock.stands(new Date('2026-10-12T00:00:00+05:30'));
      await buying.ordered(office, one, wish);
    });

    test('S-28 above the ceiling of a comparison a head of department lets pass what the authority justified', async () => {
      const [office, one] = [await buying.office(), await costing(rupees(50_000))];
      const head = await buying.officer(office.officeId, 'gov_primary_user');
      const estimate_paise = rupees(50_000);
      for (let i = 0; i < 20; i++) await justified(office, one, estimate_paise);
      const { id } = await buying.approved(office, { quantity: 1, estimate_paise });
      const letsPass = (who: Actor) => trade.app.as(who, () => trade.app.get(LetBlockPass).run(id, words));
      await expect(letsPass(head)).rejects.toEqual(refusal('splitting_not_justified'));
      await trade.app.as(office.authority, () => trade.app.get(JustifySplitting).run(id, words));
      await expect(places(office, id, one.offerId)).rejects.toEqual(
        refusal('split_block', { sum_paise: '105000000', ceiling_paise: '100000000' }),
      );
      await expect(letsPass(office.authority)).rejects.toEqual(refusal('splitting_second_person'));
      await expect(letsPass(office.buyer)).rejects.toEqual(refusal('acts_not_separate', { earlier: 'raise_demand' }));
      expect(await letsPass(head)).toMatchObject({ state: 'approved', head_approved_by: head.personId });
      expect(await places(office, id, one.offerId)).toMatchObject({
        ...{ earlier_paise: rupees(1_000_000), justified_by: office.authority.personId },
        ...{ head_reason: words, head_approved_by: head.personId },
      });
    });

    test('words written anew are a new matter for the head', async () => {
      const office = await buying.office();
      const head = await buying.officer(office.officeId, 'gov_primary_user');
      const { id } = await buying.approved(office, { quantity: 1 });
      const justifies = () => trade.app.as(office.authority, () => trade.app.get(JustifySplitting).run(id, words));
      await justifies();
      await trade.app.as(head, () => trade.app.get(LetBlockPass).run(id, words));
      expect(await justifies()).toMatchObject({ head_reason: null, head_approved_by: null });
    });

    test('the third demand that looks divided within 90 days goes to vigilance, each counted once', async () => {
      const [office, one] = [await buying.office(), await costing(rupees(5_000))];
      const estimate_paise = rupees(45_000);
      const reports = () =>
        asOwner<{ warnings: number }>(
          `select (payload ->> 'warnings')::int as warnings from platform.outbox
            where name = 'procurement.splitting_reported' and payload ->> 'officeId' = $1`,
          [office.officeId],
        );
      const orders = async (at: string) => {
        await clock.stands(new Date(`${at}+05:30`));
        await buying.ordered(office, one, { quantity: 8, estimate_paise });
      };
      const warned = async (at: string) => {
        await clock.stands(new Date(`${at}+05:30`));
        const { id } = await buying.approved(office, { quantity: 9, estimate_paise });
        for (let i = 0; i < 2; i++)
          await expect(places(office, id, one.offerId)).rejects.toEqual(refusal('split_warning'));
        return id;
      };
      await orders('2026-09-01T12:00:00'); // 30 November is its ninetieth day
      await warned('2026-09-01T13:00:00');
      await orders('2026-11-20T12:00:00');
      await warned('2026-11-20T13:00:00');
      await warned('2026-12-01T00:00:00');
      expect(await reports()).toEqual([]);
      const last = await warned('2026-12-02T12:00:00');
      expect(await reports()).toEqual([{ warnings: 3 }]);
      await warned('2026-12-03T12:00:00');
      expect(await reports()).toHaveLength(1);
      const kept = await buying.work((tx) => trade.app.get(SplitWarnings).of(tx, office.officeId));
      expect(kept).toHaveLength(5);
      expect(kept.find(({ demand_id }) => demand_id === last)).toMatchObject({
        ...{ found: 'warning', sum_paise: rupees(85_000), ceiling_paise: rupees(50_000) },
        reported_at: expect.any(Date),
      });
    });

    async function justified(office: Office, one: Goods, estimate_paise: Paise) {
      const { id } = await buying.approved(office, { quantity: 1, estimate_paise });
      await trade.app.as(office.authority, () => trade.app.get(JustifySplitting).run(id, words));
      return places(office, id, one.offerId);
    }
    const offerOf = (price: Paise) => {
      const amount = { paise: Number(price), currency: 'INR' };
      return { label: 'natural', price: amount, mrp: amount, stock: 100, leadDays: 5, maxQuantity: 100 };
    };
    const other_category = { hsn: '52081190', title: 'Muslin stole' };
  });

  describe('R-1.3 the goods meet the demand', () => {
    test('R-1.3 in quantity: the seller sells so many at once', async () => {
      const few = await costing(10_000n, piece.maker, { minQuantity: 5, maxQuantity: 20 });
      for (const quantity of [4, 21])
        await expect(orders({ quantity }, few)).rejects.toEqual(refusal('offer_not_available'));
      for (const quantity of [5, 20]) expect((await orders({ quantity }, few)).contract).toMatchObject({ quantity });
    });

    test('R-4.7 at the price for offices and for so many pieces, where the maker sends', async () => {
      const amount = (paise: number) => ({ paise, currency: 'INR' });
      const more = { governmentPrice: amount(9_000), quantityBreaks: [{ from: 10, price: amount(8_000) }] };
      const cheaper = await costing(10_000n, piece.maker, more);
      for (const [quantity, unit_price_paise] of [
        [9, 9_000n],
        [10, 8_000n],
      ] as const) {
        const total_paise = unit_price_paise * BigInt(quantity);
        const { contract } = await orders({ quantity, estimate_paise: total_paise }, cheaper);
        expect(contract).toMatchObject({ unit_price_paise, total_paise });
      }
      const elsewhere = await buying.shop.live({ servesPins: ['99'] }, piece.maker);
      await expect(orders({ quantity: 1 }, elsewhere)).rejects.toEqual(refusal('offer_not_available'));
    });

    test('R-1.3 in kind: a demand for an ODOP product buys that product', async () => {
      const odopEntryId = await buying.shop.entryOf(piece.maker);
      expect((await orders({ odopEntryId })).contract.state).toBe('issued');
      await expect(orders({ odopEntryId: newId() })).rejects.toEqual(refusal('offer_not_available'));
    });

    test('R-1.3 in time: an offer that takes longer than the office has is refused', async () => {
      const facts = { needed_days: 4, offered_days: 5 };
      await expect(orders({ deliveryDays: 4 })).rejects.toEqual(refusal('delivery_too_slow', facts));
      expect((await orders({ deliveryDays: 5 })).contract.state).toBe('issued');
    });

    test('and are on sale, and on the shelf', async () => {
      const draft = await buying.shop.drafted(piece.maker);
      await expect(orders({}, draft)).rejects.toEqual(refusal('offer_not_for_sale'));
      const two = await costing(10_000n, piece.maker, { stock: 2 });
      await expect(orders({ quantity: 3 }, two)).rejects.toEqual(refusal('out_of_stock'));
    });
  });

  test('R-2.9 a purchase costs no more than the payer has set aside', async () => {
    const wish = { quantity: 10, estimate_paise: 99_999n };
    const facts = { value_paise: '100000', blocked_paise: '99999' };
    await expect(orders(wish)).rejects.toEqual(refusal('funds_too_small', facts));
    expect((await orders({ ...wish, estimate_paise: 100_000n })).contract.total_paise).toBe(100_000n);
  });

  test('S-42 a demand of another office is not there, nor one that is not', async () => {
    const [office, other] = [await buying.office(), await buying.office()];
    const { id } = await buying.approved(office);
    for (const demandId of [id, newId()]) {
      const order = { demandId, offerId: piece.offerId, certifiesRates: true } as const;
      const attempt = trade.app.as(other.buyer, () => trade.app.get(PlaceDirectPurchase).run(order));
      await expect(attempt).rejects.toEqual(refusal('demand_not_found'));
    }
  });

  test('R-2.10 sanction and contract are numbered without gaps in the financial year of their day', async () => {
    const office = await buying.office();
    await clock.stands(new Date('2027-03-31T23:59:59+05:30'));
    const last = (await buying.ordered(office, piece)).contract;
    const next = (await buying.ordered(office, piece)).contract;
    await clock.stands(new Date('2027-04-01T00:00:00+05:30'));
    const first = (await buying.ordered(office, piece)).contract;
    expect(last.number).toMatch(/^ODB-C-2026-27-\d{10}$/);
    expect(last.sanction_number).toMatch(/^ODB-SO-2026-27-\d{8}$/);
    const seq = (number: string) => Number(number.split('-').at(-1));
    expect(seq(next.number)).toBe(seq(last.number) + 1);
    expect(seq(next.sanction_number)).toBe(seq(last.sanction_number) + 1);
    expect(first.number).toMatch(/^ODB-C-2027-28-\d{10}$/);
  });

  test('R-0.3 R-1.1 the ceilings are asked for the office and the nearest buyer class above it', async () => {
    const office = await buying.office('STATE:MZ');
    const audience = await buying.work((tx) => trade.app.get(OfficeAudienceQuery).of(tx, office.officeId));
    expect(audience).toEqual({ buyerOrg: office.officeId, buyerClass: 'STATE:MZ' });
  });

  test('R-0.4 a contract keeps every value that decided it and that it lives under', async () => {
    const { contract } = await orders();
    expect(Object.keys(contract.policy).sort()).toMatchInlineSnapshot(`
     [
       "auto_crac_days",
       "crac.days",
       "ld.cap_pct",
       "ld.pct_per_week",
       "ld.week_days",
       "order.accept_hours",
       "pay.days_after_crac",
       "prc.auto_hours",
       "proc.direct.max",
       "proc.l1.max",
       "split.window_days",
     ]
    `);
    expect(contract).toMatchObject({ earlier_paise: 0n, justification: null });
  });
});
