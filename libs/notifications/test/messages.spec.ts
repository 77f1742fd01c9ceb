import { z } from 'zod';
import { OpenGuest, PasswordChanged, ReachGuest } from '#identity';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { newId, type EventOf } from '#platform/kernel';
import { MessagesSimulator } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { Inboxes } from '../src/data/inboxes.repository.js';
import { Messages } from '../src/data/messages.repository.js';
import { Preferences } from '../src/data/preferences.repository.js';
import { StoppedAddresses } from '../src/data/stopped-addresses.repository.js';
import { sendTries } from '../src/domain/message.jobs.js';
import type { MessageSender } from '../src/ports/message-sender.js';
import {
  Compose,
  ForgetReader,
  InboxQuery,
  NotificationsModule,
  PurgeMessages,
  SendAgain,
  SendMessage,
  SentMessagesQuery,
} from '../src/index.js';
import { inventedMobile, reader } from './readers.js';

const firstPage = { limit: 20, key: null, towards: 'next', wantsCount: false, list: 'test' } as const;

describe('Messages', () => {
  const provider = new MessagesSimulator();
  let app: Booted;
  beforeAll(async () => {
    await provider.start({ secretKey: 'key of this test' });
    const settings = { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key of this test' };
    // A provider that fails is asked again at once: here each message is to use up its own tries.
    Object.assign(process.env, { ...settings, MESSAGES_REST_MS: '1' });
    app = await boot([NotificationsModule]);
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  const changed = (personId: string, id = newId()): EventOf<unknown> => ({
    id,
    name: PasswordChanged.name,
    at: new Date('2026-11-12T08:35:00Z'),
    payload: { personId },
  });
  const compose = (news: EventOf<unknown>) => app.asSystem(() => app.get(Compose).run(news));
  const send = (messageId: string) => app.asSystem(() => app.get(SendMessage).run({ messageId }));
  const read = <T>(row: z.ZodType<T>, sql: string, values: unknown[]) =>
    app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.many(row, sql, values)));
  const row = z.object({
    id: z.uuid(),
    channel: z.string(),
    state: z.string(),
    failure: z.string().nullable(),
    tries: z.number(),
    address_hint: z.string().nullable(),
  });
  const rows = (personId: string) =>
    read(
      row,
      `select id, channel, state, failure, tries, address_hint from notifications.message
        where recipient_id = $1 order by channel, id`,
      [personId],
    );
  const outside = async (personId: string) => (await rows(personId)).find((row) => row.channel !== 'in_app')!;
  const inbox = (personId: string) => app.as(personActor({ personId }), () => app.get(InboxQuery).mine(firstPage));

  test('S-13 news told twice is one message per channel, and one is sent', async () => {
    const { personId, address } = await reader(app);
    const news = changed(personId);
    await compose(news);
    await compose(news);
    expect(await rows(personId)).toMatchObject([
      { channel: 'in_app', state: 'sent' },
      { channel: 'sms', state: 'queued' },
    ]);
    const { id } = await outside(personId);
    const jobs = await asOwner(
      `select 1 from platform.outbox where name = 'notifications.send' and payload->>'messageId' = $1`,
      [id],
    );
    expect(jobs).toHaveLength(1);
    for (let i = 0; i < 3; i++) await send(id);
    expect(provider.inbox(address)).toMatchObject([
      {
        text: 'ODOP Bazaar: your password was changed on 12 November 2026, 2:05 pm. Not you? Set a new one at once.',
        template: 'identity.password_changed/person',
      },
    ]);
    expect(await outside(personId)).toMatchObject({
      state: 'sent',
      tries: 1,
      address_hint: `+91•••••••${address.slice(-2)}`,
    });
  });

  test('who has only a mailbox gets a letter, in her language and by her name', async () => {
    const signIn = `asha.${newId()}@example.in`;
    const { personId } = await reader(app, { signIn, name: 'आशा देवी', language: 'hi' });
    await compose(changed(personId));
    await send((await outside(personId)).id);
    const [letter] = provider.inbox(signIn);
    expect(letter).toMatchObject({ channel: 'email', subject: 'आपका पासवर्ड बदला गया' });
    expect(letter!.text).toMatch(/^नमस्ते आशा देवी,\n\nआपके खाते का पासवर्ड 12 नवंबर 2026, 14:05 बजे बदला गया/);
    expect(await inbox(personId)).toMatchObject([{ language: 'hi', subject: 'आपका पासवर्ड बदला गया' }]);
  });

  test('S-63 a guest is written to where she said at checkout: her mobile, else her mailbox; she has no inbox here', async () => {
    const later = new Date(Date.now() + 86_400_000);
    const guest = (contact: { email: string | null; mobile: string | null } | null) =>
      app.asSystem(() =>
        app.get(UnitOfWork).run(async (tx) => {
          const { guestId } = await app.get(OpenGuest).inside(tx, later);
          const where = contact && { ...contact, language: 'en' };
          if (where) await app.get(ReachGuest).inside(tx, guestId, 'Farah Test', where, later);
          await compose(changed(guestId));
          return guestId;
        }),
      );
    const [email, mobile] = [`farah.${newId()}@example.in`, inventedMobile()];
    const byMail = await guest({ email, mobile: null });
    expect(await rows(byMail)).toMatchObject([{ channel: 'email', state: 'queued' }]);
    await send((await outside(byMail)).id);
    expect(provider.inbox(email)).toMatchObject([{ channel: 'email', text: expect.stringMatching(/Farah Test/) }]);
    expect(await rows(await guest({ email, mobile }))).toMatchObject([{ channel: 'sms' }]);
    expect(await rows(await guest(null))).toEqual([]);
  });

  test('S-43 an inbox shows its reader’s messages, newest first, and nobody else’s', async () => {
    const [mine, other] = [await reader(app), await reader(app)];
    await compose(changed(mine.personId));
    await compose({ ...changed(mine.personId), at: new Date('2026-11-13T08:35:00Z') });
    await compose(changed(other.personId));
    expect((await inbox(mine.personId)).map((message) => message.text.slice(0, 62))).toEqual(
      [
        'The password of your account was changed on 13 November 2026, 2',
        'The password of your account was changed on 12 November 2026, 2',
      ].map((text) => text.slice(0, 62)),
    );
    const seen = await app.as(personActor({ personId: mine.personId }), () =>
      app
        .get(UnitOfWork)
        .run((tx) => tx.run(`select 1 from notifications.message where recipient_id = $1`, [other.personId])),
    );
    expect(seen).toBe(0);
  });

  test('S-63 nothing in the table can be read without the keys', async () => {
    const { personId, address } = await reader(app, { name: 'Sarojini Unmistakable' });
    await compose(changed(personId));
    await send((await outside(personId)).id);
    const kept = await read(
      z.object({ text: z.string(), sealed: z.string(), address: z.string() }),
      `select row_to_json(m)::text as text, encode(text_sealed, 'escape') as sealed,
      encode(coalesce(address_sealed, ''), 'escape') as address from notifications.message m where recipient_id = $1`,
      [personId],
    );
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${address.slice(1)}|Sarojini|password of your account`));
  });

  test('a number that does not exist: failed at once, visible, and sent again only when somebody says so', async () => {
    const { personId } = await reader(app, { signIn: `+919${String(Date.now()).slice(-5)}0000` });
    await compose(changed(personId));
    const { id } = await outside(personId);
    await send(id);
    await send(id);
    expect(await outside(personId)).toMatchObject({ state: 'failed', failure: 'no_such_number', tries: 1 });
    expect(provider.calls('POST /sms')).toBeGreaterThan(0);
    const operator = personActor({ permissions: new Set(['admin:jobs']) });
    const failed = await app.as(operator, () => app.get(SentMessagesQuery).page({ state: 'failed' }, firstPage));
    expect(failed.find((row) => row.id === id)).toMatchObject({
      failure: 'no_such_number',
      address_hint: '+91•••••••00',
    });
    await app.as(operator, () => app.get(SendAgain).run(id));
    expect(await outside(personId)).toMatchObject({ state: 'queued', failure: null, tries: 0 });
    const again = app.as(operator, () => app.get(SendAgain).run(id));
    await expect(again).rejects.toMatchObject({ code: 'illegal_transition' });
    const unknown = app.as(operator, () => app.get(SendAgain).run(newId()));
    await expect(unknown).rejects.toMatchObject({ code: 'message_not_found' });
  });

  test('S-81 a provider that is away: the queue asks again, and after the last try the message is failed, not lost', async () => {
    const { personId, address } = await reader(app);
    await compose(changed(personId));
    const { id } = await outside(personId);
    provider.fault({ kind: 'error_before', status: 503 });
    for (let i = 1; i < sendTries; i++) await expect(send(id)).rejects.toThrow('the gateway answered 503');
    await send(id);
    provider.faults.clear();
    expect(await outside(personId)).toMatchObject({ state: 'failed', failure: 'provider_away', tries: sendTries });
    expect(provider.inbox(address)).toEqual([]);
  });

  test('S-13 an answer that was lost: asked again, sent once', async () => {
    const { personId, address } = await reader(app);
    await compose(changed(personId));
    const { id } = await outside(personId);
    provider.fault({ kind: 'drop_after', times: 1 });
    await expect(send(id)).rejects.toThrow();
    await send(id);
    expect(provider.inbox(address)).toHaveLength(1);
    expect(await outside(personId)).toMatchObject({ state: 'sent', tries: 2 });
  });

  test('S-66 an erased reader: what waits is not sent, what was sent can be read by nobody', async () => {
    const { personId, address } = await reader(app);
    await compose(changed(personId));
    await send((await outside(personId)).id);
    await compose(changed(personId));
    await app.asSystem(async () => {
      await app.get(UnitOfWork).run((tx) => app.get(SubjectKeys).destroy(tx, personId));
      await app.get(ForgetReader).run(personId);
    });
    for (const row of await rows(personId)) if (row.state === 'queued') await send(row.id);
    expect(await rows(personId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ channel: 'sms', state: 'failed', failure: 'reader_erased', address_hint: null }),
        expect.objectContaining({ channel: 'sms', state: 'sent', address_hint: null }),
      ]),
    );
    expect(provider.inbox(address)).toHaveLength(1);
    expect((await inbox(personId)).map((message) => message.text)).toEqual(['', '']);
  });

  test('S-66 what a sender of this house keeps of her is forgotten too, however often that is asked', async () => {
    const { personId } = await reader(app);
    await compose(changed(personId));
    await send((await outside(personId)).id);
    const forgotten: (readonly string[])[] = [];
    const keeper: MessageSender = {
      name: 'a sender of this house',
      send: () => Promise.reject(new Error('nothing is sent here')),
      forget: (references) => Promise.resolve(void forgotten.push(references)),
    };
    const senders = { sms: keeper, email: keeper, whatsapp: null };
    const [inboxes, preferences, stopped] = [app.get(Inboxes), app.get(Preferences), app.get(StoppedAddresses)];
    const forget = new ForgetReader(app.get(UnitOfWork), app.get(Messages), inboxes, preferences, stopped, senders);
    for (let i = 0; i < 2; i++) await app.asSystem(() => forget.run(personId));
    const [{ provider_reference }] = (await read(
      z.object({ provider_reference: z.string() }),
      `select provider_reference from notifications.message where recipient_id = $1 and channel = 'sms'`,
      [personId],
    )) as [{ provider_reference: string }];
    expect(forgotten).toEqual([[provider_reference], [provider_reference]]);
  });

  test('S-66 a message is forgotten after the log year, out of the inbox too, and not before', async () => {
    const [past, present] = [await reader(app), await reader(app)];
    for (const { personId } of [past, present]) await compose(changed(personId));
    const ages = (personId: string, days: number) =>
      app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.run(
              `update notifications.message set made_at = clock_timestamp() - make_interval(days => $2) where recipient_id = $1`,
              [personId, days],
            ),
          ),
      );
    await ages(past.personId, 367);
    await ages(present.personId, 365);
    expect(await app.asSystem(() => app.get(PurgeMessages).run())).toBeGreaterThanOrEqual(2);
    expect(await rows(past.personId)).toEqual([]);
    expect(await inbox(past.personId)).toEqual([]);
    expect(await rows(present.personId)).toHaveLength(2);
  });
});
