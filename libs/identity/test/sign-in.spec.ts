import { createHash, createHmac, createPublicKey } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { ServiceKeys } from '#platform/crypto';
import { ReadClient, UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import { z } from 'zod';
import {
  AskCode,
  ChangePassword,
  CodeMessagesQuery,
  EndSession,
  IdentifyCaller,
  IdentityModule,
  OpenSession,
  parseContact,
  PersonsQuery,
  ProveSecondFactor,
  RefreshSession,
  RegisterPerson,
} from '../src/index.js';
import { goodPassword, identityActors, inventedMobile, totpCode } from './builders/identity-actors.js';

const client = { address: '10.0.0.1', userAgent: 'Firefox' };
const nobody = { organisationId: null, postId: null };

describe('Signing in', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
  });
  afterAll(() => app.close());

  const open = (signIn: string, password = goodPassword, more: { secondFactor?: string; deviceToken?: string } = {}) =>
    app.asSystem(() => app.get(OpenSession).withPassword({ contact: parseContact(signIn), password, client, ...more }));
  const refresh = (token: string, from = client) => app.asSystem(() => app.get(RefreshSession).run(token, from));
  const identify = (token: string) => app.get(IdentifyCaller).byToken(token, nobody);
  const code = (name: string) => ({ code: name });

  describe('registration', () => {
    test('S-63 a person reads her own name; the tables hold neither it nor her number', async () => {
      const shopper = await actors.shopper('Farah Khanum');
      const actor = await shopper.actor();
      const contact = await app.as(actor, () => app.get(PersonsQuery).contactOf(shopper.personId));
      expect(contact).toMatchObject({ name: 'Farah Khanum', mobile: shopper.signIn });
      const everything = await asOwner<{ row: string }>(
        `select coalesce(string_agg(t.row, ''), '') as row from (
           select p::text as row from platform.outbox p union all select a::text from platform.audit a) t`,
      );
      expect(everything[0]!.row).not.toContain(shopper.signIn);
      expect(everything[0]!.row).not.toContain('Farah Khanum');
    });

    test('S-32 for an address that has an account the answer is alike, its owner is told, and no code is right', async () => {
      const known = await actors.person();
      const given = { name: 'Thief', contact: parseContact(known.signIn)!, language: 'en', notice: 'n' };
      const ask = (signIn: string) =>
        app.asSystem(() =>
          app.get(RegisterPerson).ask({ ...given, contact: parseContact(signIn)!, password: goodPassword }),
        );
      const [again, fresh] = [await ask(known.signIn), await ask(inventedMobile())];
      expect(Object.keys(again)).toEqual(Object.keys(fresh));
      const told = await app.asSystem(() => app.get(CodeMessagesQuery).of(again.challengeId));
      expect(told).toMatchObject({ about: 'already_registered', to: known.signIn, code: null });
      const verify = app.asSystem(() => app.get(RegisterPerson).verify(again.registrationId, '123456'));
      await expect(verify).rejects.toMatchObject(code('code_refused'));
    });

    test('S-34 two registrations of one address: the second to be proved is refused', async () => {
      const contact = parseContact(inventedMobile())!;
      const ask = () =>
        app.asSystem(() => app.get(RegisterPerson).ask({ name: 'Twice', contact, language: 'en', notice: 'n' }));
      const [first, second] = [await ask(), await ask()];
      const verify = async (asked: typeof first) => {
        const right = await actors.codeFor(asked.challengeId, contact.value);
        return app.asSystem(() => app.get(RegisterPerson).verify(asked.registrationId, right));
      };
      await verify(first);
      await expect(verify(second)).rejects.toMatchObject(code('code_refused'));
    });
  });

  describe('codes', () => {
    const ask = (signIn: string) => app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(signIn)!));
    const use = (challengeId: string, given: string) =>
      app.asSystem(() => app.get(OpenSession).withCode({ challengeId, code: given, client }));
    const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

    test('S-34 a code opens one session, once', async () => {
      const { signIn, personId } = await actors.person();
      const { challengeId } = await ask(signIn);
      const right = await actors.codeFor(challengeId, signIn);
      expect((await use(challengeId, right)).personId).toBe(personId);
      await expect(use(challengeId, right)).rejects.toMatchObject(code('code_refused'));
    });

    test('S-34 after five wrong tries the right one is refused too', async () => {
      const { signIn } = await actors.person();
      const { challengeId } = await ask(signIn);
      const right = await actors.codeFor(challengeId, signIn);
      for (let i = 0; i < 5; i++)
        await expect(use(challengeId, wrong(right))).rejects.toMatchObject(code('code_refused'));
      await expect(use(challengeId, right)).rejects.toMatchObject(code('code_refused'));
    });

    test('S-34 of twenty users of one code at once, one is let in', async () => {
      const { signIn } = await actors.person();
      const { challengeId } = await ask(signIn);
      const right = await actors.codeFor(challengeId, signIn);
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => use(challengeId, right)));
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });

    test('S-34 the fourth code in a quarter of an hour is refused, known address or not', async () => {
      for (const signIn of [(await actors.person()).signIn, inventedMobile()]) {
        const results = await Promise.allSettled(Array.from({ length: 6 }, () => ask(signIn)));
        const sent = results.filter((result) => result.status === 'fulfilled').length;
        expect(sent).toBeLessThanOrEqual(3);
        await expect(ask(signIn)).rejects.toMatchObject(code('too_many_codes'));
      }
    });

    test('S-34 a code is good for nothing but what it was asked for', async () => {
      const { signIn } = await actors.person();
      const { challengeId } = await ask(signIn);
      const right = await actors.codeFor(challengeId, signIn);
      const reset = app.asSystem(() => app.get(ChangePassword).reset(challengeId, right, 'another good loom song'));
      await expect(reset).rejects.toMatchObject(code('code_refused'));
    });

    test('S-34 neither the table nor the job holds a code', async () => {
      const { signIn } = await actors.person();
      const { challengeId } = await ask(signIn);
      const right = await actors.codeFor(challengeId, signIn);
      const rows = await app.asSystem(() =>
        app.get(UnitOfWork).run((tx) =>
          tx.many(
            z.object({ row: z.string() }),
            `select c::text as row from identity.challenge c where id = $1
             union all select payload::text from platform.outbox where payload->>'challengeId' = $1::text`,
            [challengeId],
          ),
        ),
      );
      expect(rows).toHaveLength(2);
      for (const { row } of rows) expect(row).not.toMatch(new RegExp(`\\b${right}\\b`));
    });
  });

  describe('guessing', () => {
    test('S-33 guesses spread over many addresses soon have to wait; the owner on a known device does not', async () => {
      const { signIn } = await actors.person();
      const known = await open(signIn);
      const guesses = await Promise.allSettled(
        Array.from({ length: 60 }, (_, i) =>
          app.asSystem(() =>
            app.get(OpenSession).withPassword({
              contact: parseContact(signIn),
              password: `wrong guess ${i}`,
              client: { address: `10.1.${i}.1`, userAgent: 'thief' },
            }),
          ),
        ),
      );
      const codes = guesses.map((guess) =>
        guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'in',
      );
      expect(codes.filter((each) => each === 'sign_in_refused').length).toBeLessThanOrEqual(12);
      expect(codes).not.toContain('in');
      await actors.lengthenWaits();
      await expect(open(signIn)).rejects.toMatchObject(code('too_many_tries'));
      expect((await open(signIn, goodPassword, { deviceToken: known.deviceToken })).sessionId).toBeTruthy();
    });

    test.each(['nobody@nowhere.example', 'not a name at all', inventedMobile()])(
      'S-32 %s: refused like a wrong password',
      async (signIn) => {
        await expect(open(signIn)).rejects.toMatchObject({ code: 'sign_in_refused', status: 401 });
      },
    );
  });

  describe('access tokens', () => {
    const now_s = () => Math.floor(Date.now() / 1_000);
    const claims = (sub: string, sid: string, over: Record<string, unknown> = {}) => ({
      iss: 'odop-bazaar',
      aud: 'odop-bazaar-api',
      sub,
      sid,
      jti: newId(),
      iat: now_s(),
      nbf: now_s(),
      exp: now_s() + 600,
      ...over,
    });
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

    test('S-36 the token of a sign-in is good, and carries neither name nor rights', async () => {
      const session = await open((await actors.person()).signIn);
      expect((await identify(session.accessToken)).personId).toBe(session.personId);
      const payload = JSON.parse(Buffer.from(session.accessToken.split('.')[1]!, 'base64url').toString()) as object;
      expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sid', 'sub']);
    });

    test('S-36 every forged, foreign or stale token is refused', async () => {
      const session = await open((await actors.person()).signIn);
      const [sub, sid] = [session.personId, session.sessionId];
      const { kid, key } = await app.get(ServiceKeys).signingKey();
      const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
      const own = (payload: object, header: Record<string, unknown> = {}) =>
        new SignJWT({ ...payload }).setProtectedHeader({ alg: 'ES256', kid, ...header }).sign(key);
      const stranger = await generateKeyPair('ES256');
      const hmac = (secret: string) => {
        const text = `${encode({ alg: 'HS256', kid })}.${encode(claims(sub, sid))}`;
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      };
      const parts = session.accessToken.split('.');
      const attacks: Record<string, string> = {
        'alg none': `${encode({ alg: 'none', kid })}.${encode(claims(sub, sid))}.`,
        'alg none in capitals': `${encode({ alg: 'NONE', kid })}.${encode(claims(sub, sid))}.`,
        'HMAC with the public key': hmac(pem),
        'unknown kid': await own(claims(sub, sid), { kid: newId() }),
        'path in kid': await own(claims(sub, sid), { kid: '../../etc/passwd' }),
        'no kid': await own(claims(sub, sid), { kid: undefined }),
        'key of a stranger under our kid': await new SignJWT(claims(sub, sid))
          .setProtectedHeader({ alg: 'ES256', kid })
          .sign(stranger.privateKey),
        'other audience': await own(claims(sub, sid, { aud: 'somebody-else' })),
        'other issuer': await own(claims(sub, sid, { iss: 'somebody-else' })),
        'expired beyond the skew': await own(claims(sub, sid, { exp: now_s() - 32, nbf: now_s() - 700 })),
        'not yet good': await own(claims(sub, sid, { nbf: now_s() + 60 })),
        'no expiry': await own(claims(sub, sid, { exp: undefined })),
        'no jti': await own(claims(sub, sid, { jti: undefined })),
        'no session': await own(claims(sub, sid, { sid: undefined })),
        'a session that never was': await own(claims(sub, newId())),
        'the session of somebody else': await own(claims(newId(), sid)),
        'changed payload': `${parts[0]}.${encode(claims(newId(), sid))}.${parts[2]}`,
        'cut signature': `${parts[0]}.${parts[1]}.${parts[2]!.slice(0, -4)}`,
        'nothing like a token': 'a.b',
      };
      for (const [name, token] of Object.entries(attacks)) {
        const outcome = await identify(token).then(
          () => 'let in',
          (error: { code?: string }) => error.code,
        );
        expect([name, outcome]).toEqual([name, 'credential_refused']);
      }
      await expect(
        identify(await own(claims(sub, sid, { exp: now_s() - 5, nbf: now_s() - 600 }))),
      ).resolves.toBeTruthy();
    });
  });

  describe('refresh tokens', () => {
    test('S-37 twenty refreshes at once from one client are one refresh', async () => {
      const { refreshToken } = await open((await actors.person()).signIn);
      const all = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
      expect(new Set(all.map((each) => each.refreshToken)).size).toBe(1);
      expect(all[0]!.refreshToken).not.toBe(refreshToken);
      await refresh(all[0]!.refreshToken);
    });

    test.each(['the thief first', 'the owner first'])(
      'S-37 a stolen token ends the whole sign-in: %s',
      async (order) => {
        const signedIn = await open((await actors.person()).signIn);
        const thief = { address: '203.0.113.9', userAgent: 'thief' };
        const [one, two] = order === 'the thief first' ? [thief, client] : [client, thief];
        const next = await refresh(signedIn.refreshToken, one);
        await expect(refresh(signedIn.refreshToken, two)).rejects.toMatchObject(code('credential_refused'));
        await expect(refresh(next.refreshToken, one)).rejects.toMatchObject(code('credential_refused'));
        const [session] = await asOwner(`select end_reason from identity.session where id = $1`, [signedIn.sessionId]);
        const [news] = await asOwner(`select name from platform.outbox where payload->>'sessionId' = $1`, [
          signedIn.sessionId,
        ]);
        // The owner's role sees nothing behind the wall either: FORCE binds it too (S-43).
        expect(session).toBeUndefined();
        expect(news).toEqual({ name: 'identity.session_revoked' });
      },
    );

    test('S-37 no refresh token is stored: only its hash', async () => {
      const { refreshToken } = await open((await actors.person()).signIn);
      const stored = await app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.many(
              z.object({ n: z.coerce.number() }),
              `select count(*) as n from identity.refresh_token where token_hash = $1`,
              [createHash('sha256').update(refreshToken).digest()],
            ),
          ),
      );
      expect(stored).toEqual([{ n: 1 }]);
    });

    test('S-37 a new password ends every other sign-in at once', async () => {
      const { signIn } = await actors.person();
      const [here, elsewhere] = [await open(signIn), await open(signIn)];
      const me = await identify(here.accessToken);
      await identify(elsewhere.accessToken);
      await app.as(me, () => app.get(ChangePassword).own(me, goodPassword, 'eleven cows cross slowly'));
      await expect(identify(elsewhere.accessToken)).rejects.toMatchObject(code('credential_refused'));
      await expect(refresh(elsewhere.refreshToken)).rejects.toMatchObject(code('credential_refused'));
      expect((await identify(here.accessToken)).personId).toBe(here.personId);
      await expect(open(signIn)).rejects.toMatchObject(code('sign_in_refused'));
    });

    test('S-37 sign-ins are listed and ended; those of others are not there', async () => {
      const [mine, yours] = [await actors.person(), await actors.person()];
      const [one, two, other] = [await open(mine.signIn), await open(mine.signIn), await open(yours.signIn)];
      const me = await identify(one.accessToken);
      const list = () => app.as(me, () => app.get(EndSession).list());
      expect((await list()).map((each) => each.id).sort()).toEqual([one.sessionId, two.sessionId].sort());
      await app.as(me, () => app.get(EndSession).one(two.sessionId));
      await expect(identify(two.accessToken)).rejects.toMatchObject(code('credential_refused'));
      const foreign = app.as(me, () => app.get(EndSession).one(other.sessionId));
      await expect(foreign).rejects.toMatchObject({ code: 'session_not_found', status: 404 });
      await app.as(me, () => app.get(EndSession).all());
      await expect(identify(one.accessToken)).rejects.toMatchObject(code('credential_refused'));
    });
  });

  describe('second factor', () => {
    test('S-35 the app is enrolled by a code, each code counts once, a recovery code counts once', async () => {
      const { signIn } = await actors.person();
      const me = await identify((await open(signIn)).accessToken);
      const prove = app.get(ProveSecondFactor);
      const { secret } = await app.as(me, () => prove.begin(me));
      const first = totpCode(secret);
      const { recoveryCodes } = await app.as(me, () => prove.confirm(me, first));
      expect(recoveryCodes).toHaveLength(10);
      await expect(app.as(me, () => prove.prove(me, { code: first }))).rejects.toMatchObject(code('code_refused'));
      await app.as(me, () => prove.prove(me, { recoveryCode: recoveryCodes[0]! }));
      const again = app.as(me, () => prove.prove(me, { recoveryCode: recoveryCodes[0]! }));
      await expect(again).rejects.toMatchObject(code('code_refused'));
      await expect(app.as(me, () => prove.begin(me))).rejects.toMatchObject(code('second_factor_exists'));
    });

    test('S-35 an officer who gave only the password holds no rights of the office', async () => {
      const officer = await actors.districtOfficer(newId());
      const weak = await open(officer.signIn);
      expect(weak.secondFactor).toBe('needed');
      expect([...(await identify(weak.accessToken)).permissions]).not.toContain('district:review-sellers');
      expect([...(await officer.actor()).permissions]).toContain('district:review-sellers');
      await expect(open(officer.signIn, goodPassword, { secondFactor: '000000' })).rejects.toMatchObject(
        code('sign_in_refused'),
      );
    });
  });

  test('S-43 an unscoped query of a private table finds nothing, not even for the owner of the table', async () => {
    await actors.districtOfficer(newId());
    const tables = [
      'person',
      'credential',
      'session',
      'membership',
      'role_grant',
      'second_factor',
      'challenge',
      'guess',
    ];
    const count = z.object({ n: z.coerce.number() });
    for (const table of tables) {
      const sql = `select count(*) as n from identity.${table}`;
      expect([table, await app.get(ReadClient).many(count, sql)]).toEqual([table, [{ n: 0 }]]);
      expect([table, await asOwner(sql)]).toEqual([table, [{ n: '0' }]]);
      const all = await app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.maybe(count, sql)));
      expect([table, all!.n > 0]).toEqual([table, true]);
    }
  });
});
