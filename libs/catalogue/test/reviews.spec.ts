import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  AnswerReview,
  CatalogueModule,
  DecideReviewCase,
  InviteReviews,
  ListingsQuery,
  ReportReview,
  ReviewCases,
  reviewInput,
  ReviewsQuery,
  ShelveGoods,
  WithdrawReview,
  WriteReview,
} from '../src/index.js';
import { goods, type Goods } from './builders/goods.js';

const refusal = (code: string, status = 409) => expect.objectContaining({ code, status });
const firstPage = { limit: 100, key: null, towards: 'next', wantsCount: false, list: '' } as const;
const link = 'Cheaper at www.silk.example.com';

describe('R-9.3 buyers review goods', () => {
  let app: Booted;
  let shop: ReturnType<typeof goods>;
  let desk: Actor;
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    app = await boot([CatalogueModule]);
    shop = goods(app);
    desk = await shop.make.officerOf('bhagalpur');
  });
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await app.close();
    await registries.stop();
    rmSync(media, { recursive: true, force: true });
  });

  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  /** A line of an order of the buyer's arrived; her invitation has the line's id. */
  async function invited(one: Goods, buyer: Actor = personActor(), lineId: string = newId()): Promise<string> {
    const of = { buyerId: buyer.personId!, sellerId: one.maker.sellerId, stateCode: 'IN-BR' };
    const lines = [{ lineId, offerId: one.offerId, title: 'Tussar stole' }];
    await asSystem((tx) => app.get(InviteReviews).inside(tx, of, lines));
    return lineId;
  }
  const writes = (id: string, buyer: Actor, said: object = {}) =>
    app.as(buyer, () => app.get(WriteReview).run(id, reviewInput.parse({ stars: 5, ...said })));
  const withdraws = (id: string, buyer: Actor) => app.as(buyer, () => app.get(WithdrawReview).run(id));
  const answers = (id: string, one: Goods, words = 'Thank you.') =>
    app.as(one.maker.actor, () => app.get(AnswerReview).run(id, words));
  const shown = (one: Goods, sort: 'newest' | 'highest' | 'lowest' = 'newest', stars: number | null = null) =>
    app.get(ReviewsQuery).page(one.listingId, stars, sort, firstPage);
  const rating = (one: Goods) => app.get(ReviewsQuery).ratingOf(one.listingId);
  const own = async (id: string, buyer: Actor) =>
    (await inTx(buyer, (tx) => app.get(ReviewsQuery).mine(tx, firstPage))).find((row) => row.id === id);
  const caseOf = async (reviewId: string, who: Actor = desk) =>
    (await inTx(who, (tx) => app.get(ReviewCases).onDesk(tx, firstPage))).find((row) => row.review_id === reviewId);
  const decides = async (reviewId: string, refuse: boolean, who: Actor = desk) =>
    app.as(who, async () =>
      app.get(DecideReviewCase).run((await caseOf(reviewId))!.id, refuse, 'Links are not shown.'),
    );
  const news = async (name: string, reviewId: string) =>
    (
      await asOwner<{ payload: Record<string, unknown> }>(
        `select payload from platform.outbox where name = $1 and payload ->> 'reviewId' = $2 order by id`,
        [`catalogue.${name}`, reviewId],
      )
    ).map(({ payload }) => payload);

  test('R-9.3 a delivered line invites its buyer once; her words are read at once, with stars of goods and maker', async () => {
    const [one, buyer] = [await shop.live(), await shop.make.person('Farah Test')];
    const id = await invited(one, buyer);
    await invited(one, buyer, id); // told twice
    expect(await news('review_invited', id)).toMatchObject([{ buyerId: buyer.personId, listingId: one.listingId }]);
    expect(await own(id, buyer)).toMatchObject({ state: 'invited', stars: null, bought_title: 'Tussar stole' });
    expect(await shown(one)).toEqual([]);
    await writes(id, buyer, { stars: 4, title: 'Soft', words: 'Warm and soft.' });
    expect(await shown(one)).toMatchObject([
      { stars: 4, title: 'Soft', by_name: null, by_state: 'Bihar', answer: null },
    ]);
    expect(await rating(one)).toEqual({ reviews: 1, rating_tenths: 40, stars: [0, 0, 0, 1, 0] });
    expect(await app.get(ReviewsQuery).ratingOf(one.maker.sellerId)).toMatchObject({ reviews: 1, rating_tenths: 40 });
    expect(await app.get(ListingsQuery).one(one.listingId)).toMatchObject({
      ...{ reviews: 1, rating_tenths: 40, seller_reviews: 1, seller_rating_tenths: 40 },
    });
    expect(await news('review_published', id)).toMatchObject([{ byDesk: false }]);
  });

  test('R-9.3 S-42 only who bought them reviews goods, and nobody those of a shop she belongs to', async () => {
    const one = await shop.live();
    const id = await invited(one);
    await expect(writes(id, personActor())).rejects.toEqual(refusal('review_unknown', 404));
    await expect(writes(newId(), personActor())).rejects.toEqual(refusal('review_unknown', 404));
    await expect(withdraws(id, personActor())).rejects.toEqual(refusal('review_unknown', 404));
    const herself = await invited(one, one.maker.actor);
    await expect(writes(herself, one.maker.actor)).rejects.toEqual(refusal('own_review', 403));
    expect(await rating(one)).toMatchObject({ reviews: 0 });
  });

  test('R-9.3 she changes her mind, is shown by name if she likes, and takes it back for good', async () => {
    const [one, buyer] = [await shop.live(), await shop.make.person('Farah Test')];
    const id = await invited(one, buyer);
    await writes(id, buyer, { stars: 1 });
    await writes(id, buyer, { stars: 5, words: 'The second wash was fine.', showName: true });
    expect(await shown(one)).toMatchObject([{ stars: 5, by_name: 'Farah T.', edited_at: expect.any(Date) }]);
    expect(await rating(one)).toEqual({ reviews: 1, rating_tenths: 50, stars: [0, 0, 0, 0, 1] });
    expect(await news('review_published', id)).toHaveLength(1);
    await withdraws(id, buyer);
    expect(await shown(one)).toEqual([]);
    expect(await rating(one)).toEqual({ reviews: 0, rating_tenths: 0, stars: [0, 0, 0, 0, 0] });
    expect(await own(id, buyer)).toMatchObject({ state: 'withdrawn', stars: null, words: null, shown_name: null });
    await expect(writes(id, buyer)).rejects.toEqual(refusal('illegal_transition'));
  });

  test('R-9.3 suspicious words wait for the desk; refused, she reads why and writes them anew', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: link });
    expect(await shown(one)).toEqual([]);
    expect(await caseOf(id)).toMatchObject({
      suspicions: ['link'],
      about: 'review',
      review: { words: link, stars: 5 },
    });
    await decides(id, true);
    expect(await own(id, buyer)).toMatchObject({ state: 'refused', refused_for: 'Links are not shown.' });
    expect(await news('review_refused', id)).toHaveLength(1);
    await writes(id, buyer, { words: `${link} again` });
    await decides(id, false);
    expect(await shown(one)).toMatchObject([{ words: `${link} again` }]);
    expect(await news('review_published', id)).toMatchObject([{ byDesk: true }]);
    expect(await caseOf(id)).toBeUndefined();
  });

  test('R-9.3 a published review that becomes suspicious is gone until it was read; rewritten, the desk has nothing to do', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer);
    await writes(id, buyer, { words: link });
    expect([await shown(one), (await rating(one)).reviews]).toEqual([[], 0]);
    const waiting = await caseOf(id);
    await writes(id, buyer, { words: 'Warm.' });
    expect(await shown(one)).toHaveLength(1);
    await expect(app.as(desk, () => app.get(DecideReviewCase).run(waiting!.id, true, 'Links.'))).rejects.toEqual(
      refusal('review_case_decided'),
    );
  });

  test('R-9.3 the maker answers once, puts it otherwise, and her words are looked at too', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    const id = await invited(one, buyer);
    await expect(answers(id, one)).rejects.toEqual(refusal('review_unknown', 404));
    await writes(id, buyer, { stars: 2, words: 'Thin.' });
    await expect(answers(id, await shop.live())).rejects.toEqual(refusal('review_unknown', 404));
    await answers(id, one);
    await answers(id, one, 'We weave it thicker now.');
    expect(await shown(one)).toMatchObject([{ answer: 'We weave it thicker now.' }]);
    expect(await news('review_answered', id)).toHaveLength(1);
    await answers(id, one, 'Call 9800000001');
    expect(await shown(one)).toMatchObject([{ answer: null, stars: 2 }]);
    expect(await caseOf(id)).toMatchObject({ about: 'answer', suspicions: ['phone'] });
    await decides(id, true);
    const [mine] = await inTx(one.maker.actor, (tx) => app.get(ReviewsQuery).ofShop(tx, false, firstPage));
    expect(mine).toMatchObject({ answer_state: 'refused', answer_refused_for: 'Links are not shown.' });
    expect(await news('review_answer_refused', id)).toHaveLength(1);
    await answers(id, one, 'Write to us at pay@bank');
    await decides(id, false);
    expect(await shown(one)).toMatchObject([{ answer: 'Write to us at pay@bank' }]);
    expect(await inTx(one.maker.actor, (tx) => app.get(ReviewsQuery).ofShop(tx, true, firstPage))).toEqual([]);
  });

  test('R-9.3 S-28 a reported review stays until the desk has decided; who reported, wrote or sells does not decide', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    const id = await invited(one, buyer);
    const colleague = personActor({ organisationId: desk.organisationId });
    const reports = (who: Actor, about: 'review' | 'answer' = 'review') =>
      app.as(who, () => app.get(ReportReview).run(id, about, 'untrue', 'She never wore it.'));
    await expect(reports(one.maker.actor)).rejects.toEqual(refusal('review_unknown', 404));
    await writes(id, buyer, { stars: 1 });
    await expect(reports(one.maker.actor, 'answer')).rejects.toEqual(refusal('review_unknown', 404));
    const { caseId } = await reports(colleague);
    await expect(reports(colleague)).rejects.toEqual(refusal('review_report_waits'));
    expect(await shown(one)).toHaveLength(1);
    const decide = (who: Actor, refuse: boolean) =>
      app.as(who, () => app.get(DecideReviewCase).run(caseId, refuse, 'It stays.'));
    await expect(decide(colleague, false)).rejects.toEqual(refusal('own_review_case', 403));
    await expect(decide(await shop.make.officerOf('varanasi'), false)).rejects.toEqual(
      refusal('review_case_unknown', 404),
    );
    await decide(desk, false);
    expect(await shown(one)).toHaveLength(1);
    expect(await news('review_report_decided', id)).toMatchObject([{ reporterId: colleague.personId }]);
    await expect(decide(desk, true)).rejects.toEqual(refusal('review_case_decided'));
    await reports(one.maker.actor);
    await decides(id, true);
    expect([await shown(one), (await rating(one)).reviews]).toEqual([[], 0]);
    expect(await own(id, buyer)).toMatchObject({ state: 'refused' });
  });

  test('R-9.3 a person reports only so many reviews a day', async () => {
    const [one, reporter] = [await shop.live(), personActor()];
    const reports = async () => {
      const buyer = personActor();
      const id = await invited(one, buyer);
      await writes(id, buyer);
      return app.as(reporter, () => app.get(ReportReview).run(id, 'review', 'offensive', 'Rude.'));
    };
    for (let i = 0; i < 5; i++) await reports();
    await expect(reports()).rejects.toEqual(refusal('too_many_review_reports', 429));
  });

  test('R-9.3 when the time is over nobody writes any more; a late refusal gives time to write anew', async () => {
    const one = await shop.live();
    const [buyer, late] = [personActor(), personActor()];
    const [id, heldId] = [await invited(one, buyer), await invited(one, late)];
    await writes(heldId, late, { words: link });
    const { closes_at } = (await own(id, buyer))!;
    await frozenClock.at(new Date(closes_at.getTime() + 1_000));
    await expect(writes(id, buyer)).rejects.toEqual(refusal('review_closed'));
    expect(await asSystem((tx) => app.get(WithdrawReview).due(tx, 100_000))).toContain(id);
    await app.asSystem(() => app.get(WithdrawReview).lapse(id));
    expect(await own(id, buyer)).toMatchObject({ state: 'lapsed' });
    await decides(heldId, true);
    await writes(heldId, late, { words: 'Warm.' });
    expect(await shown(one)).toMatchObject([{ words: 'Warm.' }]);
    await app.asSystem(() => app.get(WithdrawReview).lapse(heldId)); // nothing is due
    expect(await shown(one)).toHaveLength(1);
  });

  test('R-9.3 a case nobody decides in time is shown to the office above', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: link });
    const waiting = (await caseOf(id))!;
    await app.asSystem(() => app.get(DecideReviewCase).escalate(waiting.id)); // too early
    await frozenClock.at(new Date(waiting.due_at!.getTime() + 1_000));
    expect(await asSystem((tx) => app.get(DecideReviewCase).due(tx, 100_000))).toContain(waiting.id);
    await app.asSystem(() => app.get(DecideReviewCase).escalate(waiting.id));
    expect(await news('review_case_escalated', id)).toMatchObject([{ deskId: waiting.above_desk_id }]);
  });

  test('S-66 a person is forgotten: her stars count on, her words, her name and what was answered to them are gone', async () => {
    const [one, buyer] = [await shop.live(), await shop.make.person('Farah Test')];
    const [spoken, held, open] = [await invited(one, buyer), await invited(one, buyer), await invited(one, buyer)];
    await writes(spoken, buyer, { stars: 3, title: 'Farah says', words: 'My daughter likes it.', showName: true });
    await answers(spoken, one, 'Dear Farah, thank you.');
    await writes(held, buyer, { words: link });
    await app.asSystem(() => app.get(WithdrawReview).forget(buyer.personId!));
    expect(await shown(one)).toMatchObject([{ stars: 3, title: null, words: null, by_name: null, answer: null }]);
    expect(await rating(one)).toMatchObject({ reviews: 1, rating_tenths: 30 });
    const rows = await asOwner<{ row: string }>(`select r::text as row from catalogue.review r where buyer_id = $1`, [
      buyer.personId,
    ]);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Farah|daughter|silk\.example/);
    expect([(await own(held, buyer))!.state, (await own(open, buyer))!.state]).toEqual(['withdrawn', 'lapsed']);
    expect(await caseOf(held)).toBeUndefined();
  });

  test('S-11 R-9.3 fifty buyers at once, some changing their minds: every voice counts once', async () => {
    const one = await shop.live();
    const voices = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const buyer = personActor();
        return { buyer, id: await invited(one, buyer), stars: 1 + (i % 5) };
      }),
    );
    await Promise.all(voices.map(({ id, buyer, stars }) => writes(id, buyer, { stars })));
    expect(await rating(one)).toEqual({ reviews: 50, rating_tenths: 30, stars: [10, 10, 10, 10, 10] });
    await Promise.all(
      voices.map(({ id, buyer }, i) => (i % 5 === 0 ? withdraws(id, buyer) : writes(id, buyer, { stars: 5 }))),
    );
    expect(await rating(one)).toEqual({ reviews: 40, rating_tenths: 50, stars: [0, 0, 0, 0, 40] });
    expect(await app.get(ReviewsQuery).ratingOf(one.maker.sellerId)).toMatchObject({ reviews: 40, rating_tenths: 50 });
  });

  test('R-9.3 lists go from page to page in each order, and by stars', async () => {
    const one = await shop.live();
    for (const stars of [3, 5, 1, 5, 2]) {
      const buyer = personActor();
      await writes(await invited(one, buyer), buyer, { stars });
    }
    const read = async (sort: 'newest' | 'highest' | 'lowest') => {
      const found: number[] = [];
      let key: [string, string, string] | null = null;
      do {
        const rows = await app.get(ReviewsQuery).page(one.listingId, null, sort, { ...firstPage, limit: 2, key });
        found.push(...rows.slice(0, 2).map((row) => row.stars));
        const last = rows[1];
        key = rows.length > 2 && last ? [last.sort_stars, last.sort_time, last.review_id] : null;
      } while (key !== null);
      return found;
    };
    expect(await read('newest')).toEqual([2, 5, 1, 5, 3]);
    expect(await read('highest')).toEqual([5, 5, 3, 2, 1]);
    expect(await read('lowest')).toEqual([1, 2, 3, 5, 5]);
    expect((await shown(one, 'newest', 5)).map((row) => row.stars)).toEqual([5, 5]);
  });

  test('R-9.3 the shelf follows the stars: facet, order and card', async () => {
    const [one, buyer] = [await shop.live(), personActor()];
    await writes(await invited(one, buyer), buyer, { stars: 4 });
    await app.asSystem(() => app.get(ShelveGoods).run(one.listingId));
    const [row] = await asOwner(
      `select rating_tenths, rating_bp, tags && '{rating:4}' as four, tags && '{rating:5}' as five, card -> 'reviews' as reviews
         from catalogue.shelf where listing_id = $1`,
      [one.listingId],
    );
    expect(row).toEqual({ rating_tenths: 40, rating_bp: 5_500, four: true, five: false, reviews: 1 });
  });
});
