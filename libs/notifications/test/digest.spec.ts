import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { MessagesSimulator } from '#platform/simulators';
import { boot, frozenClock, personActor, type Booted } from '#platform/testing';
import { Gathered } from '../src/data/gathered.repository.js';
import { gatheredUntil, mayBeGathered } from '../src/domain/gathering.js';
import { topicNames } from '../src/domain/topics.js';
import { ChooseMessages, ForgetReader, NotificationsModule, SendMessage, TellDigest } from '../src/index.js';
import { reader } from './readers.js';

describe('S-14 when gathered news is told', () => {
  test.each([
    ['the same evening', '2027-03-01T12:29:59Z', 'day', '2027-03-01T12:30:00.000Z'],
    ['at the stroke, the next day', '2027-03-01T12:30:00Z', 'day', '2027-03-02T12:30:00.000Z'],
    ['after midnight of India, that day', '2027-03-01T18:30:00Z', 'day', '2027-03-02T12:30:00.000Z'],
    ['of a week on Sunday', '2027-03-01T08:00:00Z', 'week', '2027-03-07T12:30:00.000Z'],
    ['on Sunday before the hour', '2027-03-07T12:29:59Z', 'week', '2027-03-07T12:30:00.000Z'],
    ['on Sunday evening, a week later', '2027-03-07T12:30:00Z', 'week', '2027-03-14T12:30:00.000Z'],
  ] as const)('%s', (_, now, every, due) => expect(gatheredUntil(new Date(now), every, 18).toISOString()).toBe(due));

  test('only quiet topics may be gathered', () =>
    expect(topicNames.filter(mayBeGathered)).toEqual(['goods', 'reviews', 'wishes']));
});

describe('News that is told together', () => {
  const provider = new MessagesSimulator();
  let app: Booted;
  beforeAll(async () => {
    await provider.start({ secretKey: 'key' });
    Object.assign(process.env, { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key' });
    app = await boot([NotificationsModule]);
  });
  beforeEach(() => frozenClock.at(new Date('2027-03-01T08:00:00Z')));
  afterEach(() => frozenClock.thaw());
  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  const evening = new Date('2027-03-01T12:30:00Z');
  const tomorrow = new Date('2027-03-02T12:30:00Z');
  const inTx = <T>(work: Parameters<UnitOfWork['run']>[0]): Promise<T> =>
    app.asSystem(() => app.get(UnitOfWork).run(work)) as Promise<T>;
  const keep = (personId: string, title: string, due = evening) =>
    inTx((tx) =>
      app.get(Gathered).keep(
        tx,
        {
          event_id: newId(),
          event: 'catalogue.listing_live',
          audience: 'maker',
          recipient_id: personId,
          params: { title },
        },
        due,
      ),
    );
  const row = z.object({ id: z.uuid(), channel: z.string(), state: z.string() });
  const digests = (personId: string) =>
    inTx<z.infer<typeof row>[]>((tx) =>
      tx.many(
        row,
        `select id, channel, state from notifications.message
          where recipient_id = $1 and event = 'notifications.digest' order by id`,
        [personId],
      ),
    );
  const isDue = async (personId: string) =>
    (await inTx<string[]>((tx) => app.get(TellDigest).due(tx, 10_000))).includes(personId);
  const tell = (personId: string) => app.asSystem(() => app.get(TellDigest).run(personId));
  const choose = (personId: string, ...args: Parameters<ChooseMessages['change']>) =>
    app.as(personActor({ personId }), () => app.get(ChooseMessages).change(...args));

  test('S-13 one message over each channel with what happened, once though two workers look', async () => {
    const signIn = `asha.${newId()}@example.in`;
    const { personId } = await reader(app, { signIn });
    await keep(personId, 'Stole');
    await keep(personId, 'Shawl');
    await tell(personId);
    expect([await isDue(personId), await digests(personId)]).toEqual([false, []]);
    await frozenClock.at(evening);
    expect(await isDue(personId)).toBe(true);
    await Promise.all([1, 2, 3, 4].map(() => tell(personId)));
    expect(await isDue(personId)).toBe(false);
    const [digest, ...more] = await digests(personId);
    expect([digest!.channel, more]).toEqual(['email', []]);
    await app.asSystem(() => app.get(SendMessage).run({ messageId: digest!.id }));
    const [letter] = provider.inbox(signIn);
    expect(letter!.text).toContain('\n– On sale: Stole\n– On sale: Shawl\n');
    expect(letter!.listUnsubscribe).toContain('/v1/public/unsubscribe/');
  });

  test('S-13 what comes too late for an evening that was told waits for the next, and is not lost', async () => {
    const { personId } = await reader(app);
    await keep(personId, 'Stole');
    await frozenClock.at(evening);
    await tell(personId);
    await keep(personId, 'Shawl');
    for (let i = 0; i < 2; i++) await tell(personId);
    expect([await isDue(personId), (await digests(personId)).length]).toEqual([false, 1]);
    await frozenClock.at(tomorrow);
    for (let i = 0; i < 2; i++) await tell(personId);
    expect(await digests(personId)).toHaveLength(2);
  });

  test('S-74 a worker that dies while it tells has told nothing: another tells it once', async () => {
    const { personId } = await reader(app);
    await keep(personId, 'Stole');
    await frozenClock.at(evening);
    const dies = inTx(async (tx) => {
      await app.get(Gathered).take(tx, personId, tomorrow);
      throw new Error('the worker is gone');
    });
    await expect(dies).rejects.toThrow('the worker is gone');
    for (let i = 0; i < 2; i++) await tell(personId);
    expect(await digests(personId)).toHaveLength(1);
  });

  test('S-14 she chooses which topics are gathered; what is told at once says so', async () => {
    const { personId } = await reader(app);
    const chosen = await choose(personId, [], null, [{ topic: 'goods', every: 'week' }]);
    const goods = () => chosen.topics.find(({ topic }) => topic === 'goods');
    expect(goods()).toMatchObject({ mayBeGathered: true, together: 'week' });
    expect(chosen.topics.find(({ topic }) => topic === 'digest')!.ways.map(({ channel }) => channel)).toEqual(['sms']);
    const urgent = choose(personId, [], null, [{ topic: 'money', every: 'day' }]);
    await expect(urgent).rejects.toMatchObject({ code: 'topic_is_told_at_once', facts: { topic: 'money' } });
    await keep(personId, 'Stole');
    await app.asSystem(() => app.get(ForgetReader).run(personId));
    await frozenClock.at(evening);
    expect(await isDue(personId)).toBe(false);
  });
});
