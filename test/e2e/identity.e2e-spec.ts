import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import { CreateOrganisation } from '#identity';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { apiClient, type ApiClient } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import {
  goodPassword,
  identityActors,
  inventedMobile,
  inventedOfficialMailbox,
  type SignedInPerson,
} from '../../libs/identity/test/builders/identity-actors.js';

describe('Identity over HTTP', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let actors: ReturnType<typeof identityActors>;
  beforeAll(async () => {
    app = await createApi();
    actors = identityActors(app);
    api = apiClient(app);
  });
  afterAll(() => app.close());

  const says =
    (code: string) =>
    ({ body }: Response): void =>
      expect(body).toMatchObject({ code });
  const officer = async (name: string) =>
    actors.signIn(await actors.person({ name, signIn: inventedOfficialMailbox(), secondFactor: true }), null);
  const make = (kind: 'buyer_ministry' | 'buyer_department', parentId: string | null = null) =>
    runAsSystem('test', newId(), () =>
      app.get(CreateOrganisation, { strict: false }).run({ kind, name: 'Department of Libraries', parentId }),
    );

  test('a person registers with a mobile and a password, signs in, refreshes and signs out', async () => {
    const mobile = inventedMobile();
    const wanted = { name: 'Meera Devi', signIn: mobile, password: goodPassword, language: 'hi', notice: '2026-11' };
    const asked = await api.post('/v1/auth/registrations').send(wanted).expect(202);
    expect(JSON.stringify(asked.body)).not.toContain(mobile);
    const right = await actors.codeFor(asked.body.challengeId, `+91${mobile}`);
    const verification = `/v1/auth/registrations/${asked.body.registrationId}/verification`;
    await api.post(verification).send({ code: right }).expect(201);
    await api.post(verification).send({ code: right }).expect(422).expect(says('code_refused'));
    const given = { signIn: mobile, password: goodPassword };
    const signedIn = await api.post('/v1/auth/sessions').send(given).expect(201);
    expect(signedIn.headers['cache-control']).toContain('no-store');
    const { refreshToken } = signedIn.body;
    const next = await api.post('/v1/auth/sessions/refresh').send({ refreshToken }).expect(200);
    expect(next.body.sessionId).toBe(signedIn.body.sessionId);
    const bearer = { authorization: `Bearer ${next.body.accessToken}` };
    const me = await api.get('/v1/auth/me').set(bearer).expect(200);
    expect(me.body).toMatchObject({ roles: ['shopper'], permissions: ['buyer:order', 'maker:apply'] });
    await api.delete(`/v1/auth/sessions/${next.body.sessionId}`).set(bearer).expect(204);
    await api.get('/v1/auth/me').set(bearer).expect(401).expect(says('credential_refused'));
    await api.post('/v1/auth/sessions/refresh').send({ refreshToken: next.body.refreshToken }).expect(401);
  });

  test('S-32 whether an account exists shows in no answer', async () => {
    const asks: ((signIn: string) => [string, object])[] = [
      (signIn) => ['/v1/auth/sessions', { signIn, password: 'not the password' }],
      (signIn) => ['/v1/auth/codes', { signIn }],
      (signIn) => ['/v1/auth/password-resets', { signIn }],
      (signIn) => ['/v1/auth/registrations', { signIn, name: 'Somebody', password: goodPassword, notice: 'n' }],
    ];
    for (const ask of asks) {
      const answers = [];
      for (const signIn of [(await actors.person()).signIn, inventedMobile()]) {
        const [path, body] = ask(signIn);
        const { status, body: answer } = await api.post(path).send(body);
        const { challengeId, registrationId, expiresAt, sentTo, instance, ...rest } = answer;
        const shape = [challengeId, registrationId, expiresAt, sentTo, instance].map((each) => typeof each);
        answers.push({ path, status, rest, shape });
      }
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  test('S-34 S-37 a forgotten password is set anew by a code; every sign-in ends', async () => {
    const shopper = await actors.shopper();
    const asked = await api.post('/v1/auth/password-resets').send({ signIn: shopper.signIn }).expect(202);
    const right = await actors.codeFor(asked.body.challengeId, shopper.signIn);
    const completion = `/v1/auth/password-resets/${asked.body.challengeId}/completion`;
    const weak = { code: right, password: 'password123' };
    await api.post(completion).send(weak).expect(422).expect(says('password_too_weak'));
    await api.post(completion).send({ code: right, password: 'nine herons in the reeds' }).expect(204);
    await api.get('/v1/auth/me').set(shopper.headers).expect(401);
    const again = { signIn: shopper.signIn, password: 'nine herons in the reeds' };
    await api.post('/v1/auth/sessions').send(again).expect(201);
  });

  test('S-35 an officer without the second factor is told what unlocks the right; acts want a fresh one', async () => {
    const admin = await actors.platformAdmin();
    const given = { signIn: admin.signIn, password: goodPassword };
    const weak = await api.post('/v1/auth/sessions').send(given).expect(201);
    const bearer = { authorization: `Bearer ${weak.body.accessToken}` };
    await api.get('/v1/admin/role-grants').set(bearer).expect(403).expect(says('second_factor_needed'));
    await api.get('/v1/admin/role-grants').set(admin.headers).expect(200);
    const shopper = await actors.shopper();
    await api.get('/v1/admin/role-grants').set(shopper.headers).expect(403).expect(says('forbidden'));
    await api.get('/v1/auth/personal-data').set(shopper.headers).expect(403).expect(says('second_factor_needed'));
    const asked = await api.post('/v1/auth/sessions/current/codes').set(shopper.headers).send().expect(202);
    const right = await actors.codeFor(asked.body.challengeId, shopper.signIn);
    const proof = { challengeId: asked.body.challengeId, code: right };
    await api.post('/v1/auth/sessions/current/second-factor').set(shopper.headers).send(proof).expect(204);
    const data = await api.get('/v1/auth/personal-data').set(shopper.headers).expect(200);
    expect(data.body).toMatchObject({ name: shopper.name, mobile: shopper.signIn });
  });

  test('R-2.2 R-2.4 a buying organisation comes in, fills its posts, and a charge passes on', async () => {
    const departmentId = await make('buyer_department', await make('buyer_ministry'));
    const [head, verifier] = [await officer('Harish Rao'), await officer('Vimala Iyer')];
    const [first, second] = [await officer('Bina Das'), await officer('Chetan Gill')];
    const wanted = {
      departmentId,
      name: 'Directorate of Libraries',
      post: { title: 'Director', rank: 'director' },
      verifier: verifier.signIn,
    };
    const registered = await api.post('/v1/government/registrations').set(head.headers).send(wanted).expect(201);
    await api.get('/v1/government/posts').set(head.headers).expect(403);
    const waiting = await api.get('/v1/government/verifications').set(verifier.headers).expect(200);
    expect(waiting.body.items).toMatchObject([{ name: 'Directorate of Libraries', primaryUser: 'Harish Rao' }]);
    const approval = `/v1/government/verifications/${registered.body.registrationId}/approval`;
    await api.post(approval).set(first.headers).send({ rank: 'director' }).expect(404);
    await api.post(approval).set(verifier.headers).send({ rank: 'director' }).expect(204);
    const { organisationId } = registered.body;
    const post = { organisationId, title: 'Section Officer (Stores)', rank: 'section_officer' };
    const made = await api.post('/v1/government/posts').set(head.headers).send(post).expect(201);
    const at = `/v1/government/posts/${made.body.id}`;
    const appointment = { officer: first.signIn, roles: ['gov_buyer', 'gov_consignee'] };
    await api.post(`${at}/appointment`).set(head.headers).send(appointment).expect(204);
    const both = { officer: second.signIn, roles: ['gov_buyer', 'gov_pao'] };
    await api.post(`${at}/appointment`).set(head.headers).send(both).expect(409).expect(says('post_is_held'));
    const me = await api.get('/v1/auth/me').set(first.headers).expect(200);
    expect(me.body).toMatchObject({ organisationId, postId: made.body.id });
    expect(me.body.permissions).toEqual(expect.arrayContaining(['gov:order', 'gov:receive']));
    const transfer = { successor: second.signIn, reason: 'promoted' };
    await api.post(`${at}/transfer`).set(head.headers).send(transfer).expect(204);
    const after = await api.get('/v1/auth/me').set(second.headers).expect(200);
    expect(after.body).toMatchObject({ postId: made.body.id });
    const posts = await api.get('/v1/government/posts').set(head.headers).expect(200);
    expect(posts.body.items).toContainEqual(
      expect.objectContaining({ postId: made.body.id, holder: expect.objectContaining({ name: 'Chetan Gill' }) }),
    );
  });

  describe('acting for somebody else', () => {
    const delegated = async (): Promise<{ maker: SignedInPerson; headers: Record<string, string> }> => {
      const [maker, delegate] = [await actors.makerOwner('Savitri'), await actors.shopper('Lakshmi')];
      const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
      const wanted = { maker: maker.signIn, kind: 'shg_leader', scope: ['maker:list'], until };
      const asked = await api.post('/v1/auth/delegations').set(delegate.headers).send(wanted).expect(202);
      const right = await actors.codeFor(asked.body.challengeId, maker.signIn);
      const { delegationId } = asked.body;
      await api
        .post(`/v1/auth/delegations/${delegationId}/consent`)
        .set(delegate.headers)
        .send({ code: right })
        .expect(204);
      return { maker, headers: { ...delegate.headers, 'odop-acting-for': delegationId } };
    };

    test('a delegate is the maker within the scope, and never in her account', async () => {
      const { maker, headers } = await delegated();
      const me = await api.get('/v1/auth/me').set(headers).expect(200);
      expect(me.body).toMatchObject({ personId: maker.personId, permissions: ['maker:list'] });
      expect(me.body.delegateId).not.toBeNull();
      const own: [string, () => ReturnType<ApiClient['get']>][] = [
        ['sign out everywhere', () => api.delete('/v1/auth/sessions')],
        ['a new password', () => api.put('/v1/auth/password').send({ oldPassword: 'a', newPassword: 'b' })],
        ['a new contact', () => api.post('/v1/auth/contacts').send({ contact: inventedMobile() })],
        ['an API key', () => api.post('/v1/auth/api-keys').send({ name: 'mine', scopes: ['maker:list'] })],
        ['erasure', () => api.post('/v1/auth/erasure').send()],
        ['personal data', () => api.get('/v1/auth/personal-data')],
      ];
      for (const [what, attempt] of own) {
        const { status } = await attempt().set(headers);
        expect([what, status]).toEqual([what, 403]);
      }
    });

    test('S-45 staff see what a person sees, change nothing, and are seen', async () => {
      const [admin, shopper] = [await actors.platformAdmin('Noor Fatima'), await actors.shopper()];
      const looked = await api
        .post(`/v1/admin/people/${shopper.personId}/impersonation`)
        .set(admin.headers)
        .send({ reason: 'asked at the desk why an order is missing' })
        .expect(201);
      const headers = { authorization: `Bearer ${looked.body.accessToken}` };
      const me = await api.get('/v1/auth/me').set(headers).expect(200);
      expect(me.body).toMatchObject({ personId: shopper.personId, delegateId: admin.personId });
      await api.delete('/v1/auth/sessions').set(headers).expect(403).expect(says('staff_reads_only'));
      const sessions = await api.get('/v1/auth/sessions').set(shopper.headers).expect(200);
      expect(sessions.body.items).toContainEqual(
        expect.objectContaining({ staffReason: 'asked at the desk why an order is missing' }),
      );
    });
  });

  test('S-39 an API key opens what its scopes say, and nobody’s account', async () => {
    const maker = await actors.makerOwner();
    const asked = await api.post('/v1/auth/sessions/current/codes').set(maker.headers).send().expect(202);
    const right = await actors.codeFor(asked.body.challengeId, maker.signIn);
    const proof = { challengeId: asked.body.challengeId, code: right };
    await api.post('/v1/auth/sessions/current/second-factor').set(maker.headers).send(proof).expect(204);
    const wanted = { name: 'stock sync', scopes: ['maker:list'] };
    const made = await api.post('/v1/auth/api-keys').set(maker.headers).send(wanted).expect(201);
    const headers = { authorization: `Bearer ${made.body.key}` };
    await api.get('/v1/auth/me').set(headers).expect(403);
    await api.get('/v1/auth/sessions').set(headers).expect(403);
    await api.delete(`/v1/auth/api-keys/${made.body.keyId}`).set(maker.headers).expect(204);
    await api.get('/v1/auth/me').set(headers).expect(401).expect(says('credential_refused'));
  });

  test('S-28 I-14 administrators: a role of the platform takes two, a suspended person is out', async () => {
    const [one, two] = [await actors.platformAdmin('Noor'), await actors.platformAdmin('Tenzin')];
    const newcomer = await officer('Newcomer');
    const found = await api
      .post('/v1/admin/people/look-up')
      .set(one.headers)
      .send({ signIn: newcomer.signIn })
      .expect(200);
    const me = await api.get('/v1/auth/me').set(one.headers).expect(200);
    const grant = { personId: found.body.personId, organisationId: me.body.organisationId, role: 'platform_operator' };
    const proposed = await api.post('/v1/admin/role-grants').set(one.headers).send(grant).expect(201);
    const confirmation = `/v1/admin/role-grants/${proposed.body.grantId}/confirmation`;
    await api.post(confirmation).set(one.headers).send().expect(403).expect(says('second_person_needed'));
    await api.post(confirmation).set(two.headers).send().expect(204);
    const roles = await api.get('/v1/auth/me').set(newcomer.headers).expect(200);
    expect(roles.body.roles).toContain('platform_operator');
    const suspension = `/v1/admin/people/${newcomer.personId}/suspension`;
    await api.post(suspension).set(one.headers).send({ reason: 'left the service' }).expect(204);
    await api.get('/v1/auth/me').set(newcomer.headers).expect(401);
  });

  test.each([
    ['no credential', {}],
    ['not a bearer', { authorization: 'Basic bWVlcmE6bG9vbQ==' }],
    ['nonsense', { authorization: 'Bearer nonsense' }],
    ['a key of nobody', { authorization: `Bearer odb_test_${'0'.repeat(32)}_${'0'.repeat(64)}` }],
  ])('S-36 %s is 401 with a challenge', async (_, headers) => {
    const answer = await api.get('/v1/auth/me').set(headers).expect(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  test('S-42 nobody acts for an organisation of others', async () => {
    const [shopper, maker] = [await actors.shopper(), await actors.makerOwner()];
    const headers = { ...shopper.headers, 'odop-organisation': maker.organisationId! };
    await api.get('/v1/auth/me').set(headers).expect(403).expect(says('not_your_organisation'));
  });
});
