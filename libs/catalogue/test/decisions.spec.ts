import type { Actor } from '#platform/kernel';
import { asOwner, personActor, type Booted } from '#platform/testing';
import { ApproveListing, DraftListing, EscalateListing, ReturnListing, SubmitListing } from '../src/index.js';
import type { Goods } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const second_ms = 1_000;

describe('Deciding on goods', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterEach(() => asOwner(`delete from platform.clock`));
  afterAll(() => open.close());

  const row = async (one: Goods) =>
    (
      await asOwner<{ state: string; due_at: Date | null; escalated_at: Date | null }>(
        `select * from catalogue.listing where id = $1`,
        [one.listingId],
      )
    )[0]!;
  const news = async (one: Goods, name: string) =>
    (
      await asOwner(`select 1 from platform.outbox where payload ->> 'listingId' = $1 and name = $2`, [
        one.listingId,
        name,
      ])
    ).length;
  /** Of many at once one succeeds; the others learn that the listing has moved on. */
  async function once(attempts: Promise<unknown>[]): Promise<void> {
    const refused = (await Promise.allSettled(attempts)).flatMap((each) =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(refused).toHaveLength(attempts.length - 1);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'illegal_transition', status: 409 });
  }

  test('R-4.6 S-28 S-42 an officer describes goods for a maker of her district; they are the maker’s, and a colleague approves them', async () => {
    const maker = await shop.make.verified();
    const desk = await shop.make.officerOf(maker.district.slug);
    const words = await shop.words(maker);
    const draft = (who: Actor) => app.as(who, () => app.get(DraftListing).runFor(maker.sellerId, words));
    for (const other of [await shop.make.officerOf('varanasi'), maker.actor])
      await expect(draft(other)).rejects.toMatchObject({ code: 'seller_unknown', status: 404 });
    const { listingId } = await draft(desk);
    const one = { listingId, offerId: '', maker };
    expect(await news(one, 'catalogue.listing_drafted_for')).toBe(1);
    await shop.submitted(one);
    const approves = (who: Actor) => app.as(who, () => app.get(ApproveListing).run(listingId));
    await expect(approves(desk)).rejects.toMatchObject({ code: 'own_words', status: 403 });
    await approves(personActor({ organisationId: desk.organisationId }));
    expect(await row(one)).toMatchObject({ state: 'live', seller_id: maker.sellerId });
  });

  test('SM-3 S-11 two officers of one desk decide at once: one decision, told once', async () => {
    const maker = await shop.make.verified();
    const desk = await shop.make.officerOf(maker.district.slug);
    const officers = [desk, personActor({ organisationId: desk.organisationId })] as const;
    for (let round = 0; round < 5; round++) {
      const one = await shop.drafted(maker);
      await shop.submitted(one);
      const acts = [
        () => app.get(ApproveListing).run(one.listingId),
        () => app.get(ReturnListing).run(one.listingId, 'The picture shows another stole.'),
      ];
      await once(Array.from({ length: 8 }, (_, i) => app.as(officers[i % 2]!, acts[(i >> 1) % 2]!)));
      expect(['live', 'changes_needed']).toContain((await row(one)).state);
      expect((await news(one, 'catalogue.listing_live')) + (await news(one, 'catalogue.listing_returned'))).toBe(1);
    }
  });

  test('S-28 an officer who belongs to the maker does not put her goods on sale; her colleague does', async () => {
    const maker = await shop.make.verified();
    const desk = await shop.make.officerOf(maker.district.slug);
    const one = await shop.drafted(maker);
    await shop.submitted(one);
    const herself = { ...desk, personId: maker.actor.personId };
    const attempt = app.as(herself, () => app.get(ApproveListing).run(one.listingId));
    await expect(attempt).rejects.toMatchObject({ code: 'own_goods', status: 403 });
    await app.as(desk, () => app.get(ApproveListing).run(one.listingId));
    expect((await row(one)).state).toBe('live');
  });

  test('SM-3 S-11 a maker who submits ten times at once has submitted once', async () => {
    const one = await shop.drafted(await shop.make.verified());
    await once(
      Array.from({ length: 10 }, () => app.as(one.maker.actor, () => app.get(SubmitListing).run(one.listingId))),
    );
    expect(await news(one, 'catalogue.listing_submitted')).toBe(1);
  });

  test('SM-3 R-0.5 what nobody decided is shown to the office above at the end of its term, not a second before', async () => {
    const one = await shop.drafted(await shop.make.verified());
    await shop.submitted(one);
    const { due_at } = await row(one);
    const escalates = () => app.asSystem(() => app.get(EscalateListing).run(one.listingId));
    for (const [after_ms, times] of [
      [-second_ms, 0],
      [second_ms, 1],
      [2 * second_ms, 1],
    ] as const) {
      await asOwner(
        `insert into platform.clock (base_at, real_at, speed) values ($1, clock_timestamp(), 1e-12)
         on conflict (one) do update set base_at = excluded.base_at, real_at = excluded.real_at, speed = excluded.speed`,
        [new Date(due_at!.getTime() + after_ms)],
      );
      await escalates();
      expect(await news(one, 'catalogue.listing_escalated')).toBe(times);
    }
  });
});
