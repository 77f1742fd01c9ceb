import { newId, type Actor } from '#platform/kernel';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import {
  DecideReviewCase,
  InviteReviews,
  ListingsQuery,
  ReportReview,
  ReviewsQuery,
  ShelveGoods,
  WithdrawReview,
} from '../src/index.js';
import { firstPage, link, refusal, reviewing } from './builders/reviewing.js';

describe('R-9.3 buyers review goods', () => {
  const { the, inTx, asSystem, invited, writes, withdraws, answers, shown, rating, own, caseOf, decides, news } =
    reviewing();

  test('R-9.3 a delivered line invites its buyer once; her words are read at once, with stars of goods and maker', async () => {
    const [one, buyer] = [await the.shop.live(), await the.shop.make.person('Farah Test')];
    const id = await invited(one, buyer);
    await invited(one, buyer, id); // told twice
    expect(await news('review_invited', id)).toMatchObject([
      { buyerId: buyer.personId, listingId: one.listingId, others: 0 },
    ]);
    expect(await own(id, buyer)).toMatchObject({ state: 'invited', stars: null, bought_title: 'Tussar stole' });
    expect(await shown(one)).toEqual([]);
    await writes(id, buyer, { stars: 4, title: 'Soft', words: 'Warm and soft.' });
    expect(await shown(one)).toMatchObject([
      { stars: 4, title: 'Soft', by_name: null, by_state: 'Bihar', answer: null },
    ]);
    expect(await rating(one)).toEqual({ reviews: 1, rating_tenths: 40, stars: [0, 0, 0, 1, 0] });
    expect(await the.app.get(ReviewsQuery).ratingOf(one.maker.sellerId)).toMatchObject({
      reviews: 1,
      rating_tenths: 40,
    });
    expect(await the.app.get(ListingsQuery).one(one.listingId)).toMatchObject({
      ...{ reviews: 1, rating_tenths: 40, seller_reviews: 1, seller_rating_tenths: 40 },
    });
    expect(await news('review_published', id)).toMatchObject([{ byDesk: false }]);
  });

  test('R-9.3 S-42 only who bought them reviews goods, and nobody those of a shop she belongs to', async () => {
    const one = await the.shop.live();
    const id = await invited(one);
    await expect(writes(id, personActor())).rejects.toEqual(refusal('review_unknown', 404));
    await expect(writes(newId(), personActor())).rejects.toEqual(refusal('review_unknown', 404));
    await expect(withdraws(id, personActor())).rejects.toEqual(refusal('review_unknown', 404));
    const herself = await invited(one, one.maker.actor);
    await expect(writes(herself, one.maker.actor)).rejects.toEqual(refusal('own_review', 403));
    expect(await rating(one)).toMatchObject({ reviews: 0 });
  });

  test('R-9.3 she changes her mind, is shown by name if she likes, and takes it back for good', async () => {
    const [one, buyer] = [await the.shop.live(), await the.shop.make.person('Farah Test')];
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
    const [one, buyer] = [await the.shop.live(), personActor()];
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
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer);
    await writes(id, buyer, { words: link });
    expect([await shown(one), (await rating(one)).reviews]).toEqual([[], 0]);
    const waiting = await caseOf(id);
    await writes(id, buyer, { words: 'Warm.' });
    expect(await shown(one)).toHaveLength(1);
    await expect(
      the.app.as(the.desk, () => the.app.get(DecideReviewCase).run(waiting!.id, true, 'Links.')),
    ).rejects.toEqual(refusal('review_case_decided'));
  });

  test('R-9.3 the maker answers once, puts it otherwise, and her words are looked at too', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await expect(answers(id, one)).rejects.toEqual(refusal('review_unknown', 404));
    await writes(id, buyer, { stars: 2, words: 'Thin.' });
    await expect(answers(id, await the.shop.live())).rejects.toEqual(refusal('review_unknown', 404));
    await answers(id, one);
    await answers(id, one, 'We weave it thicker now.');
    expect(await shown(one)).toMatchObject([{ answer: 'We weave it thicker now.' }]);
    expect(await news('review_answered', id)).toHaveLength(1);
    await answers(id, one, 'Call 9800000001');
    expect(await shown(one)).toMatchObject([{ answer: null, stars: 2 }]);
    expect(await caseOf(id)).toMatchObject({ about: 'answer', suspicions: ['phone'] });
    await decides(id, true);
    const [mine] = await inTx(one.maker.actor, (tx) => the.app.get(ReviewsQuery).ofShop(tx, false, firstPage));
    expect(mine).toMatchObject({ answer_state: 'refused', answer_refused_for: 'Links are not shown.' });
    expect(await news('review_answer_refused', id)).toHaveLength(1);
    await answers(id, one, 'Write to us at pay@bank');
    await decides(id, false);
    expect(await shown(one)).toMatchObject([{ answer: 'Write to us at pay@bank' }]);
    expect(await inTx(one.maker.actor, (tx) => the.app.get(ReviewsQuery).ofShop(tx, true, firstPage))).toEqual([]);
  });

  test('R-9.3 S-28 a reported review stays until the desk has decided; who reported, wrote or sells does not decide', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    const colleague = personActor({ organisationId: the.desk.organisationId });
    const reports = (who: Actor, about: 'review' | 'answer' = 'review') =>
      the.app.as(who, () => the.app.get(ReportReview).run(id, about, 'untrue', 'She never wore it.'));
    await expect(reports(one.maker.actor)).rejects.toEqual(refusal('review_unknown', 404));
    await writes(id, buyer, { stars: 1 });
    await expect(reports(one.maker.actor, 'answer')).rejects.toEqual(refusal('review_unknown', 404));
    const { caseId } = await reports(colleague);
    await expect(reports(colleague)).rejects.toEqual(refusal('review_report_waits'));
    expect(await shown(one)).toHaveLength(1);
    const decide = (who: Actor, refuse: boolean) =>
      the.app.as(who, () => the.app.get(DecideReviewCase).run(caseId, refuse, 'It stays.'));
    await expect(decide(colleague, false)).rejects.toEqual(refusal('own_review_case', 403));
    await expect(decide(await the.shop.make.officerOf('varanasi'), false)).rejects.toEqual(
      refusal('review_case_unknown', 404),
    );
    await decide(the.desk, false);
    expect(await shown(one)).toHaveLength(1);
    expect(await news('review_report_decided', id)).toMatchObject([{ reporterId: colleague.personId }]);
    await expect(decide(the.desk, true)).rejects.toEqual(refusal('review_case_decided'));
    await reports(one.maker.actor);
    await decides(id, true);
    expect([await shown(one), (await rating(one)).reviews]).toEqual([[], 0]);
    expect(await own(id, buyer)).toMatchObject({ state: 'refused' });
  });

  test('R-9.3 of a delivery with many goods the buyer hears once', async () => {
    const [one, other, buyer] = [await the.shop.live(), await the.shop.live(), personActor()];
    const of = { buyerId: buyer.personId!, sellerId: one.maker.sellerId, stateCode: 'IN-BR' };
    const lines = [one, other, one].map(({ offerId }) => ({ lineId: newId(), offerId, title: 'Tussar stole' }));
    await asSystem((tx) => the.app.get(InviteReviews).inside(tx, of, lines));
    const told = await Promise.all(lines.map(({ lineId }) => news('review_invited', lineId)));
    expect(told.flat()).toMatchObject([{ buyerId: buyer.personId, others: 2 }]);
    expect(await inTx(buyer, (tx) => the.app.get(ReviewsQuery).mine(tx, firstPage))).toHaveLength(3);
  });

  test('R-9.3 a person reports only so many reviews a day', async () => {
    const [one, reporter] = [await the.shop.live(), personActor()];
    const reports = async () => {
      const buyer = personActor();
      const id = await invited(one, buyer);
      await writes(id, buyer);
      return the.app.as(reporter, () => the.app.get(ReportReview).run(id, 'review', 'offensive', 'Rude.'));
    };
    for (let i = 0; i < 5; i++) await reports();
    await expect(reports()).rejects.toEqual(refusal('too_many_review_reports', 429));
  });

  test('R-9.3 when the time is over nobody writes any more; a late refusal gives time to write anew', async () => {
    const one = await the.shop.live();
    const [buyer, late] = [personActor(), personActor()];
    const [id, heldId] = [await invited(one, buyer), await invited(one, late)];
    await writes(heldId, late, { words: link });
    const { closes_at } = (await own(id, buyer))!;
    await frozenClock.at(new Date(closes_at.getTime() + 1_000));
    await expect(writes(id, buyer)).rejects.toEqual(refusal('review_closed'));
    expect(await asSystem((tx) => the.app.get(WithdrawReview).due(tx, 100_000))).toContain(id);
    await the.app.asSystem(() => the.app.get(WithdrawReview).lapse(id));
    expect(await own(id, buyer)).toMatchObject({ state: 'lapsed' });
    await decides(heldId, true);
    expect(await own(heldId, late)).toMatchObject({ state: 'refused', stars: 5 });
    await writes(heldId, late, { words: 'Warm.' });
    await decides(heldId, false);
    expect(await shown(one)).toMatchObject([{ words: 'Warm.' }]);
    await the.app.asSystem(() => the.app.get(WithdrawReview).lapse(heldId)); // nothing is due
    expect(await shown(one)).toHaveLength(1);
  });

  test('R-9.3 a case nobody decides in time is shown to the office above', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: link });
    const waiting = (await caseOf(id))!;
    await the.app.asSystem(() => the.app.get(DecideReviewCase).escalate(waiting.id)); // too early
    await frozenClock.at(new Date(waiting.due_at!.getTime() + 1_000));
    expect(await asSystem((tx) => the.app.get(DecideReviewCase).due(tx, 100_000))).toContain(waiting.id);
    await the.app.asSystem(() => the.app.get(DecideReviewCase).escalate(waiting.id));
    expect(await news('review_case_escalated', id)).toMatchObject([{ deskId: waiting.above_desk_id }]);
  });

  test('S-66 a person is forgotten: her stars count on, her words, her name and what was answered to them are gone', async () => {
    const [one, buyer] = [await the.shop.live(), await the.shop.make.person('Farah Test')];
    const [spoken, held, open] = [await invited(one, buyer), await invited(one, buyer), await invited(one, buyer)];
    await writes(spoken, buyer, { stars: 3, title: 'Farah says', words: 'My daughter likes it.', showName: true });
    await answers(spoken, one, 'Dear Farah, thank you.');
    await writes(held, buyer, { words: link });
    await the.app.asSystem(() => the.app.get(WithdrawReview).forget(buyer.personId!));
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
    const one = await the.shop.live();
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
    expect(await the.app.get(ReviewsQuery).ratingOf(one.maker.sellerId)).toMatchObject({
      reviews: 40,
      rating_tenths: 50,
    });
  });

  test('R-9.3 lists go from page to page in each order, and by stars', async () => {
    const one = await the.shop.live();
    for (const stars of [3, 5, 1, 5, 2]) {
      const buyer = personActor();
      await writes(await invited(one, buyer), buyer, { stars });
    }
    const read = async (sort: 'newest' | 'highest' | 'lowest') => {
      const found: number[] = [];
      let key: [string, string, string] | null = null;
      do {
        const rows = await the.app.get(ReviewsQuery).page(one.listingId, null, sort, { ...firstPage, limit: 2, key });
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
    const [one, buyer] = [await the.shop.live(), personActor()];
    await writes(await invited(one, buyer), buyer, { stars: 4 });
    await the.app.asSystem(() => the.app.get(ShelveGoods).run(one.listingId));
    const [row] = await asOwner(
      `select rating_tenths, rating_bp, tags && '{rating:4}' as four, tags && '{rating:5}' as five, card -> 'reviews' as reviews
         from catalogue.shelf where listing_id = $1`,
      [one.listingId],
    );
    expect(row).toEqual({ rating_tenths: 40, rating_bp: 5_500, four: true, five: false, reviews: 1 });
  });
});
