import { UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor, newId, type Actor } from '#platform/kernel';
import { log } from '#platform/observability';
import { asOwner, boot, type Booted } from '#platform/testing';
import { z } from 'zod';
import {
  ChangeContact,
  CodeMessagesQuery,
  Delegate,
  DelegateLogQuery,
  ErasePerson,
  IdentifyCaller,
  IdentityModule,
  LookAs,
  ManageApiKeys,
  OpenSession,
  OwnCode,
  parseContact,
  PersonalDataQuery,
  PersonsQuery,
  ProveSecondFactor,
  PurgeStale,
  RegisterPerson,
} from '../src/index.js';
import {
  goodPassword,
  identityActors,
  inventedMobile,
  inventedOfficialMailbox,
  type SignedInPerson,
} from './builders/identity-actors.js';

describe('Keys, delegates and the end of an account', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
  });
  afterAll(() => app.close());

  const as = async <T>(who: SignedInPerson, work: (me: Actor) => Promise<T>): Promise<T> => {
    const actor = await who.actor();
    return app.as(actor, () => work(actor));
  };
  const code = (name: string) => expect.objectContaining({ code: name });
  const codeOf = (challengeId: string, who: SignedInPerson) => actors.codeFor(challengeId, who.signIn);
  const present = (credential: string, more: object = {}) =>
    app.asSystem(() =>
      app.get(IdentifyCaller).run({
        credential,
        organisationId: null,
        postId: null,
        delegationId: null,
        address: '10.0.0.7',
        isRead: true,
        ...more,
      }),
    );

  describe('API keys', () => {
    const maker = async () => {
      const who = await actors.makerOwner();
      await as(who, async (me) => {
        const { challengeId } = await app.get(ProveSecondFactor).askOwnCode(me);
        await app.get(ProveSecondFactor).proveOwnCode(me, challengeId, await codeOf(challengeId, who));
      });
      return who;
    };
    const wanted = { name: 'stock sync', scopes: ['maker:list'], addresses: [], lifetime_days: 90 };
    const make = (who: SignedInPerson, over: object = {}) =>
      as(who, () => app.get(ManageApiKeys).make({ ...wanted, ...over }));

    test('S-39 a key acts for its organisation with its scopes; only a hash is kept; use is noted', async () => {
      const who = await maker();
      const { key, keyId } = await make(who);
      expect(key).toMatch(/^odb_test_/);
      const actor = await present(key);
      expect(actor).toMatchObject({ kind: 'machine', organisationId: who.organisationId, personId: who.personId });
      expect([...actor.permissions]).toEqual(['maker:list']);
      const [listed] = await as(who, () => app.get(ManageApiKeys).list());
      expect(listed).toMatchObject({ id: keyId, scopes: ['maker:list'] });
      expect(listed!.last_used_at).not.toBeNull();
      const stored = await app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) => tx.many(z.object({ row: z.string() }), `select s::text as row from identity.api_key_secret s`)),
      );
      for (const { row } of stored) expect(row).not.toContain(key.slice(-64));
    });

    test('STD-1.11 two secrets are good during a rotation, not three; a revoked key is nobody at once', async () => {
      const who = await maker();
      const first = await make(who);
      const second = await as(who, () => app.get(ManageApiKeys).rotate(first.keyId));
      await present(first.key);
      await present(second.key);
      const third = await as(who, () => app.get(ManageApiKeys).rotate(first.keyId));
      await expect(present(first.key)).rejects.toEqual(code('credential_refused'));
      await present(second.key);
      await as(who, () => app.get(ManageApiKeys).revoke(first.keyId));
      await expect(present(third.key)).rejects.toEqual(code('credential_refused'));
    });

    test('S-39 whose key a colleague rotates, she gets the secret only of what she may do herself', async () => {
      const [admin, operator] = [await actors.platformAdmin(), await actors.platformOperator()];
      const { keyId, key } = await make(admin, { scopes: ['admin:audit'] });
      await expect(as(operator, () => app.get(ManageApiKeys).rotate(keyId))).rejects.toEqual(code('key_scope_unfit'));
      await present(key);
      await as(await actors.platformAdmin('Another'), () => app.get(ManageApiKeys).rotate(keyId));
    });

    test('S-39 a key is ended by who made it, or by a colleague who may do herself what it may', async () => {
      const [admin, operator] = [await actors.platformAdmin(), await actors.platformOperator()];
      const revoke = (who: SignedInPerson, keyId: string) => as(who, () => app.get(ManageApiKeys).revoke(keyId));
      const [one, another] = [
        await make(admin, { scopes: ['admin:audit'] }),
        await make(admin, { scopes: ['admin:audit'] }),
      ];
      await expect(revoke(operator, one.keyId)).rejects.toEqual(code('key_scope_unfit'));
      await present(one.key);
      await revoke(admin, one.keyId);
      await revoke(await actors.platformAdmin('A colleague'), another.keyId);
      for (const { key } of [one, another]) await expect(present(key)).rejects.toEqual(code('credential_refused'));
    });

    test('S-39 a key is refused from elsewhere, with another secret, for another kind of installation', async () => {
      const who = await maker();
      const { key } = await make(who, { addresses: ['10.0.0.7'] });
      await present(key);
      await expect(present(key, { address: '10.0.0.8' })).rejects.toEqual(code('credential_refused'));
      const other = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
      for (const bad of [other, key.replace('odb_test', 'odb_live'), 'odb_test_x_y'])
        await expect(present(bad)).rejects.toEqual(code('credential_refused'));
    });

    test.each([['maker:payouts'], ['gov:pay'], ['admin:users'], ['gov:monitor']])(
      'S-39 a key cannot carry %s',
      async (scope) => {
        await expect(make(await maker(), { scopes: [scope] })).rejects.toEqual(code('key_scope_unfit'));
      },
    );

    test('S-35 STD-8.2 a key is made only with a fresh second factor; those of others are not there', async () => {
      const [who, other] = [await actors.makerOwner(), await maker()];
      await expect(make(who)).rejects.toEqual(code('second_factor_needed'));
      const { keyId } = await make(other);
      const foreign = as(who, () => app.get(ManageApiKeys).revoke(keyId));
      await expect(foreign).rejects.toEqual(code('key_not_found'));
    });
  });

  describe('assisted mode', () => {
    const tomorrow = () => new Date(Date.now() + 86_400_000);
    const ask = (delegate: SignedInPerson, maker: SignedInPerson, over: object = {}) =>
      as(delegate, () =>
        app.get(Delegate).ask({
          maker: parseContact(maker.signIn)!,
          organisationId: null,
          kind: 'shg_leader',
          scope: ['maker:list', 'maker:payouts'],
          until: tomorrow(),
          ...over,
        }),
      );
    const given = async () => {
      const [maker, delegate] = [await actors.makerOwner('Savitri'), await actors.shopper('Lakshmi, leader')];
      const { delegationId, challengeId } = await ask(delegate, maker);
      const right = await codeOf(challengeId, maker);
      await as(delegate, () => app.get(Delegate).consent(delegationId, right));
      return { maker, delegate, delegationId };
    };
    const acting = (delegate: SignedInPerson, delegationId: string) => present(delegate.accessToken, { delegationId });

    test('R-0.8 with the maker’s own code a delegate acts for her, within the scope, and the log names both', async () => {
      const { maker, delegate, delegationId } = await given();
      const actor = await acting(delegate, delegationId);
      expect(actor).toMatchObject({
        personId: maker.personId,
        organisationId: maker.organisationId,
        delegateId: delegate.personId,
        secondFactorAt: null,
      });
      expect([...actor.permissions].sort()).toEqual(['maker:list', 'maker:payouts']);
      await app.as(actor, () =>
        app.get(UnitOfWork).run(async (tx) => {
          tx.audit({ action: 'listing.drafted', object: { kind: 'listing', id: newId() } });
        }),
      );
      const log = await as(maker, () => app.get(DelegateLogQuery).ofMine(10, null));
      expect(log[0]).toMatchObject({ by: 'Lakshmi, leader', did: 'listing.drafted' });
      expect(await as(delegate, () => app.get(DelegateLogQuery).ofMine(10, null))).toEqual([]);
    });

    test('R-0.8 before consent, for a stranger, and after the end there is no such delegation', async () => {
      const [maker, delegate, stranger] = [
        await actors.makerOwner(),
        await actors.shopper(),
        await actors.shopper('Stranger'),
      ];
      const { delegationId, challengeId } = await ask(delegate, maker);
      await expect(acting(delegate, delegationId)).rejects.toEqual(code('delegation_not_found'));
      const wrong = as(delegate, () => app.get(Delegate).consent(delegationId, '000000'));
      await expect(wrong).rejects.toEqual(code('code_refused'));
      const right = await codeOf(challengeId, maker);
      await as(delegate, () => app.get(Delegate).consent(delegationId, right));
      await expect(acting(stranger, delegationId)).rejects.toEqual(code('delegation_not_found'));
      await as(maker, () => app.get(Delegate).end(delegationId));
      await expect(acting(delegate, delegationId)).rejects.toEqual(code('delegation_not_found'));
      const again = as(maker, () => app.get(Delegate).end(delegationId));
      await expect(again).rejects.toEqual(code('delegation_not_found'));
    });

    test('R-0.8 refused: what cannot be handed over, too long a time, days gone by', async () => {
      const [maker, delegate] = [await actors.makerOwner(), await actors.shopper()];
      const year = new Date(Date.now() + 400 * 86_400_000);
      await expect(ask(delegate, maker, { scope: ['gov:pay'] })).rejects.toEqual(code('delegation_scope_unfit'));
      await expect(ask(delegate, maker, { until: year })).rejects.toEqual(code('delegation_too_long'));
      await expect(ask(delegate, maker, { until: new Date(0) })).rejects.toEqual(code('delegation_too_long'));
    });

    test('S-32 asking for somebody who is no maker is answered alike and comes to nothing', async () => {
      const [nobody, delegate] = [await actors.shopper(), await actors.shopper()];
      const { delegationId, challengeId } = await ask(delegate, nobody);
      await actors.codeFor(challengeId, nobody.signIn).catch(() => undefined);
      for (const guess of ['000000', '123456']) {
        const consent = as(delegate, () => app.get(Delegate).consent(delegationId, guess));
        await expect(consent).rejects.toEqual(code('code_refused'));
      }
    });

    test('S-35 an act about money needs the maker’s code for that act, once', async () => {
      const { maker, delegate, delegationId } = await given();
      const [account, other] = [newId(), newId()];
      const require = async (objectId: string) => {
        const actor = await acting(delegate, delegationId);
        return app.as(actor, () =>
          app.get(UnitOfWork).run((tx) => app.get(OwnCode).require(tx, 'payout_account', objectId)),
        );
      };
      await expect(require(account)).rejects.toEqual(code('own_code_needed'));
      const act = { act: 'payout_account', objectId: account, says: { ending: '4321' } } as const;
      const actor = await acting(delegate, delegationId);
      const { consentId, challengeId } = await app.as(actor, () =>
        app.get(UnitOfWork).run((tx) => app.get(OwnCode).ask(tx, act)),
      );
      expect(await app.asSystem(() => app.get(CodeMessagesQuery).of(challengeId))).toMatchObject({
        about: 'payout_account',
        facts: { ending: '4321' },
        to: maker.signIn,
      });
      const right = await codeOf(challengeId, maker);
      await as(delegate, () => app.get(OwnCode).give(consentId, right));
      await expect(require(other)).rejects.toEqual(code('own_code_needed'));
      await require(account);
      await expect(require(account)).rejects.toEqual(code('own_code_needed'));
      const herself = as(maker, () =>
        app.get(UnitOfWork).run((tx) => app.get(OwnCode).require(tx, 'payout_account', account)),
      );
      await expect(herself).resolves.toBeUndefined();
    });
  });

  test('S-45 staff look with a reason, read only, and the person sees it', async () => {
    const [admin, shopper] = [await actors.platformAdmin('Noor'), await actors.shopper()];
    const client = { address: '10.0.0.9', userAgent: 'desk' };
    const looked = await as(admin, () => app.get(LookAs).run(shopper.personId, 'cannot see the order', client));
    expect(await present(looked.accessToken)).toMatchObject({ personId: shopper.personId, delegateId: admin.personId });
    await expect(present(looked.accessToken, { isRead: false })).rejects.toEqual(code('staff_reads_only'));
    const own = as(admin, () => app.get(LookAs).run(admin.personId, 'curious', client));
    await expect(own).rejects.toEqual(code('second_person_needed'));
  });

  describe('the end of an account', () => {
    test('S-66 erased, nothing of the person opens; the rows and the books stay', async () => {
      const shopper = await actors.shopper('Zubaida Begum');
      const data = await as(shopper, () => app.get(PersonalDataQuery).ofMine());
      expect(data).toMatchObject({ name: 'Zubaida Begum', mobile: shopper.signIn, signIns: [{ client: 'test' }] });
      await app.asSystem(() => app.get(ErasePerson).run(shopper.personId));
      await expect(shopper.actor()).rejects.toEqual(code('credential_refused'));
      expect(await app.asSystem(() => app.get(PersonsQuery).contactOf(shopper.personId))).toBeNull();
      const [key] = await asOwner(`select wrapped from platform.subject_key where subject_id = $1`, [shopper.personId]);
      expect(key).toEqual({ wrapped: null });
      const again = await actors.person({ signIn: shopper.signIn, name: 'Another' });
      expect(again.personId).not.toBe(shopper.personId);
    });

    test('S-66 asked for, it waits 48 hours and can be taken back; the clock does the rest', async () => {
      const [stays, goes] = [await actors.shopper(), await actors.shopper()];
      for (const who of [stays, goes]) await as(who, (me) => app.get(ErasePerson).ask(me));
      await as(stays, (me) => app.get(ErasePerson).withdraw(me));
      const due = () => app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(ErasePerson).due(tx, 100)));
      expect(await due()).not.toContain(goes.personId);
      await app.asSystem(() => app.get(ErasePerson).settle(goes.personId));
      expect((await goes.actor()).personId).toBe(goes.personId);
      await app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.run(`update identity.erasure_request set due_at = $1 where person_id = any($2) and done_at is null`, [
              tx.now,
              [stays.personId, goes.personId],
            ]),
          ),
      );
      const isDue = await due();
      expect(isDue).toContain(goes.personId);
      expect(isDue).not.toContain(stays.personId);
      await app.asSystem(() => app.get(ErasePerson).settle(goes.personId));
      await expect(goes.actor()).rejects.toEqual(code('credential_refused'));
      expect((await stays.actor()).personId).toBe(stays.personId);
    });

    test('S-66 asked twice, the answer is the day that holds', async () => {
      const shopper = await actors.shopper();
      const first = await as(shopper, (me) => app.get(ErasePerson).ask(me));
      expect(await as(shopper, (me) => app.get(ErasePerson).ask(me))).toEqual(first);
    });

    test('S-66 who holds an office or a shop hands it over first', async () => {
      const maker = await actors.makerOwner();
      await expect(as(maker, (me) => app.get(ErasePerson).ask(me))).rejects.toEqual(
        expect.objectContaining({ code: 'erasure_hindered', facts: { roles: ['maker_owner'] } }),
      );
    });

    test('S-66 registrations nobody finished go after a day, with their key', async () => {
      const contact = parseContact(inventedMobile())!;
      const asked = await app.asSystem(() =>
        app.get(RegisterPerson).ask({ name: 'Never Came', contact, language: 'en', notice: 'n' }),
      );
      const inSystem = (sql: string) =>
        app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.run(sql, [asked.registrationId])));
      await inSystem(`update identity.registration set asked_at = asked_at - interval '25 hours' where id = $1`);
      expect(await app.asSystem(() => app.get(PurgeStale).run())).toBeGreaterThan(0);
      expect(await inSystem(`select 1 from identity.registration where id = $1`)).toBe(0);
    });
  });

  test('R-2.4 an officer adds an official mailbox, and signs in with it', async () => {
    const who = await actors.shopper();
    const mailbox = inventedOfficialMailbox();
    const ask = await as(who, (me) => app.get(ChangeContact).ask(me, parseContact(mailbox)!));
    const right = await actors.codeFor(ask.challengeId, mailbox);
    await as(who, (me) => app.get(ChangeContact).verify(me, ask.challengeId, right));
    const client = { address: null, userAgent: 'test' };
    const session = await app.asSystem(() =>
      app.get(OpenSession).withPassword({ contact: parseContact(mailbox), password: goodPassword, client }),
    );
    expect(session.personId).toBe(who.personId);
  });

  test('S-34 STD-8.2 an own code opens acts that need a fresh one; who has an app uses the app', async () => {
    const officer = await actors.districtOfficer(newId());
    await expect(as(officer, (me) => app.get(ProveSecondFactor).askOwnCode(me))).rejects.toEqual(
      code('second_factor_exists'),
    );
    const shopper = await actors.shopper();
    const before = await shopper.actor();
    expect(() => assertFreshSecondFactor(before, new Date())).toThrow(code('second_factor_needed'));
    await as(shopper, async (me) => {
      const { challengeId } = await app.get(ProveSecondFactor).askOwnCode(me);
      await app.get(ProveSecondFactor).proveOwnCode(me, challengeId, await codeOf(challengeId, shopper));
    });
    const after = await shopper.actor();
    expect(() => assertFreshSecondFactor(after, new Date())).not.toThrow();
    const later = new Date(Date.now() + 11 * 60_000);
    expect(() => assertFreshSecondFactor(after, later)).toThrow(code('second_factor_needed'));
  });

  test('S-70 security events are ids and reasons: no name, address, password, code or token', async () => {
    const lines: string[] = [];
    const spy = jest
      .spyOn(log, 'info')
      .mockImplementation((...parts: unknown[]) => void lines.push(JSON.stringify(parts)));
    const shopper = await actors.shopper('Zarina\nsecurity sign_in');
    const client = { address: null, userAgent: 'test' };
    const wrong = app.asSystem(() =>
      app.get(OpenSession).withPassword({ contact: parseContact(shopper.signIn), password: 'wrong guess 77', client }),
    );
    await expect(wrong).rejects.toEqual(code('sign_in_refused'));
    await expect(present('odb_test_nothing')).rejects.toEqual(code('credential_refused'));
    spy.mockRestore();
    const events = lines.filter((line) => line.includes('"security"'));
    expect(events.map((line) => (JSON.parse(line) as [{ security: string }])[0].security)).toEqual(
      expect.arrayContaining(['registered', 'sign_in', 'sign_in_refused', 'key_refused']),
    );
    for (const secret of ['Zarina', shopper.signIn.slice(3), goodPassword, 'wrong guess', shopper.accessToken])
      expect(events.join('\n')).not.toContain(secret);
  });
});
