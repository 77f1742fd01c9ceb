import { newId, type Actor } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import {
  AskCode,
  ChangeContact,
  EndRole,
  GrantRole,
  IdentityModule,
  LookAs,
  ManageApiKeys,
  ManageOffices,
  OpenSession,
  parseContact,
  ProveSecondFactor,
  RefreshSession,
  RegisterPerson,
  SuspendPerson,
} from '../src/index.js';
import { goodPassword, identityActors, inventedMobile, type SignedInPerson } from './builders/identity-actors.js';

const client = { address: '10.0.0.1', userAgent: 'Firefox' };

/** What each verb says no to, when there is nobody or nothing there, or it does not fit. */
describe('Refusals', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  let admin: SignedInPerson;
  let house: Awaited<ReturnType<ReturnType<typeof identityActors>['government']>>;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
    [admin, house] = [await actors.platformAdmin(), await actors.government()];
  }, 60_000);
  afterAll(() => app.close());

  const as = async <T>(who: SignedInPerson, work: (me: Actor) => Promise<T>): Promise<T> => {
    const actor = await who.actor();
    return app.as(actor, () => work(actor));
  };
  const says = (code: string, status: number) => expect.objectContaining({ code, status });

  test('S-42 a person nobody knows: person_not_found', async () => {
    const nobody = newId();
    const tries = [
      () => as(admin, () => app.get(SuspendPerson).suspend(nobody, 'reported')),
      () => as(admin, () => app.get(LookAs).run(nobody, 'asked at the desk', client)),
      () =>
        as(house.hod, () =>
          app.get(GrantRole).run({ personId: nobody, organisationId: house.organisationId, role: 'gov_buyer' }),
        ),
    ];
    for (const each of tries) await expect(each()).rejects.toEqual(says('person_not_found', 404));
  });

  test('S-45 nobody is suspended twice or let in who was never out: person_state_unfit', async () => {
    const { personId } = await actors.person();
    const change = app.get(SuspendPerson);
    const unfit = says('person_state_unfit', 409);
    await expect(as(admin, () => change.reinstate(personId, 'by mistake'))).rejects.toEqual(unfit);
    await as(admin, () => change.suspend(personId, 'reported'));
    await expect(as(admin, () => change.suspend(personId, 'again'))).rejects.toEqual(unfit);
  });

  test('S-42 a house that is not there, or not one’s own: organisation_not_found', async () => {
    const post = {
      organisationId: newId(),
      title: 'Section Officer',
      rank: 'section_officer' as const,
      division: null,
    };
    const away = says('organisation_not_found', 404);
    await expect(as(house.hod, () => app.get(ManageOffices).openPost(post))).rejects.toEqual(away);
    const { personId } = await actors.person();
    const wanted = { personId, organisationId: newId(), role: 'platform_operator' as const };
    await expect(as(admin, () => app.get(GrantRole).run(wanted))).rejects.toEqual(away);
    const shopper = await actors.shopper();
    await as(shopper, async (me) => {
      const { challengeId } = await app.get(ProveSecondFactor).askOwnCode(me);
      await app.get(ProveSecondFactor).proveOwnCode(me, challengeId, await actors.codeFor(challengeId, shopper.signIn));
    });
    const key = { name: 'mine', scopes: ['maker:list'], addresses: [], lifetime_days: 30 };
    await expect(as(shopper, () => app.get(ManageApiKeys).make(key))).rejects.toEqual(away);
  });

  test('R-2.2 a role that is not held in that kind of house: role_does_not_fit', async () => {
    const { personId } = await actors.person();
    const wanted = { personId, organisationId: house.organisationId, role: 'platform_operator' as const };
    await expect(as(admin, () => app.get(GrantRole).run(wanted))).rejects.toEqual(says('role_does_not_fit', 422));
  });

  test('S-42 a grant that is not there or has ended: grant_not_found', async () => {
    const away = says('grant_not_found', 404);
    const role = { organisationId: house.organisationId, role: 'gov_consignee' as const };
    const { personId } = await actors.person();
    const { grantId } = await as(house.hod, () => app.get(GrantRole).run({ personId, ...role }));
    const end = (id: string) => as(house.hod, () => app.get(EndRole).run(id, 'moved'));
    await end(grantId);
    for (const id of [grantId, newId()]) await expect(end(id)).rejects.toEqual(away);
    await expect(as(admin, () => app.get(EndRole).confirm(grantId))).rejects.toEqual(away);
  });

  test('S-32 an address somebody else proved meanwhile is not taken over: contact_taken', async () => {
    const wanted = parseContact(inventedMobile())!;
    const slow = await actors.shopper('Slow');
    const asked = await as(slow, (me) => app.get(ChangeContact).ask(me, wanted));
    const right = await actors.codeFor(asked.challengeId, wanted.value);
    await actors.person({ signIn: wanted.value });
    const late = as(slow, (me) => app.get(ChangeContact).verify(me, asked.challengeId, right));
    await expect(late).rejects.toEqual(says('contact_taken', 422));
  });

  test('S-34 an address she has already is confirmed by a code, and stays', async () => {
    const hers = await actors.shopper('Hers');
    const contact = parseContact(hers.signIn)!;
    const { challengeId } = await as(hers, (me) => app.get(ChangeContact).ask(me, contact));
    const code = await actors.codeFor(challengeId, contact.value);
    await as(hers, (me) => app.get(ChangeContact).verify(me, challengeId, code));
    const news = await asOwner<{ name: string; kind: string }>(
      `select name, payload->>'kind' as kind from platform.outbox
        where payload->>'personId' = $1 and name like 'identity.contact_%'`,
      [hers.personId],
    );
    expect(news).toEqual([{ name: 'identity.contact_confirmed', kind: 'mobile' }]);
  });

  test('S-35 who has no app proves none and removes none: second_factor_absent', async () => {
    const shopper = await actors.shopper();
    const absent = says('second_factor_absent', 409);
    await expect(as(shopper, (me) => app.get(ProveSecondFactor).prove(me, { code: '123456' }))).rejects.toEqual(absent);
    await as(shopper, async (me) => {
      const { challengeId } = await app.get(ProveSecondFactor).askOwnCode(me);
      await app.get(ProveSecondFactor).proveOwnCode(me, challengeId, await actors.codeFor(challengeId, shopper.signIn));
    });
    await expect(as(shopper, (me) => app.get(ProveSecondFactor).remove(me))).rejects.toEqual(absent);
  });

  describe('races and borrowed proofs', () => {
    const open = (who: { signIn: string }) =>
      app.asSystem(() =>
        app.get(OpenSession).withPassword({ contact: parseContact(who.signIn), password: goodPassword, client }),
      );

    test('S-37 owner and thief refresh at the same moment: one gets a successor, and it is dead at once', async () => {
      for (let round = 0; round < 5; round++) {
        const { refreshToken } = await open(await actors.person());
        const thief = { address: '203.0.113.9', userAgent: 'thief' };
        const refresh = (token: string, from: typeof client) =>
          app.asSystem(() => app.get(RefreshSession).run(token, from));
        const both = await Promise.allSettled([refresh(refreshToken, client), refresh(refreshToken, thief)]);
        const won = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
        expect(won).toHaveLength(1);
        for (const from of [client, thief])
          await expect(refresh(won[0]!.refreshToken, from)).rejects.toEqual(says('credential_refused', 401));
      }
    });

    test('S-34 a code asked for in one sign-in proves nothing in another', async () => {
      const shopper = await actors.shopper();
      const elsewhere = await actors.signIn(shopper, null);
      const { challengeId } = await as(shopper, (me) => app.get(ProveSecondFactor).askOwnCode(me));
      const right = await actors.codeFor(challengeId, shopper.signIn);
      const prove = (who: SignedInPerson) =>
        as(who, (me) => app.get(ProveSecondFactor).proveOwnCode(me, challengeId, right));
      await expect(prove(elsewhere)).rejects.toEqual(says('code_refused', 422));
      await prove(shopper);
      await expect(prove(shopper)).rejects.toEqual(says('code_refused', 422));
    });

    test('S-34 SMS is never the only factor of an officer: a code signs in without the rights of the office', async () => {
      const officer = await actors.districtOfficer(newId());
      const { challengeId } = await app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(officer.signIn)!));
      const right = await actors.codeFor(challengeId, officer.signIn);
      const signedIn = await app.asSystem(() => app.get(OpenSession).withCode({ challengeId, code: right, client }));
      expect(signedIn.secondFactor).toBe('needed');
      const weak = {
        ...officer,
        ...signedIn,
        actor: () => actors.callerOf(signedIn.accessToken, officer.organisationId),
      };
      const me = await weak.actor();
      expect(me.permissions.has('district:review-sellers')).toBe(false);
      expect(me.lockedPermissions?.has('district:review-sellers')).toBe(true);
      await expect(as(weak, (each) => app.get(ProveSecondFactor).askOwnCode(each))).rejects.toEqual(
        says('second_factor_exists', 409),
      );
    });
  });

  test('S-34 one number gets twenty codes a day, known or not', async () => {
    const name = inventedMobile();
    const contact = parseContact(name)!;
    const ask = () =>
      app.asSystem(() => app.get(RegisterPerson).ask({ name: 'Pump', contact, language: 'en', notice: 'n' }));
    const earlier = () => actors.inDatabase(`update identity.challenge set made_at = made_at - interval '16 minutes'`);
    for (let i = 0; i < 20; i++) {
      await ask();
      await earlier();
    }
    await expect(ask()).rejects.toEqual(says('too_many_codes', 429));
  });
});
