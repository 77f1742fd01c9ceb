import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { boot, type Booted } from '#platform/testing';
import {
  AssertSeparation,
  CreateOrganisation,
  EndRole,
  GrantRole,
  IdentityModule,
  ManageOffices,
  type NewOrganisation,
  OrganisationsQuery,
  parseContact,
  platformOrganisationId,
  RegisterBuyerOrganisation,
  SuspendPerson,
  TransferCharge,
  VerifyBuyerOrganisation,
} from '../src/index.js';
import { identityActors, inventedOfficialMailbox, type SignedInPerson } from './builders/identity-actors.js';

describe('Officers', () => {
  let app: Booted;
  let actors: ReturnType<typeof identityActors>;
  let departmentId: string;
  let government: Awaited<ReturnType<ReturnType<typeof identityActors>['government']>>;
  let admin: SignedInPerson;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
    actors = identityActors(app);
    government = await actors.government();
    admin = await actors.platformAdmin();
    departmentId = await app.asSystem(async () => {
      const make = app.get(CreateOrganisation);
      const ministry = await make.run({ kind: 'buyer_ministry', name: 'Ministry', buyerClass: 'STATE:BR' });
      return make.run({ kind: 'buyer_department', name: 'Department', parentId: ministry });
    });
  }, 60_000);
  afterAll(() => app.close());

  const as = async <T>(who: SignedInPerson, work: () => Promise<T>): Promise<T> => app.as(await who.actor(), work);
  const officer = async (name: string) =>
    actors.signIn(await actors.person({ name, signIn: inventedOfficialMailbox(), secondFactor: true }), null);
  const code = (name: string) => expect.objectContaining({ code: name });

  describe('a buying organisation comes in', () => {
    const wanted = (verifier: SignedInPerson) => ({
      departmentId,
      name: 'Directorate of Libraries',
      buyerClass: null,
      stateCode: 'IN-BR',
      districtId: null,
      post: { title: 'Director', rank: 'deputy_secretary' as const },
      verifier: parseContact(verifier.signIn)!,
    });

    test('R-2.4 registered by its head, verified once by another officer; before that nothing counts', async () => {
      const [head, verifier] = [await officer('Head'), await officer('Verifier')];
      const made = await as(head, () => app.get(RegisterBuyerOrganisation).run(wanted(verifier)));
      expect((await head.actor()).permissions.has('gov:manage-users')).toBe(false);
      const waiting = await as(verifier, () => app.get(VerifyBuyerOrganisation).waiting());
      expect(waiting).toEqual([
        expect.objectContaining({ registrationId: made.registrationId, primaryUser: 'Head', rank: 'deputy_secretary' }),
      ]);
      await as(verifier, () => app.get(VerifyBuyerOrganisation).approve(made.registrationId, 'director'));
      const after = await head.actor();
      expect(after).toMatchObject({ organisationId: made.organisationId });
      expect(after.permissions.has('gov:manage-users')).toBe(true);
      expect(after.postId).not.toBeNull();
      expect(await app.get(OrganisationsQuery).buyerClassOf(made.organisationId)).toBe('STATE:BR');
      const again = as(verifier, () => app.get(VerifyBuyerOrganisation).approve(made.registrationId, 'director'));
      await expect(again).rejects.toEqual(code('registration_not_found'));
    });

    test('R-2.4 somebody else than the named officer sees and verifies nothing; a rejected one stays out', async () => {
      const [head, verifier, stranger] = [await officer('Head'), await officer('Verifier'), await officer('Stranger')];
      const { registrationId } = await as(head, () => app.get(RegisterBuyerOrganisation).run(wanted(verifier)));
      const verify = app.get(VerifyBuyerOrganisation);
      expect(await as(stranger, () => verify.waiting())).toEqual([]);
      // Who looks waits for nobody: a colleague's decision may hold the rows meanwhile.
      let release!: () => void;
      const released = new Promise<void>((resolve) => (release = resolve));
      let deciding!: Promise<void>;
      await new Promise<void>((begun) => {
        deciding = app.asSystem(() =>
          app.get(UnitOfWork).run(async (tx) => {
            const held = await tx.run(
              `select r.id from identity.buyer_registration r join identity.post p on p.id = r.post_id
                where r.id = $1 for update of r, p`,
              [registrationId],
            );
            expect(held).toBe(1);
            begun();
            await released;
          }),
        );
      });
      expect(await as(verifier, () => verify.waiting())).toMatchObject([{ registrationId }]);
      release();
      await deciding;
      const tries = [stranger, head].map((who) => as(who, () => verify.approve(registrationId, 'director')));
      for (const attempt of tries) await expect(attempt).rejects.toEqual(code('registration_not_found'));
      await as(verifier, () => verify.reject(registrationId, 'not known here'));
      expect((await head.actor()).permissions.has('gov:manage-users')).toBe(false);
    });

    test('R-2.2 R-2.4 refused: a private mailbox, oneself as verifier, a rank too low or too far', async () => {
      const [head, verifier] = [await officer('Head'), await officer('Verifier')];
      const register = (who: SignedInPerson, over: object = {}) =>
        as(who, () => app.get(RegisterBuyerOrganisation).run({ ...wanted(verifier), ...over }));
      const private_ = await actors.signIn(await actors.person({ secondFactor: true }), null);
      await expect(register(private_)).rejects.toEqual(code('official_mailbox_needed'));
      const self = { verifier: parseContact(head.signIn)! };
      await expect(register(head, self)).rejects.toEqual(code('verifier_does_not_fit'));
      const mobile = { verifier: parseContact('9000000009')! };
      await expect(register(head, mobile)).rejects.toEqual(code('verifier_does_not_fit'));
      const low = { post: { title: 'SO', rank: 'section_officer' } };
      await expect(register(head, low)).rejects.toEqual(code('rank_too_low'));
      const { registrationId } = await register(head);
      const far = as(verifier, () => app.get(VerifyBuyerOrganisation).approve(registrationId, 'secretary'));
      await expect(far).rejects.toEqual(code('ranks_too_far'));
    });
  });

  describe('roles', () => {
    const grant = (
      by: SignedInPerson,
      personId: string,
      role: 'gov_pao' | 'gov_buyer' | 'gov_consignee' | 'platform_admin',
      organisationId = government.organisationId,
    ) => as(by, () => app.get(GrantRole).run({ personId, organisationId, role }));

    test('R-2.3 enforced on grant: in the organisation and in its offices alike', async () => {
      const { hod, buyer, officeId } = government;
      await grant(hod, buyer.personId, 'gov_consignee');
      await expect(grant(hod, buyer.personId, 'gov_pao')).rejects.toEqual(code('duties_not_separate'));
      await expect(grant(hod, buyer.personId, 'gov_pao', officeId)).rejects.toEqual(code('duties_not_separate'));
      await expect(grant(hod, buyer.personId, 'gov_consignee')).rejects.toEqual(code('role_held_already'));
    });

    test('R-2.3 of twenty parallel grants that exclude each other, never both', async () => {
      const { hod, organisationId } = government;
      const { personId } = await officer('Fresh');
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => grant(hod, personId, i % 2 ? 'gov_pao' : 'gov_buyer')),
      );
      expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      expect(organisationId).toBeTruthy();
    });

    test('R-2.2 nobody gives roles in another house, to themselves, or without the right', async () => {
      const { hod, buyer } = government;
      const other = await app.asSystem(() =>
        app.get(CreateOrganisation).run({ kind: 'buyer_organisation', name: 'Other', parentId: departmentId }),
      );
      const { personId } = await officer('Somebody');
      await expect(grant(hod, personId, 'gov_buyer', other)).rejects.toEqual(code('may_not_grant'));
      await expect(grant(hod, hod.personId, 'gov_buyer')).rejects.toEqual(code('second_person_needed'));
      await expect(grant(buyer, personId, 'gov_buyer')).rejects.toEqual(code('may_not_grant'));
      await expect(grant(admin, personId, 'gov_buyer')).rejects.toEqual(code('may_not_grant'));
    });

    test('S-28 a role of the platform counts after a second administrator, not the first, said yes', async () => {
      const second = await actors.platformAdmin('Second');
      const newcomer = await officer('Newcomer');
      const { grantId, state } = await grant(admin, newcomer.personId, 'platform_admin', platformOrganisationId);
      expect(state).toBe('proposed');
      expect((await newcomer.actor()).permissions.has('admin:users')).toBe(false);
      const own = as(admin, () => app.get(EndRole).confirm(grantId));
      await expect(own).rejects.toEqual(code('second_person_needed'));
      await as(second, () => app.get(EndRole).confirm(grantId));
      expect((await newcomer.actor()).permissions.has('admin:users')).toBe(true);
      await as(second, () => app.get(EndRole).run(grantId, 'only for a day'));
      expect((await newcomer.actor()).permissions.has('admin:users')).toBe(false);
    });

    test('S-28 a proposed role is not confirmed for somebody who was suspended meanwhile', async () => {
      const second = await actors.platformAdmin('Second for the suspended');
      const newcomer = await officer('Suspended Newcomer');
      const { grantId } = await grant(admin, newcomer.personId, 'platform_admin', platformOrganisationId);
      await as(second, () => app.get(SuspendPerson).suspend(newcomer.personId, 'an inquiry'));
      const confirmed = as(second, () => app.get(EndRole).confirm(grantId));
      await expect(confirmed).rejects.toEqual(code('person_not_found'));
    });
  });

  test.each([
    ['buyer_ministry', null, true],
    ['buyer_department', 'buyer_ministry', true],
    ['buyer_organisation', 'buyer_department', true],
    ['buyer_office', 'buyer_organisation', true],
    ['buyer_office', 'buyer_department', false],
    ['buyer_department', null, false],
    ['seller', 'buyer_ministry', false],
    ['platform', null, true],
  ] as const)('R-2.1 a %s under %s: %s', async (kind, parent, fits) => {
    const id: Record<string, string> = {
      buyer_department: departmentId,
      buyer_organisation: government.organisationId,
    };
    const make = (wanted: NewOrganisation) => app.asSystem(() => app.get(CreateOrganisation).run(wanted));
    id['buyer_ministry'] = await make({ kind: 'buyer_ministry', name: 'Another' });
    const attempt = make({ kind, name: 'Here', parentId: parent && id[parent] });
    if (fits) await expect(attempt).resolves.toEqual(expect.any(String));
    else await expect(attempt).rejects.toEqual(code('parent_does_not_fit'));
  });

  describe('acts', () => {
    const act = (who: SignedInPerson, name: 'approve_demand' | 'pay_bill', earlier: string) =>
      as(who, () =>
        app
          .get(UnitOfWork)
          .run((tx) => app.get(AssertSeparation).inside(tx, name, [{ act: 'raise_demand', personId: earlier }])),
      );

    test('R-2.3 S-28 who raised a demand neither approves nor pays; somebody else does', async () => {
      const { hod, pao, buyer } = government;
      await act(hod, 'approve_demand', buyer.personId);
      await act(pao, 'pay_bill', buyer.personId);
      await expect(act(hod, 'approve_demand', hod.personId)).rejects.toEqual(code('acts_not_separate'));
      await expect(act(pao, 'pay_bill', pao.personId)).rejects.toEqual(code('acts_not_separate'));
    });
  });

  describe('posts', () => {
    const setUp = async () => {
      const { hod, organisationId } = government;
      const [one, two] = [await officer('First Holder'), await officer('Second Holder')];
      const postId = await as(hod, () =>
        app
          .get(ManageOffices)
          .openPost({ organisationId, title: 'Section Officer (Stores)', rank: 'section_officer', division: null }),
      );
      const appoint = (who: SignedInPerson, roles: ('gov_buyer' | 'gov_pao')[]) =>
        as(hod, () => app.get(TransferCharge).appoint(postId, parseContact(who.signIn)!, roles));
      const transfer = (who: SignedInPerson | null) =>
        as(hod, () => app.get(TransferCharge).run(postId, who && parseContact(who.signIn), 'promoted'));
      return { hod, organisationId, one, two, postId, appoint, transfer };
    };

    test('R-2.4 the charge of a post passes with its roles: the successor acts from it, the predecessor no more', async () => {
      const { one, two, postId, appoint, transfer, hod } = await setUp();
      await appoint(one, ['gov_buyer']);
      expect(await one.actor()).toMatchObject({ postId });
      expect((await one.actor()).permissions.has('gov:order')).toBe(true);
      await expect(appoint(two, ['gov_buyer'])).rejects.toEqual(code('post_is_held'));
      await transfer(two);
      expect((await one.actor()).permissions.has('gov:order')).toBe(false);
      expect(await two.actor()).toMatchObject({ postId });
      const posts = await as(hod, () => app.get(ManageOffices).list());
      expect(posts.find((post) => post.postId === postId)).toMatchObject({
        holder: { personId: two.personId, name: 'Second Holder' },
        roles: [{ role: 'gov_buyer' }],
      });
      await transfer(null);
      expect((await two.actor()).permissions.has('gov:order')).toBe(false);
      await expect(transfer(one)).rejects.toEqual(code('post_is_vacant'));
    });

    test('R-2.3 a successor who may not hold the roles does not get the post, and the holder keeps it', async () => {
      const { one, appoint, transfer } = await setUp();
      await appoint(one, ['gov_buyer']);
      await expect(transfer(government.pao)).rejects.toEqual(code('duties_not_separate'));
      expect((await one.actor()).permissions.has('gov:order')).toBe(true);
    });

    test('S-42 a post of another house is not there', async () => {
      const foreign = as(government.hod, () => app.get(TransferCharge).run(newId(), null, 'no such post'));
      await expect(foreign).rejects.toEqual(code('post_not_found'));
    });
  });

  test('I-14 S-37 a suspended person is out at once and stays out until reinstated', async () => {
    const shopper = await actors.shopper();
    await as(admin, () => app.get(SuspendPerson).suspend(shopper.personId, 'reported by the bank'));
    await expect(shopper.actor()).rejects.toEqual(code('credential_refused'));
    await expect(actors.signIn({ ...shopper }, null)).rejects.toEqual(code('sign_in_refused'));
    const own = as(admin, () => app.get(SuspendPerson).suspend(admin.personId, 'by mistake'));
    await expect(own).rejects.toEqual(code('second_person_needed'));
    await as(admin, () => app.get(SuspendPerson).reinstate(shopper.personId, 'cleared'));
    expect((await actors.signIn({ ...shopper }, null)).personId).toBe(shopper.personId);
    await expect(shopper.actor()).rejects.toEqual(code('credential_refused'));
  });
});
