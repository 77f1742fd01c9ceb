import { CodeMessagesQuery, SpeakLanguage } from '#identity';
import { UnitOfWork } from '#platform/database';
import { personActor } from '#platform/testing';
import { newId } from '#platform/kernel';
import { inventedMobile, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import type { Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

type Headers = Record<string, string>;

describe('The team of a shop', () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const get = (headers: Headers, path: string) => shop.api.get(path).set(headers);
  const post = (headers: Headers, path: string, body: object = {}) =>
    shop.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);

  /** A verified shop whose owner can prove a second factor. */
  async function ownerOf(): Promise<{ shopId: string; owner: Headers; ownerId: string }> {
    const who = await shop.people.person({ name: 'Meena Devi', secondFactor: true });
    const { sellerId } = await shop.goods.make.verified({ applicant: personActor({ personId: who.personId }) });
    const { headers } = await shop.people.signIn(who, sellerId);
    return { shopId: sellerId, owner: headers, ownerId: who.personId };
  }
  const invites = (owner: Headers, to: string, role: string) =>
    post(owner, '/v1/seller/team/invitations', { to, role });
  const invitationOf = async (who: SignedInPerson, role: string): Promise<string> => {
    const { body } = await get(who.headers, '/v1/auth/invitations').expect(200);
    return (body.items as { id: string; role: string }[]).find((one) => one.role === role)!.id;
  };
  /** Acting for the shop from now on. */
  const at = (who: SignedInPerson, shopId: string): Headers => ({ ...who.headers, 'odop-organisation': shopId });
  async function joins(owner: Headers, role: string, who?: SignedInPerson): Promise<SignedInPerson> {
    const person = who ?? (await shop.people.shopper('Kamala Test'));
    await invites(owner, person.signIn, role).expect(200);
    await post(person.headers, `/v1/auth/invitations/${await invitationOf(person, role)}/acceptance`).expect(204);
    return person;
  }

  test('S-34 S-32 who has no account is sent one message in the language of who invites, at most five a day', async () => {
    const [one, two] = [await ownerOf(), await ownerOf()];
    const stranger = inventedMobile();
    const { booted } = shop;
    const speaks = (ownerId: string, tag: string) =>
      booted.asSystem(() => booted.get(UnitOfWork).run((tx) => booted.get(SpeakLanguage).inside(tx, ownerId, [tag])));
    const messageFor = async (shopId: string, role: string) => {
      const { id } = await shop.hands.sees<{ id: string }>(
        `select id from identity.challenge where purpose = 'team_invitation' and person_id = $1 and says like $2`,
        [shopId, `%${role}%`],
      );
      return booted.asSystem(() => booted.get(CodeMessagesQuery).of(id));
    };
    for (const [tag, role] of [
      ['en', 'maker_packer'],
      ['hi', 'maker_manager'],
    ] as const) {
      await speaks(one.ownerId, tag);
      await invites(one.owner, stranger, role).expect(200);
      const about = { about: 'team_invitation', to: `+91${stranger}`, language: tag, channel: 'sms' };
      expect(await messageFor(one.shopId, role)).toMatchObject({ ...about, facts: { role } });
    }
    // Who has an account is told by the ordinary way; the answer is the same.
    const known = await shop.people.shopper('Kamala Test');
    const asked = await invites(two.owner, known.signIn, 'maker_accounts').expect(200);
    await expect(messageFor(two.shopId, 'maker_accounts')).rejects.toThrow('there is a row');
    for (const role of ['maker_packer', 'maker_manager', 'maker_accounts'])
      await invites(two.owner, stranger, role).expect(200);
    const { body } = await get(two.owner, '/v1/seller/team').expect(200);
    expect(Object.keys(body.invitations[0])).toEqual(Object.keys(asked.body.invitations[0]));
    const sixth = await invites(one.owner, stranger, 'maker_accounts');
    expect(sixth.body).toMatchObject({ status: 429, code: 'too_many_invitations' });
    // None of them counts against the codes she needs to open an account.
    const asks = { name: 'Gita Test', signIn: stranger, language: 'hi', notice: '2026-11' };
    await shop.api.post('/v1/auth/registrations').set('idempotency-key', newId()).send(asks).expect(202);
  });

  test('R-2.3 she invites a packer by her mobile, who accepts, packs, and sees no money', async () => {
    const { shopId, owner } = await ownerOf();
    const packer = await shop.people.shopper('Kamala Test');
    expect((await invites(owner, packer.signIn, 'maker_packer').expect(200)).body.invitations).toHaveLength(1);
    await shop.hands.does({ name: 'identity.member_invited' }, { organisationId: shopId });
    expect((await invites(owner, packer.signIn, 'maker_packer')).body).toMatchObject({ code: 'invitation_open' });
    const id = await invitationOf(packer, 'maker_packer');
    const other = await shop.people.shopper('Farah Test');
    expect((await post(other.headers, `/v1/auth/invitations/${id}/acceptance`)).body).toMatchObject({
      code: 'invitation_not_found',
      status: 404,
    });
    expect((await get(at(packer, shopId), '/v1/seller/orders')).status).toBe(403);
    const twice = await Promise.all([1, 2].map(() => post(packer.headers, `/v1/auth/invitations/${id}/acceptance`)));
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([204, 404]));
    await get(at(packer, shopId), '/v1/seller/orders').expect(200);
    for (const path of ['/v1/seller/payout-account', '/v1/seller/team', '/v1/seller/listings'])
      expect((await get(at(packer, shopId), path)).body).toMatchObject({ code: 'forbidden' });
    const { body } = await get(owner, '/v1/seller/team').expect(200);
    expect(body).toMatchObject({
      members: [{ roles: [{ role: 'maker_owner' }] }, { name: 'Kamala Test', roles: [{ role: 'maker_packer' }] }],
      invitations: [],
    });
    const { grantId } = body.members[1].roles[0];
    const end = (who: Headers) => post(who, `/v1/seller/team/roles/${grantId}/end`, { reason: 'The season is over.' });
    expect((await end((await ownerOf()).owner)).body).toMatchObject({ code: 'grant_not_found', status: 404 });
    await end(owner).expect(204);
    expect((await end(owner)).status).toBe(404);
    expect((await get(owner, '/v1/seller/team')).body.members).toHaveLength(1);
  }, 60_000);

  test('S-28 who keeps the accounts reads payouts, sends no goods and changes no account', async () => {
    const { shopId, owner } = await ownerOf();
    const accounts = await joins(owner, 'maker_accounts');
    await get(at(accounts, shopId), '/v1/seller/payout-account').expect(200);
    const wish = { holder: 'Meena Devi', account: '30000000011', ifsc: 'SBIN0001234' };
    expect((await shop.api.put('/v1/seller/payout-account').set(at(accounts, shopId)).send(wish)).body).toMatchObject({
      code: 'owner_changes_account',
      status: 403,
    });
    await invites(owner, accounts.signIn, 'maker_packer').expect(200);
    const id = await invitationOf(accounts, 'maker_packer');
    expect((await post(accounts.headers, `/v1/auth/invitations/${id}/acceptance`)).body).toMatchObject({
      code: 'duties_not_separate',
      status: 403,
    });
    await post(accounts.headers, `/v1/auth/invitations/${id}/refusal`).expect(204);
    expect((await post(accounts.headers, `/v1/auth/invitations/${id}/refusal`)).status).toBe(404);
  }, 60_000);

  test('R-2.3 the last owner stays; of two who leave at once one stays', async () => {
    const { shopId, owner, ownerId } = await ownerOf();
    const leave = (headers: Headers) => post(headers, '/v1/seller/team/departure');
    expect((await leave(owner)).body).toMatchObject({ code: 'last_owner_stays', status: 409 });
    const second = await joins(owner, 'maker_owner');
    const both = await Promise.all([leave(owner), leave(at(second, shopId))]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([204, 409]));
    const { left } = await shop.hands.sees<{ left: string }>(
      `select person_id as left from identity.role_grant
        where organisation_id = $1 and role = 'maker_owner' and state = 'active'`,
      [shopId],
    );
    expect([ownerId, second.personId]).toContain(left);
  }, 60_000);

  test('R-2.3 an invitation holds for 14 days, and not for a shop that ended', async () => {
    const { owner } = await ownerOf();
    const late = await shop.people.shopper('Lata Test');
    await invites(owner, late.signIn, 'maker_manager').expect(200);
    const { body } = await get(owner, '/v1/seller/team');
    expect((await shop.api.delete(`/v1/seller/team/invitations/${newId()}`).set(owner)).status).toBe(404);
    await shop.api.delete(`/v1/seller/team/invitations/${body.invitations[0].id}`).set(owner).expect(204);
    expect((await get(late.headers, '/v1/auth/invitations')).body.items).toEqual([]);
    await invites(owner, late.signIn, 'maker_manager').expect(200);
    expect((await get(late.headers, '/v1/auth/invitations')).body.items).toHaveLength(1);
    await shop.passes(15 * 24);
    expect((await get(late.headers, '/v1/auth/invitations')).body.items).toEqual([]);
    await invites(owner, late.signIn, 'maker_manager').expect(200);
    await post(owner, '/v1/seller/shop/closure', { reason: 'I stop weaving.' }).expect(204);
    await shop.hands.does({ name: 'sellers.closed' }, { sellerId: owner['odop-organisation'] });
    const id = await invitationOf(late, 'maker_manager');
    expect((await post(late.headers, `/v1/auth/invitations/${id}/acceptance`)).body.code).toBe('invitation_not_found');
  }, 60_000);

  test('S-42 who acts for no shop has no team', async () => {
    const shopper = await shop.people.shopper('Farah Test');
    expect((await post(shopper.headers, '/v1/seller/team/departure')).body).toMatchObject({
      code: 'organisation_not_found',
      status: 404,
    });
    const officer = await shop.people.districtOfficer((await shop.goods.make.districtOf('bhagalpur')).id, 'Arjun Test');
    expect((await get(officer.headers, '/v1/seller/team')).body.code).toBe('forbidden');
  }, 60_000);
});
