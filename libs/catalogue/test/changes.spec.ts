import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { asOwner, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  ApproveChange,
  ChangeListing,
  ChangePrice,
  Changes,
  CommitStock,
  DecideReport,
  EscalateChange,
  HideOldVersion,
  HoldStock,
  ListingsQuery,
  MediaQuery,
  OffersQuery,
  OwnListingsQuery,
  PauseListing,
  PurgeMedia,
  ReportListing,
  ResumeListing,
  RetireListing,
  ReturnChange,
  ReturnListing,
  SetStock,
  WithdrawChange,
  type ListingInput,
} from '../src/index.js';
import { materialChanges, type Columns } from '../src/domain/change.rules.js';
import { riseBase } from '../src/domain/price.rules.js';
import type { Goods } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string, status = 409) => expect.objectContaining({ code, status });
const seen = (): void => undefined;
/** What the law asks on a pack from abroad. */
const imported = {
  madeBy: { role: 'importer' as const, name: 'Asha Stores', address: '4 Mill Road, Bhagalpur 812001' },
  consumerCare: { phone: '1800123456', email: null },
};

describe('SM-3 what of a change an officer sees', () => {
  const words: Columns = { title: 'Stole', food: { a: 1, b: 'x' }, weight_g: 250, search_text: 'old' };
  const images = [
    { mediaId: 'one', alt: 'front' },
    { mediaId: 'two', alt: 'back' },
  ];
  const offer = (change: Columns = {}, price_paise = 100_000n) => ({
    label: 'natural',
    price_paise,
    columns: { mrp_paise: '200000', price_paise: String(price_paise), lead_days: 5, position: 1, ...change },
  });
  const before = {
    words,
    images,
    offers: [offer({ mrp_paise: 200_000, on_hand: 7 }), { ...offer(), label: 'indigo' }],
  };
  it.each([
    ['nothing', {}, []],
    ['words that mean the same', { words: { ...words, food: { b: 'x', a: 1 }, weight_g: '250' } }, []],
    ['words for the search', { words: { ...words, search_text: 'new' } }, []],
    ['another title', { words: { ...words, title: 'Shawl' } }, ['title']],
    ['a part of what is inside', { words: { ...words, food: { a: 1, b: 'y' } } }, ['food']],
    ['the order of the pictures', { images: [...images].reverse() }, []],
    ['another picture', { images: [images[0]!, { mediaId: 'new', alt: 'back' }] }, ['images']],
    ['other words under a picture', { images: [images[0]!, { mediaId: 'two', alt: 'top' }] }, ['images']],
    ['terms of delivery', { offers: [offer({ lead_days: 9, position: 2 })] }, []],
    ['another answer', { words: { ...words, parameters: { fibre: 'eri' } } }, ['parameters']],
    ['another declaration', { words: { ...words, declarations: { madeBy: null } } }, ['declarations']],
    ['another number of her own', { offers: [offer({ sku: 'TS-02' })] }, []],
    [
      'another price from five pieces on',
      { offers: [offer({ quantity_breaks: [{ from: 5, price_paise: 9 }] })] },
      ['offers'],
    ],
    ['another price for public buyers', { offers: [offer({ government_price_paise: '9' })] }, ['offers']],
    ['a variant less', { offers: [offer()] }, []],
    ['a variant more', { offers: [offer(), { ...offer(), label: 'red' }] }, ['offers']],
    ['another MRP', { offers: [offer({ mrp_paise: '200001' })] }, ['offers']],
    ['what is not known to be light', { offers: [offer({ options: { size: 'M' } })] }, ['offers']],
    ['a lower price', { offers: [offer({}, 1n)] }, []],
    ['a price at the limit', { offers: [offer({}, 110_000n)] }, []],
    ['a paisa below it', { offers: [offer({}, 109_999n)] }, []],
    ['a paisa above it', { offers: [offer({}, 110_001n)] }, ['price']],
  ])('%s', (_, change, fields) => {
    const after = { words, images, offers: [offer()], ...change };
    expect(materialChanges(before, after, 1_000)).toEqual(fields);
  });

  it.each([
    [100n, null, 100n],
    [100n, 90n, 90n],
    [100n, 120n, 100n],
  ])('SM-3 of %i paise now and %s seen last, a rise is measured from %i', (now, reviewed, base) =>
    expect(riseBase(now, reviewed)).toBe(base),
  );
});

describe('SM-3 changes of goods on sale', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let desk: Actor;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
    desk = await shop.make.officerOf('bhagalpur');
  });
  afterEach(() => frozenClock.thaw());
  afterAll(() => open.close());

  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));
  const own = (one: Goods) => inTx(one.maker.actor, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
  const stateOf = async (one: Goods) => (await own(one)).state;
  const shown = (one: Goods) => app.get(ListingsQuery).one(one.listingId);
  const newest = (one: Goods) => inTx(one.maker.actor, (tx) => app.get(Changes).newestOwn(tx, one.listingId));
  const news = async (one: Goods) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'listingId' = $1 order by id`,
        [one.listingId],
      )
    ).map(({ name }) => name.replace('catalogue.listing_', ''));
  /** Goods on sale, and what their maker wrote. */
  async function sold(wish = {}): Promise<{ one: Goods; words: ListingInput }> {
    const maker = await shop.make.verified();
    const words = await shop.words(maker, wish);
    return { one: await shop.live({ ...words }, maker), words };
  }
  const changes = (one: Goods, words: ListingInput) =>
    app.as(one.maker.actor, () => app.get(ChangeListing).run(one.listingId, words, seen));
  const withdraws = (one: Goods) => app.as(one.maker.actor, () => app.get(WithdrawChange).run(one.listingId));
  const approves = (id: string, who = desk) => app.as(who, () => app.get(ApproveChange).run(id));
  const returns = (id: string, who = desk) => app.as(who, () => app.get(ReturnChange).run(id, 'Say which silk it is.'));
  const priced = (words: ListingInput, paise: number, mrp?: number): ListingInput => {
    const [offer] = words.offers;
    const amount = (value: number) => ({ paise: value, currency: 'INR' as const });
    return { ...words, offers: [{ ...offer!, price: amount(paise), ...(mrp ? { mrp: amount(mrp) } : {}) }] };
  };
  const hides = (id: string) => app.asSystem(() => app.get(HideOldVersion).run(id));

  test('SM-3 pieces, order of pictures and a small rise take effect at once; an old version is refused', async () => {
    const { one, words } = await sold();
    const [offer] = words.offers;
    const light = { ...priced(words, 159_500), images: [...words.images].reverse() };
    light.offers[0] = { ...light.offers[0]!, stock: 9, leadDays: offer!.leadDays + 1 };
    expect(await changes(one, light)).toEqual({ waits: false });
    expect(await shown(one)).toMatchObject({
      images: [{ alt: 'view 3' }, { alt: 'view 2' }, { alt: 'view 1' }],
      offers: [{ price_paise: 159_500n, lead_days: 6 }],
    });
    expect((await own(one)).offers[0]).toMatchObject({ on_hand: 9 });
    expect((await news(one)).at(-1)).toBe('changed');
    const stale = (): void => {
      throw Object.assign(new Error('stale'), { code: 'version_stale' });
    };
    const attempt = app.as(one.maker.actor, () => app.get(ChangeListing).run(one.listingId, light, stale));
    await expect(attempt).rejects.toMatchObject({ code: 'version_stale' });
    const ask = (price: bigint) => app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, price));
    await expect(ask(159_501n)).rejects.toEqual(refusal('price_rise_needs_review', 422));
    await ask(159_500n);
  });

  test('SM-3 R-0.5 a new version waits; the old one is for sale for 48 hours, to the second, then hidden', async () => {
    const { one, words } = await sold();
    expect(await changes(one, { ...priced(words, 160_001), title: 'Ghicha stole' })).toEqual({ waits: true });
    await expect(changes(one, words)).rejects.toEqual(refusal('change_waits'));
    const change = await newest(one);
    expect(change).toMatchObject({ state: 'waiting', fields: ['price', 'title'], priced: ['natural'] });
    expect(change.hide_at!.getTime() - change.proposed_at.getTime()).toBe(48 * 3_600_000);
    for (const [seconds, state] of [
      [-1, 'live'],
      [0, 'in_review'],
      [1, 'in_review'],
    ] as const) {
      await frozenClock.at(new Date(change.hide_at!.getTime() + seconds * 1_000));
      await hides(change.id);
      expect(await stateOf(one)).toBe(state);
    }
    expect(await shown(one)).toBeNull();
    await expect(shop.approved(one)).rejects.toEqual(refusal('change_waits'));
    await expect(app.as(desk, () => app.get(ReturnListing).run(one.listingId, 'no'))).rejects.toEqual(
      refusal('change_waits'),
    );
    await approves(change.id);
    expect(await shown(one)).toMatchObject({ title: 'Ghicha stole', offers: [{ price_paise: 160_001n }] });
    expect((await news(one)).slice(2)).toEqual(['change_asked', 'hidden', 'live', 'change_approved']);
    await expect(approves(change.id)).rejects.toEqual(refusal('change_decided'));
    await expect(returns(change.id)).rejects.toEqual(refusal('change_decided'));
  });

  test('SM-3 S-4 pieces sold and prices lowered while it waits stay so when it is approved', async () => {
    const { one, words } = await sold({ stock: 3 });
    const [offer] = words.offers;
    await changes(one, { ...words, title: 'Ghicha stole', offers: [offer!, { ...offer!, label: 'indigo', stock: 4 }] });
    await app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, 1));
    await app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, 99_900n));
    await approves((await newest(one)).id);
    expect((await own(one)).offers).toMatchObject([
      { label: 'natural', on_hand: 1, price_paise: 99_900n, reviewed_price_paise: 99_900n },
      { label: 'indigo', on_hand: 4, price_paise: 145_000n },
    ]);
    expect((await news(one)).slice(-2)).toEqual(['changed', 'change_approved']);
    await changes(one, priced({ ...words, title: 'Ghicha stole' }, 80_000, 90_000));
    await approves((await newest(one)).id);
    expect((await own(one)).offers[0]).toMatchObject({ price_paise: 80_000n, mrp_paise: 90_000n });
  });

  test('SM-3 S-4 a sale at the very moment of the approval is not given back', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { one, words } = await sold({ stock: 5 });
      await changes(one, { ...words, title: 'Ghicha stole' });
      const cause = { kind: 'order' as const, id: newId() };
      await app.asSystem(() =>
        app.get(UnitOfWork).run((tx) =>
          app.get(HoldStock).inside(tx, {
            cause,
            lines: [{ offerId: one.offerId, quantity: 2 }],
            expiresAt: new Date(tx.now.getTime() + 60_000),
          }),
        ),
      );
      const { id } = await newest(one);
      const sells = app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(CommitStock).inside(tx, cause)));
      await Promise.all([approves(id), sells]);
      expect((await own(one)).offers[0]).toMatchObject({ on_hand: 3, reserved: 0 });
    }
  });

  test('SM-3 withdrawn or sent back, the old version goes on, and is shown again when it was hidden', async () => {
    const { one, words } = await sold();
    const wish = { ...words, countryOfOrigin: 'NP', declarations: imported };
    for (const ends of [() => withdraws(one), async () => returns((await newest(one)).id)]) {
      await changes(one, wish);
      await ends();
      expect(await shown(one)).toMatchObject({ country_of_origin: 'IN' });
      await changes(one, wish);
      const change = await newest(one);
      await frozenClock.at(change.hide_at!);
      await hides(change.id);
      expect(await stateOf(one)).toBe('in_review');
      await ends();
      expect(await stateOf(one)).toBe('live');
      await hides(change.id);
      expect(await stateOf(one)).toBe('live');
    }
    expect(await newest(one)).toMatchObject({ state: 'returned', answer: 'Say which silk it is.' });
    await expect(withdraws(one)).rejects.toEqual(refusal('change_unknown', 404));
  });

  test('SM-3 paused goods are resumed only once a change that hid them is decided; sold out ones are hidden too', async () => {
    const { one, words } = await sold();
    const act = (verb: typeof PauseListing | typeof ResumeListing | typeof RetireListing) =>
      app.as(one.maker.actor, () => app.get<{ run(id: string): Promise<void> }>(verb).run(one.listingId));
    await changes(one, { ...words, title: 'Ghicha stole' });
    await act(PauseListing);
    await act(ResumeListing);
    await act(PauseListing);
    const change = await newest(one);
    await frozenClock.at(change.hide_at!);
    await hides(change.id);
    expect(await stateOf(one)).toBe('paused');
    await expect(act(ResumeListing)).rejects.toEqual(refusal('change_waits'));
    await approves(change.id);
    expect(await stateOf(one)).toBe('paused');
    await act(ResumeListing);
    await app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, 0));
    await changes(one, { ...words, title: 'Eri stole', offers: [{ ...words.offers[0]!, stock: 0 }] });
    const next = await newest(one);
    await frozenClock.at(next.hide_at!);
    await hides(next.id);
    expect(await stateOf(one)).toBe('in_review');
    await approves(next.id);
    expect(await stateOf(one)).toBe('out_of_stock');
    await changes(one, words);
    await act(RetireListing);
    expect(await newest(one)).toMatchObject({ state: 'withdrawn' });
    await expect(changes(one, words)).rejects.toEqual(refusal('listing_not_on_sale'));
  });

  test('R-9.6 R-9.8 a new version is held against the checklist, whether it would wait or not', async () => {
    const { one, words } = await sold();
    const lacks = (code: string) => expect.objectContaining({ code, status: 422 });
    await expect(changes(one, { ...words, images: words.images.slice(1) })).rejects.toEqual(lacks('images_missing'));
    await expect(changes(one, { ...words, category: null, parameters: [] })).rejects.toEqual(lacks('category_missing'));
    await expect(changes(one, { ...words, parameters: [] })).rejects.toEqual(lacks('parameters_missing'));
    await expect(changes(one, { ...words, countryOfOrigin: 'NP' })).rejects.toEqual(lacks('declarations_missing'));
    expect(await changes(one, words)).toEqual({ waits: false });
  });

  test('SM-3 a block ends what waited', async () => {
    const { one, words } = await sold();
    await changes(one, { ...words, title: 'Ghicha stole' });
    const { reportId } = await app.as(personActor(), () =>
      app.get(ReportListing).run(one.listingId, 'false_origin', 'From a mill.'),
    );
    await app.as(desk, () => app.get(DecideReport).run(reportId, true, 'Power loom.'));
    expect(await newest(one)).toMatchObject({ state: 'withdrawn', hide_at: null });
  });

  test('S-42 S-28 S-11 only the desk decides, nobody on her own goods, and of many officers one', async () => {
    const { one, words } = await sold();
    await changes(one, { ...words, title: 'Ghicha stole' });
    const { id } = await newest(one);
    for (const actor of [await shop.make.officerOf('varanasi'), shop.make.stranger()]) {
      await expect(approves(id, actor)).rejects.toEqual(refusal('change_unknown', 404));
      await expect(returns(id, actor)).rejects.toEqual(refusal('change_unknown', 404));
    }
    await expect(approves(id, { ...desk, personId: one.maker.actor.personId })).rejects.toEqual(
      refusal('own_goods', 403),
    );
    const other = await shop.live();
    await expect(
      app.as(other.maker.actor, () => app.get(ChangeListing).run(one.listingId, words, seen)),
    ).rejects.toEqual(refusal('listing_unknown', 404));
    const colleague = personActor({ organisationId: desk.organisationId });
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? approves(id) : returns(id, colleague))),
    );
    const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => refusal('change_decided')));
  });

  test('SM-3 S-58 pictures of a version that waits are kept and seen by the desk', async () => {
    const { one, words } = await sold();
    const [fresh] = await shop.images(one.maker);
    await changes(one, { ...words, images: [fresh!, ...words.images] });
    await asOwner(`update catalogue.media set uploaded_at = clock_timestamp() - interval '31 days' where id = $1`, [
      fresh!.mediaId,
    ]);
    await app.asSystem(() => app.get(PurgeMedia).run());
    const sees = (actor: Actor) => inTx(actor, (tx) => app.get(MediaQuery).own(tx, fresh!.mediaId));
    expect((await sees(desk)).type).toBe('image/png');
    await expect(sees(await shop.make.officerOf('varanasi'))).rejects.toEqual(refusal('media_unknown', 404));
    const others = await shop.images(await shop.make.verified());
    await withdraws(one);
    await expect(changes(one, { ...words, images: others })).rejects.toEqual(refusal('media_unknown', 404));
  });

  test('SM-3 R-0.5 a change nobody decided on is shown to the office above at the end of its term', async () => {
    const { one, words } = await sold();
    await changes(one, { ...words, title: 'Ghicha stole' });
    const { id } = await newest(one);
    const row = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.maybe(
            z.object({ due_at: z.date(), above_desk_id: z.uuid() }),
            `select due_at, above_desk_id from catalogue.listing_change where id = $1`,
            [id],
          ),
        ),
    );
    for (const [seconds, told] of [
      [-1, false],
      [0, true],
    ] as const) {
      await frozenClock.at(new Date(row!.due_at.getTime() + seconds * 1_000));
      await app.asSystem(() => app.get(EscalateChange).run(id));
      expect((await news(one)).includes('change_escalated')).toBe(told);
    }
    await approves(id, personActor({ organisationId: row!.above_desk_id }));
    expect(await shown(one)).toMatchObject({ title: 'Ghicha stole' });
  });

  test('S-10 what a cart was filled at is told apart from what is sold now', async () => {
    const { one, words } = await sold();
    const offer = () => inTx(personActor(), async (tx) => (await app.get(OffersQuery).forSale(tx, [one.offerId]))[0]!);
    const before = await offer();
    await changes(one, priced(words, 164_999));
    expect(await offer()).toEqual(before);
    const change = await newest(one);
    await approves(change.id);
    const after = await offer();
    expect([after.price_paise, after.version > before.version]).toEqual([164_999n, true]);
  });
});
