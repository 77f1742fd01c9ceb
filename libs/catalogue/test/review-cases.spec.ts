import { type Actor } from '#platform/kernel';
import { frozenClock, personActor } from '#platform/testing';
import { DecideReviewCase, ReviewCases } from '../src/index.js';
import { firstPage, link, refusal, reviewing } from './builders/reviewing.js';

describe('R-9.3 words of buyers and makers before the desk', () => {
  const { the, inTx, asSystem, invited, writes, answers, reports, shown, own, caseOf, decides, news } = reviewing();

  test('R-9.3 what is reported is not rewritten away: the new words wait with the report, and its reporter hears', async () => {
    const [one, buyer, reporter] = [await the.shop.live(), personActor(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { stars: 1, words: 'Her brother is a thief.' });
    await reports(id, reporter);
    const waiting = await caseOf(id);
    await writes(id, buyer, { stars: 1, words: 'A thief.' });
    expect([await shown(one), (await caseOf(id))?.id]).toEqual([[], waiting!.id]);
    await decides(id, false);
    expect(await shown(one)).toMatchObject([{ words: 'A thief.' }]);
    expect(await news('review_report_decided', id)).toMatchObject([{ reporterId: reporter.personId }]);

    await answers(id, one, 'She lies.');
    await reports(id, reporter, 'answer');
    await answers(id, one, 'She lies a lot.');
    await answers(id, one, 'She lies.');
    expect(await shown(one)).toMatchObject([{ answer: null }]);
    await decides(id, true);
    expect(await news('review_report_decided', id)).toHaveLength(2);
    await answers(id, one, 'She lies.');
    await answers(id, one, 'She lies.');
    expect(await shown(one)).toMatchObject([{ answer: null }]);
    expect(await caseOf(id)).toMatchObject({ about: 'answer', reporter_id: null });
    await decides(id, false);
    expect(await news('review_answered', id)).toHaveLength(1);
  });

  test('R-9.3 who was refused once is read first from then on, and has the time she was told', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: 'Bad.' });
    await reports(id, personActor());
    await decides(id, true);
    const { due_at, closes_at } = (await own(id, buyer))!;
    expect(due_at).toEqual(closes_at);
    for (let i = 0; i < 2; i++) await writes(id, buyer, { words: 'Bad.' });
    expect([await shown(one), (await own(id, buyer))!.state]).toEqual([[], 'held']);
    await decides(id, false);
    expect(await shown(one)).toHaveLength(1);
  });

  test('R-9.3 a refusal answers all who reported the words; what waits about the answer goes on waiting', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const [first, second, third] = [personActor(), personActor(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer);
    await answers(id, one, 'Call 9800000001');
    for (const who of [first, second]) await reports(id, who);
    const about = async (what: string) =>
      (await inTx(the.desk, (tx) => the.app.get(ReviewCases).onDesk(tx, firstPage))).filter(
        (row) => row.review_id === id && row.about === what,
      );
    const decide = async (what: string, refuse: boolean, who: Actor = the.desk) => {
      const [its] = await about(what);
      return the.app.as(who, () => the.app.get(DecideReviewCase).run(its!.id, refuse, 'So it is.'));
    };
    // Refusing decides on the other report too: an officer's own one among them.
    const colleague = { ...second, organisationId: the.desk.organisationId };
    await expect(decide('review', true, colleague)).rejects.toEqual(refusal('own_review_case', 403));
    await decide('review', true);
    expect(await about('review')).toEqual([]);
    const told = new Set((await news('review_report_decided', id)).map((each) => each['reporterId']));
    expect(told).toEqual(new Set([first.personId, second.personId]));
    expect(await about('answer')).toHaveLength(1);
    await decide('answer', false);
    await writes(id, buyer, { words: 'Soft.' });
    await decide('review', false);
    expect(await shown(one)).toMatchObject([{ words: 'Soft.', answer: 'Call 9800000001' }]);
    // Held words are read by others when the last case about them is decided.
    for (const who of [third, personActor()]) await reports(id, who);
    await writes(id, buyer, { words: 'Very soft.' });
    for (const left of [2, 1, 0]) {
      expect([await shown(one), (await about('review')).length]).toEqual([[], left + 1]);
      await decide('review', false);
    }
    expect(await shown(one)).toMatchObject([{ words: 'Very soft.' }]);
  });

  test('R-9.3 words that go back and forth keep their clock, and trouble neither officers nor the maker again', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: link });
    const first = (await caseOf(id))!;
    await frozenClock.at(new Date(Date.now() + 3_600_000));
    await writes(id, buyer, { words: 'Call 9800000001' });
    expect(await caseOf(id)).toMatchObject({ id: first.id, due_at: first.due_at, suspicions: ['phone'] });
    for (const words of ['Warm.', link, 'Soft.', link]) await writes(id, buyer, { words });
    expect(await news('review_case_made', id)).toHaveLength(1);
    expect(await news('review_published', id)).toMatchObject([{ byDesk: false, isFirst: true }]);
    await decides(id, false);
    expect(await news('review_published', id)).toMatchObject([{}, { byDesk: true, isFirst: false }]);
  });

  test('S-11 R-9.3 the sweep waits for a review before its case, like everybody who writes', async () => {
    const [one, buyer] = [await the.shop.live(), personActor()];
    const id = await invited(one, buyer);
    await writes(id, buyer, { words: link });
    const { id: caseId } = (await caseOf(id))!;
    let swept: Promise<void> | undefined;
    await asSystem(async (tx) => {
      await tx.run(`select 1 from catalogue.review where id = $1 for update`, [id]);
      swept = the.app.asSystem(() => the.app.get(DecideReviewCase).escalate(caseId));
      await new Promise((done) => setTimeout(done, 200));
      await tx.run(`select 1 from catalogue.review_case where id = $1 for update`, [caseId]);
    });
    await swept;
    expect(await caseOf(id)).toMatchObject({ id: caseId, escalated_at: null });
  });
});
