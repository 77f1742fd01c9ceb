import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { PasswordChanged } from '#identity';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { MessagesSimulator, signLikeStandardWebhooks, WhatsappSimulator } from '#platform/simulators';
import { boot, frozenClock, personActor, type Booted } from '#platform/testing';
import { roadOf, waysFor, type Channel } from '../src/domain/channels.js';
import { Messages } from '../src/data/messages.repository.js';
import type { Topic } from '../src/domain/topics.js';
import {
  ChooseMessages,
  Compose,
  FallBack,
  NotificationsModule,
  RecordReceipt,
  SendAgain,
  SendMessage,
} from '../src/index.js';
import { inventedMobile, reader } from './readers.js';
import { ReceiptsDoor } from './builders/receipts-door.js';

const hers = { hasMobile: true, hasEmail: true, hasInbox: true };

describe('S-14 the road of a message when somebody asked for WhatsApp', () => {
  const road = (topic: Topic, choice: Partial<Record<Channel, boolean>>) => {
    const ways = waysFor(hers, topic, new Map(Object.entries(choice) as [Channel, boolean][]), true);
    const { channels, fallsBack } = roadOf(ways);
    return `${channels.join(' ')}${fallsBack ? ', else sms' : ''}`;
  };
  test.each([
    ['it is not for who did not ask', road('parcels', {}), 'in_app sms'],
    ['an SMS only if it does not arrive', road('parcels', { whatsapp: true }), 'in_app whatsapp, else sms'],
    ['a necessary topic too', road('money', { whatsapp: true }), 'in_app whatsapp, else sms'],
    ['none where she switched SMS off', road('parcels', { whatsapp: true, sms: false }), 'in_app whatsapp'],
    ['a letter stays one', road('goods', { whatsapp: true, email: true }), 'in_app email whatsapp, else sms'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

const secrets = { gateway: 'whsec_Z2F0ZXdheSBzZWNyZXQ=', whatsapp: 'whsec_d2hhdHNhcHAgc2VjcmV0' };
const nobody = personActor({ personId: null });
const began = new Date('2027-03-01T08:00:00Z');

describe('WhatsApp, and SMS when it does not arrive', () => {
  const sms = new MessagesSimulator();
  const whatsapp = new WhatsappSimulator();
  let app: Booted;
  let door: ReceiptsDoor;
  beforeAll(async () => {
    door = await ReceiptsDoor.open((bytes, headers) =>
      app.as(nobody, () => app.get(RecordReceipt).run(bytes, headers)),
    );
    const webhookUrl = door.url;
    await sms.start({ secretKey: 'sms key' });
    await whatsapp.start({
      secretKey: 'whatsapp key',
      webhookSecret: secrets.whatsapp,
      webhookUrl,
      webhooks: 'when_told',
    });
    Object.assign(process.env, {
      MESSAGES_URL: sms.url,
      MESSAGES_KEY: 'sms key',
      MESSAGES_WEBHOOK_SECRETS: secrets.gateway,
      WHATSAPP_URL: whatsapp.url,
      WHATSAPP_KEY: 'whatsapp key',
      WHATSAPP_HEADER: '2000000002',
      WHATSAPP_WEBHOOK_SECRETS: secrets.whatsapp,
      MESSAGES_REST_MS: '600000',
    });
    app = await boot([NotificationsModule]);
  });
  beforeEach(() => frozenClock.at(began));
  afterEach(async () => {
    whatsapp.faults.clear();
    await whatsapp.webhooks.deliverPending();
    await frozenClock.thaw();
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([sms.stop(), whatsapp.stop()]);
    await door.close();
  });

  const later = (minutes: number) => frozenClock.at(new Date(began.getTime() + minutes * 60_000));
  /** Somebody who asked for WhatsApp about her account; the end of her number says what becomes of it there. */
  const asked = async (ends = '', topic: Topic = 'account') => {
    const signIn = ends === '' ? inventedMobile() : `+919${randomInt(10_000, 100_000)}${ends}`;
    const { personId, address } = await reader(app, { signIn });
    const wishes = [{ topic, channel: 'whatsapp', wanted: true }] as const;
    await app.as(personActor({ personId }), () => app.get(ChooseMessages).change([...wishes], null));
    return { personId, address };
  };
  const row = z.object({
    id: z.uuid(),
    channel: z.string(),
    state: z.string(),
    failure: z.string().nullable(),
    delivery: z.string().nullable(),
  });
  const outside = (personId: string) =>
    app.asSystem(() =>
      app.get(UnitOfWork).run((tx) =>
        tx.many(
          row,
          `select id, channel, state, failure, delivery from notifications.message
              where recipient_id = $1 and channel <> 'in_app' order by id`,
          [personId],
        ),
      ),
    );
  const first = async (personId: string) => (await outside(personId))[0]!.id;
  /** What the worker would do now with all that is queued for her. */
  const sendAll = async (personId: string, by = app) => {
    for (const { id, state } of await outside(personId))
      if (state === 'queued') await by.asSystem(() => by.get(SendMessage).run({ messageId: id }));
  };
  const told = async (ends?: string) => {
    const { personId, address } = await asked(ends);
    const news = { id: newId(), name: PasswordChanged.name, at: began, payload: { personId } };
    await app.asSystem(() => app.get(Compose).run(news));
    return { personId, address };
  };
  const sent = async (ends?: string) => {
    const her = await told(ends);
    await sendAll(her.personId);
    return her;
  };
  const fallBack = (id: string) => app.asSystem(() => app.get(FallBack).run(id));
  const sweep = async (personId: string) => {
    const due = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(FallBack).due(tx, 10_000)));
    for (const { id } of await outside(personId)) if (due.includes(id)) await fallBack(id);
    await sendAll(personId);
  };
  /** How often she was reached: by WhatsApp, by SMS. */
  const reached = (address: string) => [whatsapp.inbox(address).length, sms.inbox(address).length];
  const report = (reference: string, type: string, secret = secrets.whatsapp) => {
    const body = JSON.stringify({ id: 'rcp', type, reference });
    const headers = signLikeStandardWebhooks({ id: 'evt_1', body }, secret, Math.floor(Date.now() / 1_000));
    return app.as(nobody, async () => app.get(RecordReceipt).run(Buffer.from(body), headers));
  };

  test('S-34 it goes as its registered template, in her language, with the values in order, and no SMS beside it', async () => {
    const { personId, address } = await sent();
    expect(whatsapp.inbox(address)).toMatchObject([
      {
        header: '2000000002',
        template: {
          name: 'identity_password_changed_person_v1',
          language: 'en',
          category: 'utility',
          values: ['1 March 2027, 1:30 pm'],
        },
      },
    ]);
    await whatsapp.webhooks.deliverPending();
    await later(16);
    await sweep(personId);
    expect(reached(address)).toEqual([1, 0]);
    expect(await outside(personId)).toMatchObject([{ channel: 'whatsapp', state: 'sent', delivery: 'delivered' }]);
  });

  test.each([
    ['she is not on WhatsApp', '0002', 'not_on_whatsapp', [0, 1]],
    ['it fails after it was taken', '0004', null, [1, 1]],
  ])('S-14 %s: she has it by SMS at once, once', async (_, ends, failure, ways) => {
    const { personId, address } = await sent(ends);
    await whatsapp.webhooks.deliverPending();
    await sendAll(personId);
    await later(60);
    for (let i = 0; i < 2; i++) await sweep(personId);
    expect(reached(address)).toEqual(ways);
    expect(await outside(personId)).toMatchObject([
      { channel: 'whatsapp', failure },
      { channel: 'sms', state: 'sent' },
    ]);
  });

  test('S-14 nothing is told of it: an SMS after the minutes of the policy and not before; what is told late changes nothing', async () => {
    const { personId, address } = await sent('0003');
    await later(14.9);
    await sweep(personId);
    expect(reached(address)).toEqual([1, 0]);
    await later(15);
    const id = await first(personId);
    await Promise.all([1, 2, 3, 4].map(() => fallBack(id)));
    await sendAll(personId);
    for (const type of ['whatsapp.failed', 'whatsapp.delivered', 'whatsapp.read', 'whatsapp.failed'])
      await report(id, type);
    await later(60);
    await sweep(personId);
    expect(reached(address)).toEqual([1, 1]);
    expect(await outside(personId)).toMatchObject([{ delivery: 'delivered' }, { channel: 'sms', state: 'sent' }]);
  });

  test('S-19 a carrier that says it failed and then that it arrived is believed at the heavier word; the SMS is one', async () => {
    const { personId, address } = await sent('0003');
    const id = await first(personId);
    await Promise.all([report(id, 'whatsapp.failed'), report(id, 'whatsapp.failed'), fallBack(id)]);
    await report(id, 'whatsapp.delivered');
    await later(60);
    await sweep(personId);
    expect(reached(address)).toEqual([1, 1]);
  });

  test('S-18 what it tells is signed with its own secret: the gateway speaks for nobody else', async () => {
    const { personId } = await sent('0003');
    const id = await first(personId);
    const forged = report(id, 'whatsapp.delivered', secrets.gateway);
    await expect(forged).rejects.toMatchObject({ code: 'receipt_rejected', facts: { fault: 'bad_signature' } });
    await report(id, 'message.delivered', secrets.gateway);
    expect(await outside(personId)).toMatchObject([{ delivery: null }]);
  });

  test('S-13 a message that is late before it left goes by SMS only', async () => {
    const { personId, address } = await told();
    await later(15);
    await sendAll(personId);
    await sendAll(personId);
    expect(reached(address)).toEqual([0, 1]);
  });

  test('S-13 one that is on its way to its carrier does not fall back meanwhile', async () => {
    const { personId, address } = await told();
    const id = await first(personId);
    await later(14.9);
    whatsapp.fault({ kind: 'drop_after', times: 1 });
    await expect(app.asSystem(() => app.get(SendMessage).run({ messageId: id }))).rejects.toThrow();
    await later(15);
    await fallBack(id);
    await sendAll(personId);
    await whatsapp.webhooks.deliverPending();
    await later(60);
    await sweep(personId);
    expect(reached(address)).toEqual([1, 0]);
  });

  test('S-14 one that fell back is not sent again by hand', async () => {
    const { personId } = await sent('0002');
    const id = await first(personId);
    await expect(app.asSystem(() => app.get(SendAgain).run(id))).rejects.toMatchObject({ code: 'message_fell_back' });
  });

  test('S-81 a carrier that is down is left alone, its messages go by SMS at once; who wants no SMS waits for it', async () => {
    const other = await boot([NotificationsModule]);
    const waiting = [];
    for (let i = 0; i < 6; i++) waiting.push(await told());
    whatsapp.fault({ kind: 'error_before', status: 503 });
    for (const { personId } of waiting.slice(0, 5)) await expect(sendAll(personId, other)).rejects.toThrow('503');
    const [last] = waiting.slice(5) as [(typeof waiting)[number]];
    await sendAll(last.personId, other);
    await sendAll(last.personId, other);
    expect(reached(last.address)).toEqual([0, 1]);
    const [first, second] = await outside(last.personId);
    expect([first, second]).toMatchObject([{ state: 'failed', failure: 'provider_rests' }, { channel: 'sms' }]);

    const { personId } = await asked('', 'parcels');
    const only = { event_id: newId(), event: 'orders.confirmed', audience: 'shopper', template_version: 1 };
    const message = { ...only, recipient_id: personId, language: 'en', params: { order: 'ODB-1' } } as const;
    await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(Messages).add(tx, [{ ...message, channel: 'whatsapp' }])),
    );
    await sendAll(personId, other);
    expect(await outside(personId)).toMatchObject([{ channel: 'whatsapp', state: 'queued' }]);
    await other.close();

    // The line of this process is whole: the five that were refused come once, by one way or the other.
    whatsapp.faults.clear();
    for (const { personId } of waiting.slice(0, 5)) await sendAll(personId);
    await whatsapp.webhooks.deliverPending();
    await later(60);
    for (const { personId, address } of waiting.slice(0, 5)) {
      await sweep(personId);
      expect(reached(address)).toEqual([1, 0]);
    }
  });
});
