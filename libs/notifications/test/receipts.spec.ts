import { z } from 'zod';
import { PasswordChanged } from '#identity';
import { ListingLive } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { newId, type EventOf } from '#platform/kernel';
import { MessagesSimulator, signLikeStandardWebhooks, type MessageReport } from '#platform/simulators';
import { boot, personActor, type Booted } from '#platform/testing';
import { deliveries, type Delivery } from '../src/domain/delivery.js';
import {
  AddressStopped,
  ChooseMessages,
  Compose,
  ForgetReader,
  InboxQuery,
  NotificationsModule,
  RecordReceipt,
  SendMessage,
  StopAddress,
} from '../src/index.js';
import { Messages } from '../src/data/messages.repository.js';
import { reader } from './readers.js';
import { ReceiptsDoor } from './builders/receipts-door.js';

const [secret, oldSecret] = ['whsec_bmV3IHNlY3JldA==', 'whsec_b2xkIHNlY3JldA=='];
/** Nobody: what it says is believed by its signature alone. */
const gateway = personActor({ personId: null });
const firstPage = { limit: 20, key: null, towards: 'next', wantsCount: false, list: 'test' } as const;

describe('What becomes of messages', () => {
  const provider = new MessagesSimulator();
  let app: Booted;
  let door: ReceiptsDoor;
  beforeAll(async () => {
    process.env['MESSAGES_WEBHOOK_SECRETS'] = `${secret},${oldSecret}`;
    door = await ReceiptsDoor.open((bytes, headers) =>
      app.as(gateway, () => app.get(RecordReceipt).run(bytes, headers)),
    );
    const webhookUrl = door.url;
    await provider.start({ secretKey: 'key', webhookSecret: secret, webhookUrl, webhooks: 'when_told' });
    Object.assign(process.env, { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key' });
    app = await boot([NotificationsModule]);
  });
  afterEach(async () => {
    provider.faults.clear();
    await provider.webhooks.deliverPending();
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
    await door.close();
  });

  const row = z.object({
    id: z.uuid(),
    channel: z.string(),
    state: z.string(),
    failure: z.string().nullable(),
    delivery: z.string().nullable(),
  });
  const read = <T>(schema: z.ZodType<T>, sql: string, values: unknown[]) =>
    app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.many(schema, sql, values)));
  const outside = (personId: string) =>
    read(
      row,
      `select id, channel, state, failure, delivery from notifications.message
        where recipient_id = $1 and channel <> 'in_app' order by id`,
      [personId],
    );
  const stopped = async (personId: string) =>
    (await app.as(personActor({ personId }), () => app.get(ChooseMessages).read())).stopped;
  const stopNews = (personId: string) =>
    read(
      z.object({ payload: z.unknown() }),
      `select payload from platform.outbox where name = $1 and payload->>'personId' = $2`,
      [AddressStopped.name, personId],
    );
  const changed = (personId: string): EventOf<unknown> => ({
    id: newId(),
    name: PasswordChanged.name,
    at: new Date('2026-11-12T08:35:00Z'),
    payload: { personId },
  });
  const compose = (news: EventOf<unknown>) => app.asSystem(() => app.get(Compose).run(news));
  /** She is told of her password, and it leaves. @returns the id of the message */
  const told = async (personId: string): Promise<string> => {
    await compose(changed(personId));
    const { id } = (await outside(personId)).at(-1)!;
    await app.asSystem(() => app.get(SendMessage).run({ messageId: id }));
    return id;
  };
  const record = (body: object, change: Record<string, string> = {}, by = secret) => {
    const text = JSON.stringify(body);
    const signed = signLikeStandardWebhooks({ id: 'evt_1', body: text }, by, Math.floor(Date.now() / 1_000));
    return app.as(gateway, async () => app.get(RecordReceipt).run(Buffer.from(text), { ...signed, ...change }));
  };
  const tell = (reference: string, what: MessageReport, by?: string) =>
    record({ id: 'rcp', type: `message.${what}`, reference, permanent: true }, {}, by);
  const mailbox = (name: string) => ({ signIn: `${name}@${newId()}.example.in` });

  test('S-18 the gateway tells that a message arrived, and its row knows', async () => {
    const { personId } = await reader(app);
    await told(personId);
    expect(await outside(personId)).toMatchObject([{ state: 'sent', delivery: null }]);
    await provider.webhooks.deliverPending();
    expect(await outside(personId)).toMatchObject([{ state: 'sent', delivery: 'delivered' }]);
  });

  test('S-18 while a secret is changed, notices signed with the old one are believed too', async () => {
    const { personId } = await reader(app);
    const id = await told(personId);
    await tell(id, 'delivered', oldSecret);
    expect(await outside(personId)).toMatchObject([{ delivery: 'delivered' }]);
  });

  test.each([
    ['absent', { 'webhook-signature': '' }, 'bad_signature'],
    ['forged', { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` }, 'bad_signature'],
    ['old', { 'webhook-timestamp': '1000000000' }, 'too_old'],
    ['no number', { 'webhook-timestamp': 'now' }, 'malformed'],
  ])('S-18 a notice whose proof is %s is refused', async (_, change, fault) => {
    const { personId } = await reader(app);
    const id = await told(personId);
    const refused = record({ type: 'message.bounced', reference: id, permanent: true }, change);
    await expect(refused).rejects.toMatchObject({ code: 'receipt_rejected', facts: { fault } });
    expect(await outside(personId)).toMatchObject([{ delivery: null }]);
  });

  test('S-18 signed words that are none are refused, words we have no use for are taken and left', async () => {
    const { personId } = await reader(app);
    const id = await told(personId);
    await expect(record({ type: 7 })).rejects.toMatchObject({ facts: { fault: 'malformed' } });
    expect(await record({ type: 'message.opened', reference: id })).toEqual({ received: true });
    expect(await outside(personId)).toMatchObject([{ delivery: null }]);
  });

  test('S-19 a provider that lies: unknown messages, those of the inbox and those another carried learn nothing', async () => {
    const { personId } = await reader(app);
    const id = await told(personId);
    for (const unknown of [newId(), 'msg_1', '']) expect(await tell(unknown, 'bounced')).toEqual({ received: true });
    const [inside] = await read(
      z.object({ id: z.uuid() }),
      `select id from notifications.message where recipient_id = $1 and channel = 'in_app'`,
      [personId],
    );
    await tell(inside!.id, 'bounced');
    await app.asSystem(() =>
      app.get(UnitOfWork).run(async (tx) => {
        expect(await app.get(Messages).learn(tx, id, 'bounced', 'somebody else')).toBeNull();
      }),
    );
    expect(await outside(personId)).toMatchObject([{ delivery: null }]);
    expect(await stopped(personId)).toEqual([]);
  });

  test('S-19 notices that come doubled and in any order end the same', async () => {
    const orders: readonly Delivery[][] = [
      ['delivered', 'bounced', 'failed'],
      ['bounced', 'delivered', 'bounced'],
      ['failed', 'failed', 'bounced', 'delivered'],
    ];
    for (const order of orders) {
      const { personId } = await reader(app);
      const id = await told(personId);
      for (const what of order) await tell(id, what);
      expect(await outside(personId)).toMatchObject([{ state: 'sent', delivery: 'bounced' }]);
      expect(await stopNews(personId)).toHaveLength(1);
    }
    expect(deliveries).toEqual(['failed', 'delivered', 'bounced', 'complained']);
  });

  test('S-19 news that overtakes our own note of the sending is not lost', async () => {
    const { personId } = await reader(app);
    await compose(changed(personId));
    const { id } = (await outside(personId))[0]!;
    await tell(id, 'delivered');
    await app.asSystem(() => app.get(SendMessage).run({ messageId: id }));
    expect(await outside(personId)).toMatchObject([{ state: 'sent', delivery: 'delivered' }]);
  });

  test('S-14 a mailbox that says no for good, and a reader who complains, stop ordinary letters; she sees it', async () => {
    for (const [name, why] of [
      ['gone', 'bounced'],
      ['angry', 'complained'],
    ] as const) {
      const { personId } = await reader(app, mailbox(name));
      await told(personId);
      await provider.webhooks.deliverPending();
      expect(await stopped(personId)).toEqual([{ channel: 'email', why, since: expect.any(Date) }]);
      const [news] = (await stopNews(personId)) as [{ payload: unknown }];
      await compose({ id: newId(), name: AddressStopped.name, at: new Date(), payload: news.payload });
      const inbox = await app.as(personActor({ personId }), () => app.get(InboxQuery).mine(firstPage));
      expect(inbox[0]!.subject).toBe(
        why === 'bounced' ? 'Your mailbox does not take our letters' : 'You called a letter of ours unwanted',
      );
      expect(await outside(personId)).toHaveLength(1);
    }
  });

  test('S-14 a mailbox that is full today, or a mobile that is off, stops nothing', async () => {
    const { personId } = await reader(app, mailbox('full'));
    const id = await told(personId);
    await record({ type: 'message.bounced', reference: id, permanent: false });
    expect(await outside(personId)).toMatchObject([{ delivery: 'failed' }]);
    expect(await stopped(personId)).toEqual([]);
  });

  test('S-14 what concerns her safety goes to a stopped address when she has no other, ordinary letters do not', async () => {
    const { personId } = await reader(app, mailbox('gone'));
    await told(personId);
    await provider.webhooks.deliverPending();
    await compose(changed(personId));
    expect(await outside(personId)).toHaveLength(2);
    const ways = async () => {
      const { topics } = await app.as(personActor({ personId }), () => app.get(ChooseMessages).read());
      const of = (name: string) => topics.find(({ topic }) => topic === name)!.ways.map(({ channel }) => channel);
      return { account: of('account'), orders: of('orders'), parcels: of('parcels') };
    };
    expect(await ways()).toEqual({ account: ['in_app', 'email'], orders: ['in_app'], parcels: ['in_app'] });
    await app.asSystem(() => app.get(StopAddress).lift(personId, 'email'));
    expect(await stopped(personId)).toEqual([]);
    expect((await ways()).parcels).toEqual(['in_app', 'email']);
  });

  test('S-14 an ordinary message that was written before the address was stopped does not go there', async () => {
    const { personId } = await reader(app, mailbox('later'));
    await app.asSystem(() =>
      app.get(UnitOfWork).run(async (tx) => {
        const [ordinary] = await app.get(Messages).add(tx, [
          {
            event_id: newId(),
            event: ListingLive.name,
            audience: 'maker',
            template_version: 1,
            recipient_id: personId,
            channel: 'email',
            language: 'en',
            params: { title: 'Tussar stole' },
          },
        ]);
        expect(ordinary).toMatchObject({ state: 'queued' });
        await app.get(StopAddress).inside(tx, personId, 'email', 'bounced');
      }),
    );
    const { id } = (await outside(personId))[0]!;
    await app.asSystem(() => app.get(SendMessage).run({ messageId: id }));
    expect(await outside(personId)).toMatchObject([{ state: 'failed', failure: 'address_stopped' }]);
  });

  test('S-14 a number that does not exist is left alone as well', async () => {
    const { personId } = await reader(app, { signIn: `+918${String(Date.now()).slice(-5)}0000` });
    await told(personId);
    expect(await outside(personId)).toMatchObject([{ state: 'failed', failure: 'no_such_number' }]);
    expect(await stopped(personId)).toMatchObject([{ channel: 'sms', why: 'bounced' }]);
  });

  test('S-66 who is erased leaves no stopped address behind', async () => {
    const { personId } = await reader(app, mailbox('gone'));
    await told(personId);
    await provider.webhooks.deliverPending();
    for (let i = 0; i < 2; i++) await app.asSystem(() => app.get(ForgetReader).run(personId));
    const left = await read(z.object({}), `select from notifications.stopped_address where person_id = $1`, [personId]);
    expect(left).toEqual([]);
  });
});
