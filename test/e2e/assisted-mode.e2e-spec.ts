import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import { CodeMessagesQuery } from '#identity';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { apiClient, type ApiClient } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { identityActors, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';

const system = <T>(work: () => Promise<T>): Promise<T> => runAsSystem('test', newId(), work);
const bank = { holder: 'Savitri Devi', account: '30012345671', ifsc: 'SBIN0001234' };

describe('R-0.8 a weaver without a phone of her own is helped by the leader of her group', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let actors: ReturnType<typeof identityActors>;
  let maker: SignedInPerson;
  let leader: SignedInPerson;
  let sellerId: string;
  let delegationId: string;
  beforeAll(async () => {
    app = await createApi();
    api = apiClient(app);
    actors = identityActors(app);
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
  afterAll(() => app.close());

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
});
