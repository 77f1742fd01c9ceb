import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { MessagesSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, type Booted } from '#platform/testing';
import { Messages } from '../src/data/messages.repository.js';
import type { OutsideChannel } from '../src/domain/channels.js';
import { morningAfter } from '../src/domain/quiet-hours.js';
import { AlarmMessages, MessagesWait, NotificationsModule, SendMessage, WakeMessage } from '../src/index.js';
import { reader } from './readers.js';

describe('The night', () => {
  test.each([
    ['8:59:59 pm', '2026-11-12T15:29:59Z', null],
    ['9 pm', '2026-11-12T15:30:00Z', '2026-11-13T03:30:00.000Z'],
    ['just before midnight', '2026-11-12T18:29:59Z', '2026-11-13T03:30:00.000Z'],
    ['midnight', '2026-11-12T18:30:00Z', '2026-11-13T03:30:00.000Z'],
    ['8:59:59 am', '2026-11-13T03:29:59Z', '2026-11-13T03:30:00.000Z'],
    ['9 am', '2026-11-13T03:30:00Z', null],
    ['the last evening of a year', '2026-12-31T17:00:00Z', '2027-01-01T03:30:00.000Z'],
  ])('S-14 %s of the Indian clock', (_, at, morning) => {
    expect(morningAfter(new Date(at), { from: 21, to: 9 })?.toISOString() ?? null).toBe(morning);
  });
});

describe('Messages that have to wait', () => {
  const provider = new MessagesSimulator();
  let app: Booted;
  beforeAll(async () => {
    await provider.start({ secretKey: 'key' });
    const settings = { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key', EMAIL_PER_MINUTE: '2' };
    Object.assign(process.env, { ...settings, MESSAGES_REST_MS: '600000' });
    app = await boot([NotificationsModule]);
  });
  beforeEach(() => frozenClock.at(new Date('2027-03-01T08:00:00Z')));
  afterEach(async () => {
    provider.faults.clear();
    await frozenClock.thaw();
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  const row = z.object({
    state: z.string(),
    tries: z.number(),
    not_before: z
      .date()
      .nullable()
      .transform((at) => at?.toISOString() ?? null),
  });
  const now = async (id: string) =>
    (await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => tx.maybe(row, `select state, tries, not_before from notifications.message where id = $1`, [id])),
    ))!;
  const wordings = {
    goods: { event: 'catalogue.listing_live', audience: 'maker', params: { title: 'Tussar stole' } },
    parcels: { event: 'orders.confirmed', audience: 'shopper', params: { order: 'ODB-1' } },
  } as const;
  /** A message of somebody new, in the queue. */
  const queued = async (channel: OutsideChannel, about: keyof typeof wordings) => {
    const signIn = channel === 'email' ? { signIn: `asha.${newId()}@example.in` } : {};
    const { personId, address } = await reader(app, signIn);
    const common = { event_id: newId(), template_version: 1, recipient_id: personId, language: 'en', channel } as const;
    const [message] = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(Messages).add(tx, [{ ...common, ...wordings[about] }])),
    );
    return { id: message!.id, address };
  };
  const send = (messageId: string, by = app) => by.asSystem(() => by.get(SendMessage).run({ messageId }));
  const isDue = async (id: string) =>
    (await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(WakeMessage).due(tx, 1_000)))).includes(id);
  const wake = (id: string) => app.asSystem(() => app.get(WakeMessage).run(id));
  const jobs = async (id: string) =>
    (
      await asOwner(`select 1 from platform.outbox where name = 'notifications.send' and payload->>'messageId' = $1`, [
        id,
      ])
    ).length;

  test('S-14 an SMS that needs consent waits for the morning and is sent then, once, with all its tries', async () => {
    await frozenClock.at(new Date('2027-03-01T16:45:00Z'));
    const { id, address } = await queued('sms', 'goods');
    await send(id);
    const morning = '2027-03-02T03:30:00.000Z';
    expect(await now(id)).toEqual({ state: 'queued', tries: 0, not_before: morning });
    await frozenClock.at(new Date('2027-03-02T03:29:59Z'));
    expect(await isDue(id)).toBe(false);
    await wake(id);
    expect(await jobs(id)).toBe(0);
    await frozenClock.at(new Date(morning));
    expect(await isDue(id)).toBe(true);
    for (let i = 0; i < 2; i++) await wake(id);
    expect(await jobs(id)).toBe(1);
    for (let i = 0; i < 2; i++) await send(id);
    expect(provider.inbox(address)).toHaveLength(1);
    expect(await now(id)).toEqual({ state: 'sent', tries: 1, not_before: null });
  });

  test('S-14 at night go: news of an order, and letters', async () => {
    await frozenClock.at(new Date('2027-03-01T16:45:00Z'));
    for (const { id } of [await queued('sms', 'parcels'), await queued('email', 'goods')]) {
      await send(id);
      expect(await now(id)).toMatchObject({ state: 'sent' });
    }
  });

  test('S-81 a message whose job was lost with its store is woken again', async () => {
    await frozenClock.at(new Date('2027-03-01T16:45:00Z'));
    const { id } = await queued('sms', 'goods');
    await send(id);
    await frozenClock.at(new Date('2027-03-02T03:30:00Z'));
    await wake(id);
    expect(await isDue(id)).toBe(false);
    await frozenClock.later(300);
    expect(await isDue(id)).toBe(true);
  });

  test('S-81 a provider is handed no more in a minute than was agreed; the rest waits for the next, unharmed', async () => {
    const letters: { id: string; address: string }[] = [];
    for (let i = 0; i < 5; i++) letters.push(await queued('email', 'parcels'));
    const sent = async () => {
      const states = await Promise.all(letters.map(({ id }) => now(id)));
      return states.map(({ state, tries, not_before }) => [state, tries, not_before]);
    };
    for (const { id } of letters) await send(id);
    const next = ['queued', 0, '2027-03-01T08:01:00.000Z'];
    expect(await sent()).toEqual([['sent', 1, null], ['sent', 1, null], next, next, next]);
    const sms = await queued('sms', 'parcels');
    await send(sms.id);
    expect(await now(sms.id)).toMatchObject({ state: 'sent' });
    for (const minutes of [1, 2]) {
      await frozenClock.at(new Date(Date.parse('2027-03-01T08:00:00Z') + minutes * 60_000));
      for (const { id } of letters) if ((await now(id)).state === 'queued') await send(id);
    }
    expect(new Set((await sent()).map(([state]) => state))).toEqual(new Set(['sent']));
    for (const { address } of letters) expect(provider.inbox(address)).toHaveLength(1);
  });

  test('S-81 a provider that is down is left alone: its messages wait without losing tries, others go, nothing is lost', async () => {
    const waiting: { id: string; address: string }[] = [];
    for (let i = 0; i < 8; i++) waiting.push(await queued('sms', 'parcels'));
    provider.fault({ kind: 'error_before', route: 'POST /sms', status: 503 });
    const before = provider.calls('POST /sms');
    for (const [i, { id }] of waiting.entries())
      if (i < 5) await expect(send(id)).rejects.toThrow('503');
      else await send(id);
    expect(provider.calls('POST /sms') - before).toBe(5);
    for (const { id } of waiting.slice(5)) {
      const { not_before, ...rest } = await now(id);
      expect([rest, not_before! > '2027-03-01T08:09:00']).toEqual([{ state: 'queued', tries: 0 }, true]);
    }
    const letter = await queued('email', 'parcels');
    await send(letter.id);
    expect(await now(letter.id)).toMatchObject({ state: 'sent' });

    // It is well again, and the line of another process is whole.
    provider.faults.clear();
    await frozenClock.later(601);
    const other = await boot([NotificationsModule]);
    for (const { id } of waiting) {
      await wake(id);
      await send(id, other);
    }
    await other.close();
    for (const { id, address } of waiting) {
      expect(await now(id)).toMatchObject({ state: 'sent' });
      expect(provider.inbox(address)).toHaveLength(1);
    }
  });

  /** Other files leave messages in this database: they lie years before these, and are told of first. */
  const alarmed = async (id: string) =>
    (await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.maybe(
            z.object({ alarmed_at: z.date().nullable() }),
            `select alarmed_at from notifications.message where id = $1`,
            [id],
          ),
        ),
    ))!.alarmed_at?.toISOString() ?? null;
  const alarm = () => app.asSystem(() => app.get(AlarmMessages).run());
  const told = (since: string) =>
    asOwner<{ payload: { channel: string; state: string; messages: number } }>(
      `select payload from platform.outbox where name = $1 and payload->>'since' = $2`,
      [MessagesWait.name, since],
    );

  test('S-14 the desk hears once, and of all together, what waits two hours for its provider; the night is no wait', async () => {
    await frozenClock.at(new Date('2031-03-01T16:45:00Z'));
    const night = await queued('sms', 'goods');
    await send(night.id);
    await frozenClock.at(new Date('2031-03-02T03:29:00Z'));
    await alarm();
    await frozenClock.at(new Date('2031-03-02T03:30:00Z'));
    const [one, two] = [await queued('sms', 'parcels'), await queued('sms', 'parcels')];
    await wake(night.id);
    await frozenClock.at(new Date('2031-03-02T05:29:59Z'));
    await alarm();
    expect(await Promise.all([night, one, two].map(({ id }) => alarmed(id)))).toEqual([null, null, null]);
    await frozenClock.at(new Date('2031-03-02T05:30:00Z'));
    for (let i = 0; i < 2; i++) await alarm();
    const at = '2031-03-02T05:30:00.000Z';
    expect(await Promise.all([night, one, two].map(({ id }) => alarmed(id)))).toEqual([at, at, at]);
    const news = await told('2031-03-02T03:30:00.000Z');
    expect(news.map(({ payload }) => payload)).toMatchObject([{ channel: 'sms', state: 'queued', messages: 3 }]);
    // What comes late soon after is told together with what follows, when the time is over again.
    await frozenClock.at(new Date('2031-03-02T05:35:00Z'));
    const next = await queued('sms', 'parcels');
    await frozenClock.at(new Date('2031-03-02T07:29:00Z'));
    await alarm();
    expect(await alarmed(next.id)).toBeNull();
    await frozenClock.at(new Date('2031-03-02T07:35:00Z'));
    await alarm();
    expect(await alarmed(next.id)).toBe('2031-03-02T07:35:00.000Z');
  });
});
