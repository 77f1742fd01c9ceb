import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogueModule } from '#catalogue';
import { OdopModule } from '#odop';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { MessagesSimulator } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { goods } from '../../catalogue/test/builders/goods.js';
import { openRegisters } from '../../sellers/test/builders/open-sellers.js';
import { Messages } from '../src/data/messages.repository.js';
import { UnsubscribeLinks } from '../src/data/unsubscribe-links.js';
import { waysFor, type Channel } from '../src/domain/channels.js';
import { topicNames, topicOf, topics } from '../src/domain/topics.js';
import { told } from '../src/domain/told.js';
import { ChooseMessages, Compose, ForgetReader, NotificationsModule, SendMessage, type Wish } from '../src/index.js';
import { reader } from './readers.js';

describe('S-14 ways in which somebody is told', () => {
  const [mobile, mailbox, both, guest] = [
    { hasMobile: true, hasEmail: false, hasInbox: true },
    { hasMobile: false, hasEmail: true, hasInbox: true },
    { hasMobile: true, hasEmail: true, hasInbox: true },
    { hasMobile: true, hasEmail: true, hasInbox: false },
  ];
  const on = (
    ...[reach, topic, choice = {}]: [typeof mobile, keyof typeof topics, Partial<Record<Channel, boolean>>?]
  ) =>
    waysFor(reach, topic, new Map(Object.entries(choice) as [Channel, boolean][]), true)
      .filter((way) => way.isOn)
      .map((way) => way.channel)
      .join(' ');

  test.each([
    ['usually here and by SMS', on(mobile, 'parcels'), 'in_app sms'],
    ['who has no mobile by e-mail', on(mailbox, 'parcels'), 'in_app email'],
    ['e-mail is not sent beside an SMS', on(both, 'parcels'), 'in_app sms'],
    ['unless she wants it', on(both, 'parcels', { email: true }), 'in_app sms email'],
    ['or instead', on(both, 'parcels', { email: true, sms: false }), 'in_app email'],
    ['nothing at all, if she likes', on(mobile, 'wishes', { sms: false, in_app: false }), ''],
    ['WhatsApp when she asked for it', on(mobile, 'parcels', { whatsapp: true }), 'in_app sms whatsapp'],
    ['a mailbox has none', on(mailbox, 'parcels', { whatsapp: true }), 'in_app email'],
    ['nor has a guest', on(guest, 'parcels', { whatsapp: true }), 'sms'],
    ['a channel she has not is none', on(mobile, 'wishes', { email: true }), 'in_app sms'],
    ['a guest has no inbox', on(guest, 'parcels'), 'sms'],
    ['what is necessary loses no channel', on(both, 'money', { sms: false, in_app: false }), 'in_app sms'],
    ['but gains one', on(both, 'account', { email: true }), 'in_app sms email'],
  ])('S-14 %s', (_, found, expected) => expect(found).toBe(expected));

  test('S-14 every message is about something, and what cannot be switched off says why', () => {
    const found = Object.entries(told).flatMap(([event, { version: _version, ...audiences }]) =>
      Object.keys(audiences).map((audience) => topicOf(event, audience)),
    );
    expect(new Set(found)).toEqual(new Set(topicNames));
    const free = topicNames.filter((topic) => topics[topic].necessary === null);
    expect(free).toEqual(['parcels', 'goods', 'reviews', 'wishes', 'digest']);
    expect(topicOf('catalogue.listing_blocked', 'maker')).toBe('shop');
    expect(topicOf('catalogue.report_made', 'officer')).toBe('office');
  });
});

describe('What people chose', () => {
  const provider = new MessagesSimulator();
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  let registries: Awaited<ReturnType<typeof openRegisters>>;
  let app: Booted;
  beforeAll(async () => {
    registries = await openRegisters();
    await provider.start({ secretKey: 'key of this test' });
    Object.assign(process.env, {
      MESSAGES_URL: provider.url,
      MESSAGES_KEY: 'key of this test',
      STORAGE_URL: `file:${media}`,
      PUBLIC_URL: 'https://api.bazaar.example.in',
    });
    app = await boot([PolicyModule, OdopModule, SellersModule, CatalogueModule, NotificationsModule]);
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([registries.stop(), provider.stop()]);
    rmSync(media, { recursive: true });
  });

  const choose = (personId: string, ...wishes: Wish[]) =>
    app.as(personActor({ personId }), () => app.get(ChooseMessages).change(wishes, null));
  const channelsOf = async (personId: string, event: string) =>
    (
      await app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.many(
              z.object({ channel: z.string() }),
              `select channel from notifications.message where recipient_id = $1 and event = $2 order by channel`,
              [personId, event],
            ),
          ),
      )
    ).map((row) => row.channel);

  test('S-14 a maker who wants no SMS about her goods gets none, and still hears of what is necessary', async () => {
    const make = goods(app);
    const maker = await make.make.verified();
    const personId = maker.actor.personId!;
    await choose(personId, { topic: 'goods', channel: 'sms', wanted: false });
    const stole = await make.drafted(maker);
    await make.submitted(stole);
    await make.approved(stole);
    const news = await asOwner<{ id: string; name: string; at: Date; payload: unknown }>(
      `select id, name, at, payload from platform.outbox
        where payload->>'sellerId' = $1 and name = any($2) order by id`,
      [maker.sellerId, ['sellers.submitted', 'catalogue.listing_live']],
    );
    for (const each of news) await app.asSystem(() => app.get(Compose).run(each));
    expect(await channelsOf(personId, 'sellers.submitted')).toEqual(['in_app', 'sms']);
    expect(await channelsOf(personId, 'catalogue.listing_live')).toEqual(['in_app']);
  });

  test('S-14 news of a topic she wants together is in her inbox at once, and leaves the house with the digest', async () => {
    const make = goods(app);
    const maker = await make.make.verified();
    const personId = maker.actor.personId!;
    await app.as(personActor({ personId }), () =>
      app.get(ChooseMessages).change([], null, [{ topic: 'goods', every: 'day' }]),
    );
    const stole = await make.drafted(maker);
    await make.submitted(stole);
    await make.approved(stole);
    const [live] = await asOwner<{ id: string; name: string; at: Date; payload: unknown }>(
      `select id, name, at, payload from platform.outbox
        where payload->>'sellerId' = $1 and name = 'catalogue.listing_live'`,
      [maker.sellerId],
    );
    for (let i = 0; i < 2; i++) await app.asSystem(() => app.get(Compose).run(live!));
    expect(await channelsOf(personId, 'catalogue.listing_live')).toEqual(['in_app']);
    const waiting = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.many(
            z.object({ event: z.string() }),
            `select event from notifications.gathered where person_id = $1 and told_at is null`,
            [personId],
          ),
        ),
    );
    expect(waiting).toEqual([{ event: 'catalogue.listing_live' }]);
  });

  test('S-14 one wish that cannot be is none: nothing of it is kept', async () => {
    const { personId } = await reader(app);
    const both = choose(
      personId,
      { topic: 'parcels', channel: 'sms', wanted: false },
      { topic: 'money', channel: 'sms', wanted: false },
    );
    await expect(both).rejects.toMatchObject({ code: 'topic_is_necessary', facts: { topic: 'money' } });
    const now = await app.as(personActor({ personId }), () => app.get(ChooseMessages).read());
    expect(now.topics.find(({ topic }) => topic === 'parcels')!.ways).toEqual([
      { channel: 'in_app', isOn: true, isFixed: false },
      { channel: 'sms', isOn: true, isFixed: false },
    ]);
  });

  test('S-14 a letter she can do without says how to end its kind, for her and for her mail program; others do not', async () => {
    const signIn = `asha.${newId()}@example.in`;
    const { personId } = await reader(app, { signIn });
    const send = async (event: string, audience: string, params: object) => {
      const letter = { event_id: newId(), event, audience, template_version: 1, recipient_id: personId };
      const [added] = await app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            app.get(Messages).add(tx, [{ ...letter, channel: 'email', language: 'en', params: { ...params } }]),
          ),
      );
      await app.asSystem(() => app.get(SendMessage).run({ messageId: added!.id }));
      return provider.inbox(signIn).at(-1)!;
    };
    const wish = await send('catalogue.wish_met', 'shopper', { title: 'Stole', variant: 'Red', shop: 'Meera' });
    const link = app.get(UnsubscribeLinks).of(personId, 'wishes');
    expect(wish.listUnsubscribe).toBe(`https://api.bazaar.example.in/v1/public/unsubscribe/${link}`);
    expect(wish.text).toMatch(/\n\nNo more letters of this kind: https:\/\/api\.bazaar\.example\.in\/v1\/public\/\S+$/);
    const at = '2026-11-12T08:35:00.000Z';
    const necessary = await send('identity.password_changed', 'person', { at });
    expect([necessary.listUnsubscribe, necessary.text.includes('unsubscribe')]).toEqual([null, false]);

    for (let i = 0; i < 2; i++) await app.asSystem(() => app.get(ChooseMessages).endLetters(link));
    expect(await app.asSystem(() => app.get(ChooseMessages).letters(link))).toEqual({ topic: 'wishes', wanted: false });
    const now = await app.as(personActor({ personId }), () => app.get(ChooseMessages).read());
    const email = (topic: string) =>
      now.topics.find((each) => each.topic === topic)!.ways.find(({ channel }) => channel === 'email');
    expect([email('wishes'), email('reviews')]).toMatchObject([{ isOn: false }, { isOn: true }]);
  });

  test('S-36 a link that was changed ends nothing, nor does one for what is necessary', async () => {
    const { personId } = await reader(app);
    const links = app.get(UnsubscribeLinks);
    const [hers, others] = [links.of(personId, 'wishes'), links.of(newId(), 'wishes')].map((link) =>
      Buffer.from(link, 'base64url'),
    );
    const mixed = Buffer.concat([hers!.subarray(0, 16), others!.subarray(16)]).toString('base64url');
    const renamed = Buffer.concat([hers!.subarray(0, 48), Buffer.from('goods')]).toString('base64url');
    for (const link of [mixed, renamed, links.of(personId, 'money')]) {
      expect(links.read(link)).toBeNull();
      expect(() => app.asSystem(() => app.get(ChooseMessages).endLetters(link))).toThrow('No letter of ours');
    }
  });

  test('S-43 S-66 what she chose is hers alone, and goes with her', async () => {
    const { personId } = await reader(app);
    await choose(personId, { topic: 'wishes', channel: 'sms', wanted: false });
    const seen = (as: string) =>
      app.as(personActor({ personId: as }), () =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.many(
              z.object({ topic: z.string() }),
              `select topic from notifications.preference where person_id = $1`,
              [personId],
            ),
          ),
      );
    expect([await seen(personId), await seen(newId())]).toEqual([[{ topic: 'wishes' }], []]);
    await app.asSystem(() => app.get(ForgetReader).run(personId));
    expect(await seen(personId)).toEqual([]);
  });
});
