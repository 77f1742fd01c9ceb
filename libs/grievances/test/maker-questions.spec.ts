import { z } from 'zod';
import { assertAwaited, isAwaited } from '../src/domain/maker-question.js';
import { newId } from '#platform/kernel';
import { SubjectKeys } from '#platform/crypto';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import { hoursAfter } from '#platform/time';
import { Shop, type Placed } from '../../orders/test/builders/shop.js';
import { pdfWith, photo } from '../../platform/uploads/test/builders/files.js';
import {
  AnswerQuestion,
  AskMaker,
  AttachAnswerFile,
  ComplaintsQuery,
  DestroyAnswerFile,
  EndQuestion,
  GrievancesModule,
  MakerQuestionsQuery,
  PurgeAnswerFiles,
  RaiseComplaint,
  ScanAnswerFile,
  WithdrawComplaint,
} from '../src/index.js';

const refusal = (code: string) => expect.objectContaining({ code });
const start = new Date('2027-01-31T10:00:00Z');
/** The harmless text by which scanners show that they work, in two parts so that none takes this file away. */
const virus = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

describe('Whether a maker may still answer', () => {
  const asked = { answer_by: start, answered_at: null, ended_at: null };
  test.each([
    ['a second before her time is over', asked, -1, null],
    ['in the moment it is over, before the clock has come round', asked, 0, 'question_over'],
    ['after the complaint was decided', { ...asked, ended_at: start }, -1, 'question_over'],
    ['after she answered', { ...asked, answered_at: start }, -1, 'question_answered'],
  ])('R-9.4 %s', (_, one, seconds, code) => {
    const now = new Date(start.getTime() + seconds * 1_000);
    expect(isAwaited(one, now)).toBe(code === null);
    if (code === null) assertAwaited(one, now);
    else expect(() => assertAwaited(one, now)).toThrow(refusal(code));
  });
});

describe('What makers are asked about complaints', () => {
  const shop = new Shop();
  const scanner = new ScannerSimulator();
  let app: Booted;
  let picture: Buffer;
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    await shop.open();
    app = await boot([GrievancesModule]);
    picture = await photo(40, 30, 'png');
  }, 60_000);
  beforeEach(() => frozenClock.at(start));
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await app.close();
    await shop.close();
    await scanner.stop();
  });

  const officer = personActor({ permissions: new Set(['admin:complaints']) });
  const inTx = <T>(by: typeof officer, read: (tx: Tx) => Promise<T>) => app.as(by, () => app.get(UnitOfWork).run(read));
  const asks = (id: string, by = officer) => app.as(by, () => app.get(AskMaker).run(id, 'How was it dyed?'));
  const reads = (by: typeof officer, id: string) => inTx(by, (tx) => app.get(ComplaintsQuery).own(tx, id));
  const newest = async ({ maker }: Placed) =>
    (
      await inTx(maker.actor, (tx) =>
        app
          .get(MakerQuestionsQuery)
          .mine(tx, { limit: 10, key: null, towards: 'next', wantsCount: false, list: 'questions' }),
      )
    )[0]!;
  const attaches = ({ maker }: Placed, id: string, bytes = picture, name = 'vat.png') =>
    app.as(maker.actor, () => app.get(AttachAnswerFile).run(id, name, bytes));
  const scans = (fileId: string) => app.asSystem(() => app.get(ScanAnswerFile).run({ fileId }));
  const answers = ({ maker }: Placed, id: string, files: string[] = [], by = maker.actor) =>
    app.as(by, () => app.get(AnswerQuestion).run(id, 'With indigo, and washed.', files));
  const opens = (by: typeof officer, complaintId: string, fileId: string) =>
    inTx(by, (tx) => app.get(MakerQuestionsQuery).readOf(tx, complaintId, fileId));
  const told = async (id: string) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where kind = 'event' and payload ->> 'complaintId' = $1 order by id`,
        [id],
      )
    ).map(({ name }) => name.replace('grievances.', ''));
  const filesWhere = (rest: string, id: string) =>
    inTx(officer, (tx) =>
      seeingAll(tx, () =>
        tx.many(z.object({ state: z.string() }), `select state from grievances.answer_file where ${rest} order by id`, [
          id,
        ]),
      ),
    );
  const statesOf = async (questionId: string) =>
    (await filesWhere('question_id = $1', questionId)).map(({ state }) => state);
  /** She complained, and the desk asked. */
  async function asked() {
    const order = await shop.ordered(await shop.piece());
    const said = { about: 'goods', orderId: order.orderId, words: 'The colour of the stole runs.' } as const;
    const { id } = await app.as(order.shopper, () => app.get(RaiseComplaint).run(said));
    await asks(id);
    return { order, id, question: await newest(order) };
  }

  test('R-9.4 she reads the desk’s words and not the shopper’s, and answers once; desk and shopper read her', async () => {
    const { order, id, question } = await asked();
    expect(question).toMatchObject({ question: 'How was it dyed?', answer: null, answer_by: hoursAfter(start, 72) });
    expect(JSON.stringify(question)).not.toContain('The colour');
    await expect(asks(id)).rejects.toThrow(refusal('maker_asked_already'));
    const [shown, wrong] = [await attaches(order, question.id), await attaches(order, question.id)];
    expect((await reads(order.shopper, id)).questions).toMatchObject([{ answer: null, files: [] }]);
    await answers(order, question.id, [shown]);
    expect(await statesOf(question.id)).toEqual(['waiting', 'removed']);
    await expect(answers(order, question.id)).rejects.toThrow(refusal('question_answered'));
    await expect(attaches(order, question.id)).rejects.toThrow(refusal('question_answered'));
    await expect(opens(order.shopper, id, shown)).rejects.toThrow(refusal('answer_file_not_scanned'));
    await scans(shown);
    await scans(shown);
    expect((await opens(order.shopper, id, shown)).file).toMatchObject({ state: 'clean', content_type: 'image/jpeg' });
    await expect(opens(order.shopper, id, wrong)).rejects.toThrow(refusal('answer_file_unknown'));
    const onDesk = await inTx(officer, (tx) => app.get(ComplaintsQuery).onDesk(tx, id));
    expect(onDesk.questions).toMatchObject([{ answer: 'With indigo, and washed.', files: [{ id: shown }] }]);
    expect(await told(id)).toEqual(['raised', 'maker_asked', 'maker_answered']);
  });

  test('R-9.4 she says nothing in her time: the desk hears of it once, and may ask again, three times in all', async () => {
    const { order, id, question } = await asked();
    await attaches(order, question.id);
    const ends = () => app.asSystem(() => app.get(EndQuestion).run(question.id));
    await frozenClock.at(hoursAfter(start, 72));
    await expect(answers(order, question.id)).rejects.toThrow(refusal('question_over'));
    const due = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(EndQuestion).due(tx, 10_000)));
    expect(due).toContain(question.id);
    await Promise.all([ends(), ends()]);
    expect(await told(id)).toEqual(['raised', 'maker_asked', 'maker_silent']);
    for (const _ of [2, 3]) {
      await asks(id);
      await answers(order, (await newest(order)).id);
    }
    await expect(asks(id)).rejects.toThrow(refusal('too_many_questions'));
    await app.asSystem(() => app.get(PurgeAnswerFiles).run());
    expect(await statesOf(question.id)).toEqual(['expired']);
  });

  test('R-9.4 a question ends with its complaint, and of what is about no order nobody is asked', async () => {
    const { order, id, question } = await asked();
    await app.as(order.shopper, () => app.get(WithdrawComplaint).run(id));
    await expect(answers(order, question.id)).rejects.toThrow(refusal('question_over'));
    await expect(asks(id)).rejects.toThrow(refusal('complaint_is_decided'));
    const ours = { about: 'platform', words: 'Nobody answers the telephone.' } as const;
    const { id: other } = await app.as(personActor(), () => app.get(RaiseComplaint).run(ours));
    await expect(asks(other)).rejects.toThrow(refusal('complaint_of_no_order'));
  });

  test('S-28 S-42 another maker, the shopper and the officer who complained do not get at it', async () => {
    const { order, id, question } = await asked();
    for (const by of [personActor({ organisationId: newId() }), order.shopper]) {
      await expect(answers(order, question.id, [], by)).rejects.toThrow(refusal('question_not_found'));
      const own = inTx(by, (tx) => app.get(MakerQuestionsQuery).own(tx, question.id));
      await expect(own).rejects.toThrow(refusal('question_not_found'));
    }
    await expect(asks(id, order.shopper)).rejects.toThrow(refusal('own_complaint'));
    await expect(answers(order, question.id, [newId()])).rejects.toThrow(refusal('answer_file_unknown'));
    await expect(reads(order.maker.actor, id)).rejects.toThrow(refusal('complaint_not_found'));
  });

  test('S-52 S-58 six files to an answer; one with a virus is destroyed and shown to nobody', async () => {
    const { order, id, question } = await asked();
    const bad = await attaches(order, question.id, pdfWith(`(${virus})`), 'papers.pdf');
    for (let i = 0; i < 5; i++) await attaches(order, question.id);
    await expect(attaches(order, question.id)).rejects.toThrow(refusal('too_many_answer_files'));
    await answers(order, question.id, [bad]);
    await scans(bad);
    await expect(opens(order.shopper, id, bad)).rejects.toThrow(refusal('answer_file_infected'));
    await app.asSystem(() => app.get(DestroyAnswerFile).run({ fileId: bad }));
    expect(await filesWhere(`id = $1 and state = 'infected' and destroyed_at is not null`, bad)).toHaveLength(1);
  });

  test('S-63 S-66 question, answer and files go with the key of who complained', async () => {
    const { order, id, question } = await asked();
    const fileId = await attaches(order, question.id);
    await answers(order, question.id, [fileId]);
    await scans(fileId);
    const { personId } = order.shopper;
    await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(SubjectKeys).destroy(tx, personId!)));
    expect(await newest(order)).toMatchObject({ question: null, answer: null });
    await expect(opens(order.shopper, id, fileId)).rejects.toThrow(refusal('answer_file_unknown'));
  });
});
