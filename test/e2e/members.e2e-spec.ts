import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MembersQuery } from '#sellers';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import type { ApiClient } from '#platform/testing';
import { istDay } from '#platform/time';
import { inventedMobile, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import { asSystem, openSellersDesk, requestsOf, type SellersDesk } from '../support/sellers-desk.js';

describe('R-4.1 members of a group', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let people: SellersDesk['people'];
  let officer: SignedInPerson;
  let elsewhere: SignedInPerson;
  let desk: SellersDesk;
  beforeAll(async () => {
    desk = await openSellersDesk();
    ({ app, api, people, officer, elsewhere } = desk);
  });
  afterAll(() => desk.close());

  const as = (who: SignedInPerson) => requestsOf(api, who);
  const today = () => istDay(new Date());
  const groupOf = async (who: SignedInPerson) => {
    const sellerId = await desk.applies(who, 'shg');
    return { sellerId, path: `/v1/seller/applications/${sellerId}/members` };
  };
  type Row = { id: string; name: string; share_bp: number };
  const adds = async (who: SignedInPerson, path: string, name: string, mobile: string | null): Promise<string> => {
    const { body } = await as(who).post(path, { name, mobile, joinedOn: '2026-01-05' }).expect(201);
    return (body.items as Row[]).find((row) => row.name === name)!.id;
  };
  const agrees = async (who: SignedInPerson, path: string, id: string, mobile: string) => {
    const asked = await as(who).post(`${path}/${id}/consent-codes`).expect(202);
    const code = await people.codeFor(asked.body.challengeId as string, mobile);
    return as(who).post(`${path}/${id}/consent`, { challengeId: asked.body.challengeId as string, code });
  };

  test('they agree by a code to their own mobile, then have shares that are the whole, and see their own', async () => {
    const leader = await people.shopper('Jagriti Devi');
    const { sellerId, path } = await groupOf(leader);
    const rekha = await people.person({ name: 'Rekha Devi' });
    const other = inventedMobile();
    const first = await adds(leader, path, 'Rekha Devi', rekha.signIn);
    const second = await adds(leader, path, 'Sita Devi', other);
    const early = await as(leader).post(`${path}/${first}/consent-codes`);
    expect(early.body).toMatchObject({ status: 409, code: 'members_not_asked_yet' });
    await desk.takesUp(sellerId);
    const half = (ids: string[], share_bp = 5_000) => ids.map((memberId) => ({ memberId, share_bp }));
    const sets = (shares: object[], holdsFrom = today()) =>
      as(leader).post(`${path}/shares`, { holdsFrom, reason: 'As the group decided.', shares });
    expect((await sets(half([first, second]))).body).toMatchObject({ status: 422, code: 'shares_unfit' });
    const member = (await people.signIn(rekha, null)) as SignedInPerson;
    expect((await as(member).get('/v1/seller/memberships').expect(200)).body.items).toEqual([]);

    expect((await agrees(leader, path, first, rekha.signIn)).status).toBe(200);
    const wrong = await as(leader).post(`${path}/${second}/consent`, { challengeId: newId(), code: '000000' });
    expect(wrong.body).toMatchObject({ status: 422, code: 'code_refused' });
    expect((await agrees(leader, path, second, other)).status).toBe(200);
    expect((await as(leader).post(`${path}/${second}/consent-codes`)).body.code).toBe('consent_given');

    expect((await sets(half([first, second], 4_999))).body.code).toBe('shares_unfit');
    expect((await sets(half([first, second]), '2026-01-01')).body.code).toBe('shares_unfit');
    const set = await sets(half([first, second])).expect(200);
    expect((set.body.items as Row[]).map((row) => row.share_bp)).toEqual([5_000, 5_000]);
    expect((await as(member).get('/v1/seller/memberships').expect(200)).body.items).toMatchObject([
      { name: 'Rekha Devi', share_bp: 5_000, shop: { id: sellerId }, consent: 'code' },
    ]);
    const onDeskPath = `/v1/admin/sellers/${sellerId}/members`;
    const seen = await as(officer).get(onDeskPath).expect(200);
    expect(seen.body).toMatchObject({ agreed: 2, notAgreed: 0, left: 0, shared_bp: 10_000 });
    expect(seen.body.items[0]).toEqual({
      id: first,
      name: 'Rekha Devi',
      joinedOn: '2026-01-05',
      leftOn: null,
      consent: 'code',
      consentAt: expect.any(String),
      share_bp: 5_000,
    });
    expect(JSON.stringify(seen.body)).not.toContain(rekha.signIn.slice(-4));
    await as(elsewhere).get(onDeskPath).expect(404);
    await as(leader).get(onDeskPath).expect(403);
    const stranger = await people.shopper('Lata Devi');
    expect((await as(stranger).get('/v1/seller/memberships').expect(200)).body.items).toEqual([]);
    await as(stranger).get(path).expect(404);

    const leaves = (id: string, leftOn = today()) => as(leader).post(`${path}/${id}/departure`, { leftOn });
    expect((await leaves(second)).body).toMatchObject({ status: 409, code: 'member_has_share' });
    await sets([{ memberId: first, share_bp: 10_000 }]).expect(200);
    expect((await leaves(second, '2026-01-04')).body.code).toBe('member_dates_unfit');
    expect((await leaves(newId())).body.code).toBe('member_unknown');
    await leaves(second).expect(200);
    const shares = await asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(MembersQuery, { strict: false }).sharesOn(tx, sellerId, today())),
    );
    expect(shares).toEqual([{ memberId: first, share_bp: 10_000 }]);
    const before = await asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(MembersQuery, { strict: false }).sharesOn(tx, sellerId, '2026-01-01')),
    );
    expect(before).toEqual([]);
  });

  test('on paper only through a delegate; without a mobile there is no code; others have no members', async () => {
    const leader = await people.shopper('Jagriti Devi');
    const { sellerId, path } = await groupOf(leader);
    const id = await adds(leader, path, 'Gita Devi', null);
    await desk.takesUp(sellerId);
    expect((await as(leader).post(`${path}/${id}/consent-codes`)).body.code).toBe('member_has_no_mobile');
    const seen = await as(officer).get(`/v1/admin/sellers/${sellerId}/members`).expect(200);
    expect(seen.body).toMatchObject({ agreed: 0, notAgreed: 1, shared_bp: 0, items: [{ id, consent: 'asked' }] });
    const paper = await as(leader).post(`${path}/${id}/consent`, { documentId: newId() });
    expect(paper.body).toMatchObject({ status: 403, code: 'paper_consent_by_delegate' });
    const typed = await as(leader).post(path, { name: '2341 2341 2346', mobile: null, joinedOn: '2026-01-05' });
    expect(typed.body).toMatchObject({ status: 422, code: 'invalid_input' });
    const artisan = await people.shopper('Lata Devi');
    const hers = `/v1/seller/applications/${await desk.applies(artisan)}/members`;
    const none = await as(artisan).post(hers, { name: 'Gita Devi', mobile: null, joinedOn: '2026-01-05' });
    expect(none.body).toMatchObject({ status: 409, code: 'members_not_kept' });
  });
});
