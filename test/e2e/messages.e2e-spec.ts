import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { PasswordChanged } from '#identity';
import { Compose, UnsubscribeLinks } from '#notifications';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { signLikeStandardWebhooks } from '#platform/simulators';
import { createApi } from '../../apps/api/src/create-api.js';
import { identityActors, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';

describe('messages over HTTP', () => {
  let app: NestFastifyApplication;
  let shopper: SignedInPerson;
  let operator: SignedInPerson;
  const http = () => request(app.getHttpServer());
  const tell = (personId: string, at: string) =>
    runAsSystem('test', newId(), () =>
      app
        .get(Compose, { strict: false })
        .run({ id: newId(), name: PasswordChanged.name, at: new Date(at), payload: { personId } }),
    );
  beforeAll(async () => {
    app = await createApi();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const actors = identityActors(app);
    shopper = await actors.shopper();
    operator = await actors.platformOperator();
    for (const day of ['12', '13', '14']) await tell(shopper.personId, `2026-11-${day}T08:35:00Z`);
    await tell(operator.personId, '2026-11-12T08:35:00Z');
  });
  afterAll(() => app.close());

  test('STD-1.4 the inbox comes newest first, page by page', async () => {
    const first = await http().get('/v1/auth/messages?limit=2').set(shopper.headers).expect(200);
    expect(first.body.items).toMatchObject([
      {
        event: 'identity.password_changed',
        language: 'en',
        text: expect.stringContaining('14 November 2026, 2:05 pm'),
      },
      { text: expect.stringContaining('13 November 2026') },
    ]);
    const next = await http()
      .get(`/v1/auth/messages?limit=2&cursor=${encodeURIComponent(first.body.next)}`)
      .set(shopper.headers)
      .expect(200);
    expect(next.body).toMatchObject({ items: [{ text: expect.stringContaining('12 November 2026') }], next: null });
  });

  test('S-42 messages are read one by one or up to the newest seen, by their reader alone', async () => {
    const list = await http().get('/v1/auth/messages').set(shopper.headers).expect(200);
    const [newest, middle, oldest] = list.body.items as { id: string; readAt: string | null }[];
    const unread = async (): Promise<number> =>
      (await http().get('/v1/auth/messages/unread').set(shopper.headers).expect(200)).body.unread;
    const read = (id: string, headers = shopper.headers) => http().post(`/v1/auth/messages/${id}/read`).set(headers);
    expect(newest!.readAt).toBeNull();
    expect(await unread()).toBe(3);

    for (let i = 0; i < 2; i++) await read(newest!.id).expect(204);
    expect(await unread()).toBe(2);
    const first = (await http().get('/v1/auth/messages').set(shopper.headers)).body.items[0];
    expect(first.readAt).toEqual(expect.any(String));

    expect((await read(middle!.id, operator.headers)).body).toMatchObject({ status: 404, code: 'message_not_found' });
    const upTo = (id: string) => http().post('/v1/auth/messages/read').set(shopper.headers).send({ upTo: id });
    expect((await upTo(oldest!.id).expect(200)).body).toEqual({ unread: 1 });
    expect((await upTo(newId())).body).toMatchObject({ status: 404, code: 'message_not_found' });
    expect((await upTo(newest!.id).expect(200)).body).toEqual({ unread: 0 });
    const hers = await http().get('/v1/auth/messages/unread').set(operator.headers).expect(200);
    expect(hers.body).toEqual({ unread: 1 });
  });

  test('S-14 she chooses what reaches her and in which language; what is necessary says why it stays', async () => {
    const path = '/v1/auth/preferences';
    const change = (body: object) => http().post(path).set(shopper.headers).send(body);
    type Topic = { topic: string; necessary: string | null; channels: object[] };
    const goods = ({ topics }: { topics: Topic[] }) => topics.find(({ topic }) => topic === 'goods')!;
    const usual = (await http().get(path).set(shopper.headers).expect(200)).body;
    expect([usual.language, goods(usual).channels[1]]).toEqual(['en', { channel: 'sms', isOn: true, isFixed: false }]);

    const wishes = [{ topic: 'goods', channel: 'sms', wanted: false }];
    const changed = (await change({ language: 'hi', wishes }).expect(200)).body;
    expect([changed.language, goods(changed).channels[1]]).toMatchObject(['hi', { isOn: false }]);
    expect((await change({ language: 'en' }).expect(200)).body.language).toBe('en');

    const refused = await change({ wishes: [{ topic: 'account', channel: 'sms', wanted: false }] });
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'topic_is_necessary',
      detail: expect.stringMatching(/else/),
    });
    await http().get(path).expect(401);
  });

  test('S-36 one click of a mail program ends letters of a kind; looking ends nothing', async () => {
    const link = app.get(UnsubscribeLinks, { strict: false }).of(shopper.personId, 'wishes');
    const path = `/v1/public/unsubscribe/${link}`;
    const look = async () => (await http().get(path).expect(200)).body;
    expect([await look(), await look()]).toEqual([
      { topic: 'wishes', wanted: true },
      { topic: 'wishes', wanted: true },
    ]);
    const click = (to: string) => http().post(to).type('form').send('List-Unsubscribe=One-Click');
    for (let i = 0; i < 2; i++) await click(path).expect(204);
    expect(await look()).toEqual({ topic: 'wishes', wanted: false });
    const unknown = await click(`${path.slice(0, -8)}AAAAAAAA`);
    expect(unknown.body).toMatchObject({ status: 404, code: 'unsubscribe_link_unknown' });
  });

  test('S-40 nobody reads messages without signing in, nor everybody’s without the permission', async () => {
    await http().get('/v1/auth/messages').expect(401);
    await http().get('/v1/admin/messages').set(shopper.headers).expect(403);
    await http().post(`/v1/admin/messages/${newId()}/retry`).set(shopper.headers).send({}).expect(403);
  });

  test('S-18 what became of a message is told by a signed notice; the operator finds it, its reader sees what it means', async () => {
    const waiting = await http().get('/v1/admin/messages?state=queued&channel=sms').set(operator.headers).expect(200);
    const [, { id }] = waiting.body.items as [unknown, { id: string }]; // among the newest: told above
    const body = JSON.stringify({ id: 'rcp_1', type: 'message.failed', reference: id });
    const signed = signLikeStandardWebhooks(
      { id: 'rcp_1', body },
      'whsec_c2ltdWxhdGVk',
      Math.floor(Date.now() / 1_000),
    );
    const notice = (headers: Record<string, string>) =>
      http().post('/webhooks/messages').set(headers).type('application/json').send(body);
    expect((await notice({})).body).toMatchObject({ status: 400, code: 'receipt_rejected' });
    for (let i = 0; i < 2; i++) expect((await notice(signed).expect(200)).body).toEqual({ received: true });
    const failed = await http().get('/v1/admin/messages?delivery=failed&limit=100').set(operator.headers).expect(200);
    expect(failed.body.items).toContainEqual(expect.objectContaining({ id, delivery: 'failed' }));
    const mine = await http().get('/v1/auth/preferences').set(shopper.headers).expect(200);
    expect(mine.body.stopped).toEqual([]);
  });

  test('S-63 an operator sees what was told and how, never to whom or in which words', async () => {
    const seen = await http()
      .get('/v1/admin/messages?channel=sms&state=queued&limit=100')
      .set(operator.headers)
      .expect(200);
    expect(seen.body.items.length).toBeGreaterThanOrEqual(3);
    expect(seen.body.items[0]).toEqual({
      id: expect.any(String),
      newsId: expect.any(String),
      template: 'identity.password_changed/person',
      templateVersion: 1,
      wordingVersion: null,
      channel: 'sms',
      language: 'en',
      state: 'queued',
      tries: 0,
      failure: null,
      delivery: null,
      address: null,
      provider: null,
      providerReference: null,
      madeAt: expect.any(String),
      changedAt: expect.any(String),
    });
    expect(seen.text).not.toContain(shopper.personId);
    const waiting: string = seen.body.items[0].id;
    const retry = (id: string) =>
      http().post(`/v1/admin/messages/${id}/retry`).set(operator.headers).set('idempotency-key', newId());
    expect((await retry(waiting)).body).toMatchObject({ status: 409, code: 'illegal_transition' });
    expect((await retry(newId())).body).toMatchObject({ status: 404, code: 'message_not_found' });
  });

  test('S-28 two persons word a message anew: its readers have it at once, and the one before when it is taken back', async () => {
    const author = await identityActors(app).platformAdmin();
    const second = await identityActors(app).platformAdmin('Oviya Test');
    const base = '/v1/admin/message-templates';
    const place = `${base}/identity.password_changed/person`;
    // In a language nobody else of this run reads it in.
    const wording = { channel: 'in_app', language: 'ta', subject: 'New password', dltTemplateId: null, dltText: null };
    const post = (path: string, by: SignedInPerson, body: object, seen?: string) =>
      http()
        .post(path)
        .set(by.headers)
        .set(seen === undefined ? {} : { 'if-match': seen })
        .send(body);
    const draft = (text: string) =>
      post(`${place}/wordings`, author, { ...wording, text, reason: 'Many did not know whom to call.' });
    expect((await draft('New password since {hour}.')).body).toMatchObject({ status: 422, code: 'wording_faulty' });
    const drafted = await draft('New password since {at}. Not you? Call the helpline.').expect(201);
    const own = `${base}/wordings/${drafted.body.id as string}`;
    const preview = await http().get(`${own}/preview`).set(author.headers).expect(200);
    expect(preview.body).toMatchObject({
      subject: 'New password',
      text: expect.stringMatching(/since .+Call the helpline/),
    });

    const approve = (by: SignedInPerson, seen: string) => post(`${own}/approval`, by, { inUseFrom: null }, seen);
    const seen = drafted.headers['etag'] as string;
    expect((await approve(author, seen)).body).toMatchObject({ status: 403, code: 'author_cannot_approve' });
    const approved = await approve(second, seen).expect(200);
    expect((await approve(second, seen)).body).toMatchObject({ status: 412, code: 'version_stale' });

    const reader = await identityActors(app).shopper('Selvi Test');
    await http().post('/v1/auth/preferences').set(reader.headers).send({ language: 'ta' }).expect(200);
    const newest = async (at: string): Promise<string> => {
      await tell(reader.personId, at);
      return (await http().get('/v1/auth/messages').set(reader.headers).expect(200)).body.items[0].text;
    };
    expect(await newest('2026-11-12T08:35:00Z')).toContain('Call the helpline.');
    const reason = 'The helpline could not be reached.';
    await post(`${own}/withdrawal`, second, { reason }, approved.headers['etag'] as string).expect(200);
    expect(await newest('2026-11-13T08:35:00Z')).not.toContain('helpline');
    const texts = await http().get(place).set(author.headers).expect(200);
    expect(texts.body.written).toContainEqual(
      expect.objectContaining({ state: 'withdrawn', withdrawalReason: reason }),
    );
  });
});
