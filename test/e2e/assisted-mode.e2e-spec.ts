import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import { CodeMessagesQuery } from '#identity';
import { UnitOfWork } from '#platform/database';
import { ScannerSimulator } from '#platform/simulators';
import type { ApiClient, Booted } from '#platform/testing';
import { CheckApplicationPapers, ScanDocument } from '#sellers';
import type { SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import { pdf, photo } from '../../libs/platform/uploads/test/builders/files.js';
import { hands } from '../support/hands.js';
import { Recorder } from '../support/recorder.js';
import { asSystem as system, openSellersDesk, type SellersDesk } from '../support/sellers-desk.js';
const bank = { holder: 'Savitri Devi', account: '30012345671', ifsc: 'SBIN0001234' };

describe('R-0.8 a weaver without a phone of her own is helped by the leader of her group', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let desk: SellersDesk;
  let actors: SellersDesk['people'];
  let maker: SignedInPerson;
  let leader: SignedInPerson;
  let sellerId: string;
  let delegationId: string;
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    desk = await openSellersDesk({ SCANNER_URL: scanner.url });
    ({ app, api, people: actors } = desk);
    [maker, leader] = [await actors.shopper('Savitri Devi'), await actors.shopper('Lakshmi, leader')];
    const application = {
      class: 'artisan',
      name: 'Savitri Devi Weaves',
      district: 'bhagalpur',
      address: { line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
    };
    const applied = await api.post('/v1/seller/applications').set(maker.headers).send(application).expect(201);
    sellerId = applied.body.id;
  });
  afterAll(async () => {
    await desk.close();
    await scanner.stop();
  });

  const says =
    (code: string) =>
    ({ body }: Response): void =>
      expect(body).toMatchObject({ code });
  const acting = (): Record<string, string> => ({ ...leader.headers, 'odop-acting-for': delegationId });
  const evidence = (paper: object) =>
    api.post(`/v1/seller/applications/${sellerId}/evidence`).set(acting()).send(paper);
  const handsIn = (change: object = {}) => evidence({ kind: 'bank_account', ...bank, ...change });
  const asksCode = () => api.post(`/v1/seller/applications/${sellerId}/payout-account/codes`).set(acting()).send(bank);

  test('her own code makes it count, for what and how long it says', async () => {
    const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const wanted = { maker: maker.signIn, kind: 'shg_leader', scope: ['maker:apply'], until };
    const asked = await api.post('/v1/auth/delegations').set(leader.headers).send(wanted).expect(202);
    delegationId = asked.body.delegationId;
    await evidence({ kind: 'land_border', declares: true }).expect(404).expect(says('delegation_not_found'));
    const told = await system(() => app.get(CodeMessagesQuery, { strict: false }).of(asked.body.challengeId));
    expect(told).toMatchObject({ to: maker.signIn, facts: { kind: 'shg_leader', scope: 'maker:apply' } });
    const consent = `/v1/auth/delegations/${delegationId}/consent`;
    await api.post(consent).set(leader.headers).send({ code: told!.code! }).expect(204);
    await evidence({ kind: 'land_border', declares: true }).expect(200);
    await api.get('/v1/seller/listings').set(acting()).expect(403);
  });

  test('S-35 where her money goes takes a code of hers, for this account, once', async () => {
    await handsIn().expect(403).expect(says('own_code_needed'));
    const asked = await asksCode().expect(202);
    const told = await system(() => app.get(CodeMessagesQuery, { strict: false }).of(asked.body.challengeId));
    expect(told).toMatchObject({ to: maker.signIn, about: 'payout_account', facts: { ending: '5671' } });
    const confirmation = `/v1/auth/delegations/own-codes/${asked.body.consentId}/confirmation`;
    const wrong = told!.code === '000000' ? '000001' : '000000';
    await api.post(confirmation).set(leader.headers).send({ code: wrong }).expect(422).expect(says('code_refused'));
    await api.post(confirmation).set(leader.headers).send({ code: told!.code! }).expect(204);
    await handsIn({ account: '30099999999' }).expect(403).expect(says('own_code_needed'));
    await handsIn({ holder: 'Lakshmi' }).expect(403).expect(says('own_code_needed'));
    await handsIn().expect(200);
    await handsIn().expect(403).expect(says('own_code_needed'));
  });

  test('the maker herself needs no code of the delegation; another account takes a fresh factor of hers', async () => {
    const own = api.post(`/v1/seller/applications/${sellerId}/evidence`).set(maker.headers);
    await own.send({ kind: 'bank_account', ...bank }).expect(200);
    const other = { kind: 'bank_account', ...bank, account: '30088888888' };
    const changes = () => api.post(`/v1/seller/applications/${sellerId}/evidence`).set(maker.headers).send(other);
    await changes().expect(403).expect(says('second_factor_needed'));
    // Three codes in a quarter of an hour are what a number gets (S-34).
    await actors.inDatabase(`update identity.challenge set made_at = made_at - interval '16 minutes'`);
    const asked = await api.post('/v1/auth/sessions/current/codes').set(maker.headers).send().expect(202);
    const code = await actors.codeFor(asked.body.challengeId, maker.signIn);
    const proof = { challengeId: asked.body.challengeId, code };
    await api.post('/v1/auth/sessions/current/second-factor').set(maker.headers).send(proof).expect(204);
    await changes().expect(200);
    const asks = api.post(`/v1/seller/applications/${sellerId}/payout-account/codes`).set(maker.headers);
    await asks.send(bank).expect(404).expect(says('delegation_not_found'));
  });

  test('she reads what was done in her name, and by whom', async () => {
    const { body } = await api.get('/v1/auth/delegations/log').set(maker.headers).expect(200);
    const did = body.items.map((line: { by: string; did: string }) => `${line.by}: ${line.did}`);
    expect(did).toEqual(
      expect.arrayContaining(['Lakshmi, leader: sellers.evidence_attached', 'Lakshmi, leader: own_code.used']),
    );
    expect(JSON.stringify(body)).not.toContain(bank.account);
    const log = await api.get('/v1/auth/delegations/log').set(leader.headers).expect(200);
    expect(log.body.items).toEqual([]);
  });

  test('the day over, it is over; ended by her, it is over at once', async () => {
    const set = (until: string) =>
      system(() =>
        app
          .get(UnitOfWork, { strict: false })
          .run((tx) =>
            tx.run(`update identity.delegation set until = clock_timestamp() + $2::interval where id = $1`, [
              delegationId,
              until,
            ]),
          ),
      );
    await set('-1 second');
    await evidence({ kind: 'land_border', declares: true }).expect(404).expect(says('delegation_not_found'));
    await set('1 day');
    await evidence({ kind: 'land_border', declares: true }).expect(200);
    await api.delete(`/v1/auth/delegations/${delegationId}`).set(maker.headers).expect(204);
    await evidence({ kind: 'land_border', declares: true }).expect(404).expect(says('delegation_not_found'));
  });

  test('R-0.8 SM-1 the guide: she comes on board with the leader’s help, and nothing is done that she cannot read', async () => {
    const [weaver, helper] = [await actors.shopper('Savitri Devi'), await actors.shopper('Lakshmi Devi')];
    const guide = new Recorder(
      'assisted-onboarding',
      'A weaver is on-boarded with the help of her group’s leader',
      [
        'Savitri Devi weaves in Champanagar, in the silk district of Bhagalpur. She has a telephone with keys and no use for',
        'a browser; Lakshmi Devi, who leads her Self Help Group, has both. This chapter walks from Savitri’s first step to her',
        'approval. Three rules run through it (R-0.8, S-35): Lakshmi acts only for what Savitri agreed to with a code on her own',
        'telephone, and until the day she named; where the money goes takes another code of hers, for that account alone; and',
        'whatever Lakshmi does stands in a log that Savitri reads.\n\nAnswers are shortened to what matters for the step.',
      ].join('\n'),
    );
    /** Without what differs at each run. */
    const steady = (value: unknown): unknown => {
      const text = JSON.stringify(value) ?? 'null';
      return JSON.parse(
        text
          .replaceAll(weaver.signIn, '‹Savitri’s mobile›')
          .replace(/"sentTo":"[^"]*"/, '"sentTo":"‹the end of it›"')
          .replace(/"code":"[0-9]{6}"/, '"code":"‹what she reads out›"')
          .replace(/"until":"[0-9-]{10}"/, '"until":"‹a day in ten days›"')
          .replace(/"size_bytes":[0-9]+/, '"size_bytes":"‹bytes›"')
          .replace(/"validTo":"[0-9-]{10}"/, '"validTo":"‹a day in a year›"'),
      );
    };
    type Answer = Record<string, unknown>;
    const only = (answer: Answer, keep: readonly string[]): unknown =>
      keep.length === 0 ? answer : Object.fromEntries(keep.map((key) => [key, answer[key]]));
    async function step(
      who: Record<string, string>,
      [method, path]: ['get' | 'post' | 'delete', string],
      status: number,
      says: string,
      {
        body,
        keep = [],
        file,
      }: { body?: object; keep?: string[]; file?: { shown: string; bytes: Buffer; type: string } } = {},
    ): Promise<Answer> {
      const asked = api[method](path).set(who);
      const answer = await (file
        ? asked.set('content-type', file.type).send(file.bytes)
        : body
          ? asked.send(body)
          : asked);
      if (answer.status !== status) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
      const shown = status === 204 ? undefined : steady(only(answer.body as Answer, keep));
      const sent = file?.shown ?? (body === undefined ? undefined : steady(body));
      guide.exchange(says, { method: method.toUpperCase(), path, body: sent, status, answer: shown });
      return answer.body as Answer;
    }
    const codeOn = async (challengeId: unknown) => {
      const message = await system(() => app.get(CodeMessagesQuery, { strict: false }).of(challengeId as string));
      expect(message!.to).toBe(weaver.signIn);
      return message!;
    };
    const booted = { get: (token) => app.get(token, { strict: false }), asSystem: system } as Booted;
    const worker = hands(booted);
    const checks = (submission: number) =>
      system(() => app.get(CheckApplicationPapers, { strict: false }).run({ sellerId: id, submission }));

    guide.chapter('Savitri’s first step');
    const application = {
      class: 'weaver',
      name: 'Savitri Devi Weaves',
      district: 'bhagalpur',
      address: { line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
      languages: ['hi'],
    };
    const opened = await step(
      weaver.headers,
      ['post', '/v1/seller/applications'],
      201,
      'At the group’s meeting Savitri proves her mobile and opens her application. She reads Hindi: from now on she is written to in it. The answer says what a weaver has to show (R-4.1).',
      { body: application, keep: ['id', 'state', 'needs', 'progress', 'todo'] },
    );
    const id = opened['id'] as string;

    guide.chapter('She lets Lakshmi help');
    const asked = await step(
      helper.headers,
      ['post', '/v1/auth/delegations'],
      202,
      'Lakshmi asks to act for her, for the application and nothing else. The answer is the same when there is no such maker.',
      {
        body: {
          maker: weaver.signIn,
          kind: 'shg_leader',
          scope: ['maker:apply'],
          until: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
        },
      },
    );
    const acting = { ...helper.headers, 'odop-acting-for': asked['delegationId'] as string };
    const consent = await codeOn(asked['challengeId']);
    expect(consent).toMatchObject({ about: 'delegation', facts: { kind: 'shg_leader', scope: 'maker:apply' } });
    await step(
      helper.headers,
      ['post', `/v1/auth/delegations/${asked['delegationId']}/consent`],
      204,
      'Savitri’s telephone says who wants to act for her, for what and until when. She agrees by reading out the code; without it nothing counts.',
      { body: { code: consent.code } },
    );

    guide.chapter('The papers');
    const evidence = `/v1/seller/applications/${id}/evidence`;
    const papers: [string, object][] = [
      [
        'Who she is. The header `odop-acting-for` names the delegation; the papers are Savitri’s.',
        { kind: 'authorised_person', persons: [{ name: 'Savitri Devi', pan: 'AAAPD1234C' }] },
      ],
      ['Her PAN.', { kind: 'pan', pan: 'AAAPD1234C', name: 'Savitri Devi' }],
      [
        'Her weaver’s card: no register answers for it, an officer will compare it.',
        { kind: 'weaver_id', number: 'HL/BR/2047-11', office: 'Bhagalpur' },
      ],
      ['She sells too little to be registered for GST, and says so.', { kind: 'gst', basis: 'exempt' }],
      ['The declaration about owners from neighbouring countries.', { kind: 'land_border', declares: true }],
    ];
    for (const [says, body] of papers)
      await step(acting, ['post', evidence], 200, `${says}`, {
        body,
        keep: ['progress', 'missing'],
      });
    const documents = `/v1/seller/applications/${id}/documents`;
    const first = await step(
      acting,
      ['post', `${documents}?kind=weaver_id&fileName=card.jpg`],
      201,
      'A photo of the card. It is painted anew, so that where it was taken and whatever else hides in the file is gone, sealed with Savitri’s key, and shown to nobody before the virus scanner has looked (S-58).',
      { file: { shown: '‹a photo, 640 × 480›', bytes: await photo(640, 480), type: 'image/jpeg' } },
    );
    await system(() => app.get(ScanDocument, { strict: false }).run({ documentId: first['id'] as string }));

    guide.chapter('Where her money goes');
    const account = { holder: 'Savitri Devi', account: '30012345611', ifsc: 'SBIN0001234' };
    await step(
      acting,
      ['post', evidence],
      403,
      'Lakshmi cannot name a bank account, hers or any other: it takes Savitri’s own code (S-35).',
      {
        body: { kind: 'bank_account', ...account },
        keep: ['status', 'code', 'detail', 'next'],
      },
    );
    const wanted = await step(
      acting,
      ['post', `/v1/seller/applications/${id}/payout-account/codes`],
      202,
      'She asks for one. The message on Savitri’s telephone tells the end of the account’s number.',
      { body: account },
    );
    const own = await codeOn(wanted['challengeId']);
    expect(own).toMatchObject({ about: 'payout_account', facts: { ending: '5611' } });
    await step(
      helper.headers,
      ['post', `/v1/auth/delegations/own-codes/${wanted['consentId']}/confirmation`],
      204,
      'Savitri compares the four digits with her passbook, and reads out the code. It is good for ten minutes, once, for this account.',
      { body: { code: own.code } },
    );
    await step(acting, ['post', evidence], 200, 'Now the account is taken.', {
      body: { kind: 'bank_account', ...account },
      keep: ['progress', 'missing'],
    });

    guide.chapter('Before the officer');
    const submission = `/v1/seller/applications/${id}/submission`;
    await step(
      acting,
      ['post', submission],
      200,
      'The application is handed in. The machine asks the registers and pays a rupee into the account.',
      { body: { consentNotice: 'en-1' }, keep: ['state', 'dueAt'] },
    );
    await checks(1);
    const onDesk = `/v1/admin/sellers/${id}`;
    await step(
      desk.officer.headers,
      ['get', onDesk],
      200,
      'It lies with Arjun, the nodal officer of the district. What no machine could check is `manual`: the card is his to compare.',
      { keep: ['state', 'papers'] },
    );
    await step(
      desk.officer.headers,
      ['get', `${onDesk}/documents`],
      200,
      'The photo of the card lies with the papers; that he opens it is recorded.',
    );
    await step(
      desk.officer.headers,
      ['post', `${onDesk}/information-request`],
      200,
      'The number cannot be read. He asks for it once, paper by paper, in words.',
      {
        body: {
          asks: 'The card cannot be read.',
          papers: [{ kind: 'weaver_id', reason: 'Please photograph it in daylight.' }],
        },
        keep: ['state', 'dueAt'],
      },
    );
    await worker.does({ name: 'sellers.needs_correction' }, { sellerId: id });
    const { items } = await step(
      weaver.headers,
      ['get', '/v1/auth/messages?limit=1'],
      200,
      'Savitri is told, by SMS and in her inbox, in Hindi.',
    );
    expect(items).toMatchObject([{ event: 'sellers.needs_correction', language: 'hi' }]);
    const second = await step(
      acting,
      ['post', `${documents}?kind=weaver_id&fileName=card.pdf&replaces=${first['id']}`],
      201,
      'Lakshmi scans the card in daylight. The first photo is destroyed.',
      {
        file: { shown: '‹a PDF of one page›', bytes: await pdf(1), type: 'application/pdf' },
      },
    );
    await system(() => app.get(ScanDocument, { strict: false }).run({ documentId: second['id'] as string }));
    await step(acting, ['post', submission], 200, 'And hands it in again.', {
      body: { consentNotice: 'en-1' },
      keep: ['state', 'dueAt'],
    });
    await checks(2);
    await step(
      desk.officer.headers,
      ['post', `${onDesk}/approval`],
      200,
      'Arjun has compared the card with the original, and vouches for it. Savitri may list her goods.',
      { body: { confirmed: ['weaver_id'] }, keep: ['state'] },
    );

    guide.chapter('What was done in her name');
    const log = await step(
      weaver.headers,
      ['get', '/v1/auth/delegations/log?limit=20'],
      200,
      'Savitri reads, at any counter, what was done in her name, by whom and when. No number of hers stands in it.',
    );
    expect(JSON.stringify(log)).not.toContain(account.account);
    await step(
      weaver.headers,
      ['delete', `/v1/auth/delegations/${asked['delegationId']}`],
      204,
      'She is on board: she ends the help at once, without asking anybody. Otherwise it would end by itself on its day.',
    );
    await step(
      acting,
      ['get', `/v1/seller/applications/${id}`],
      404,
      'From then on Lakshmi acts for nobody but herself.',
      { keep: ['status', 'code', 'detail'] },
    );
    guide.close();
  }, 60_000);
});
