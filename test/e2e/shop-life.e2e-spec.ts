import { platformOrganisationId } from '#identity';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { addDays, istDay } from '#platform/time';
import { ApplicationsQuery, CheckPayoutAccountJob, CloseShop, PennyDrop } from '#sellers';
import type { Goods, GoodsWish } from '../../libs/catalogue/test/builders/goods.js';
import { artisanPapers, type Maker } from '../../libs/sellers/test/builders/makers.js';
import type { Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

type Headers = Record<string, string>;
const food = { isVegetarian: true, ingredients: 'makhana', allergens: 'none', bestBefore_days: 180 };
const makhana: GoodsWish = { title: 'Makhana', hsn: '0802', gstRateKey: 'dry_fruit', handmade: 'none', food };
const incident = 'INC-2027-00017';
const reason = 'Three buyers say that the silk is not silk.';

describe('The life of a shop after its approval', () => {
  let shop: Workshop;
  let incidentDesk: Headers;
  let otherOfDesk: Headers;
  let district: Headers;
  let shopper: Headers;
  beforeAll(async () => {
    shop = await openWorkshop();
    const { people, goods } = shop;
    incidentDesk = (await people.officer('conduct_officer', platformOrganisationId, 'Ira Test')).headers;
    otherOfDesk = (await people.officer('conduct_officer', platformOrganisationId, 'Om Test')).headers;
    const office = await goods.make.officeOf('bhagalpur');
    district = (await people.officer('district_officer', office, 'Arjun Test')).headers;
    shopper = (await people.shopper()).headers;
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  /** A shop whose owner can prove a second factor. */
  async function shopOf(papers = artisanPapers()): Promise<{ maker: Maker; headers: Headers }> {
    const who = await shop.people.person({ name: 'Meena Devi', secondFactor: true });
    const maker = await shop.goods.make.verified({ applicant: personActor({ personId: who.personId }) }, papers);
    const { headers } = await shop.people.signIn(who, maker.sellerId);
    return { maker, headers };
  }
  /** The same with goods on sale, so that it is active. */
  async function selling(papers = artisanPapers(), wish: GoodsWish = {}) {
    const { maker, headers } = await shopOf(papers);
    const piece = await shop.goods.live(wish, maker);
    await shop.drive.seller.on(maker, 'active');
    return { maker, headers, piece };
  }

  const get = (headers: Headers, path: string) => shop.api.get(path).set(headers);
  const post = (headers: Headers, path: string, body: object = {}) =>
    shop.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  const conduct = ({ sellerId }: Maker, act: string) => `/v1/admin/seller-conduct/${sellerId}/${act}`;
  const suspends = (maker: Maker, severity = 'serious', desk = incidentDesk) =>
    post(desk, conduct(maker, 'suspension'), { severity, incident, reason });
  /** The messages that follow from a piece of news: they are written, in her language. */
  const toldOf = (news: string, { sellerId }: Maker) => shop.hands.does({ name: `sellers.${news}` }, { sellerId });
  const papersAreLookedAt = ({ sellerId }: Maker) =>
    shop.hands.strikes('sellers.watch-papers', { table: 'sellers.seller', id: sellerId, due: 'watch_at' });
  const timeIsOver = ({ sellerId }: Maker) =>
    shop.hands.strikes('sellers.settle-overdue', { table: 'sellers.seller', id: sellerId });
  const today = async () => istDay((await shop.hands.sees<{ now: Date }>('select platform.now() as now', [])).now);

  /** Seen in the shop, put into a cart, ordered by an office. */
  async function isSold({ listingId, offerId }: Goods): Promise<boolean[]> {
    const seen = await shop.api.get(`/v1/public/listings/${listingId}`);
    const { body: cart } = await post(shopper, '/v1/buyer/carts').expect(201);
    const put = await shop.api.put(`/v1/buyer/carts/${cart.id}/lines/${offerId}`).set(shopper).send({ quantity: 1 });
    if (put.status !== 200) expect(put.body).toMatchObject({ code: 'offer_not_for_sale', status: 409 });
    return [seen.status === 200, put.status === 200];
  }
  const sold = [true, true];
  const notSold = [false, false];

  test('SM-1 a licence ends: she is reminded, only the food is hidden, and a new licence brings it back', async () => {
    const expiresOn = addDays(await today(), 6);
    const licence = { kind: 'fssai', number: '20424001000123' } as const;
    const { maker, headers, piece } = await selling(artisanPapers({ fssai: { ...licence, expiresOn } }));
    const eaten = await shop.goods.live(makhana, maker);
    await papersAreLookedAt(maker); // with her first goods: what ended before?
    const endings = () =>
      shop.hands.sees<{ told: number }>(
        `select count(*)::int as told from platform.outbox where name = $1 and payload ->> 'sellerId' = $2`,
        ['sellers.paper_ending', maker.sellerId],
      );
    await papersAreLookedAt(maker);
    expect(await endings()).toEqual({ told: 1 });
    await toldOf('paper_ending', maker);
    expect([await isSold(piece), await isSold(eaten)]).toEqual([sold, sold]);

    await papersAreLookedAt(maker);
    await toldOf('restricted', maker);
    expect((await get(headers, '/v1/seller/shop').expect(200)).body).toMatchObject({
      state: 'restricted',
      hidden: ['food'],
      mayList: false,
      takesOrders: true,
    });
    expect([await isSold(piece), await isSold(eaten)]).toEqual([sold, notSold]);

    const renew = (paper: object) => post(headers, '/v1/seller/shop/renewals', paper);
    expect((await renew({ ...licence, expiresOn })).body).toMatchObject({ code: 'evidence_expired' });
    expect((await renew({ ...licence, number: '123', expiresOn: '2031-01-01' })).body).toMatchObject({
      code: 'evidence_malformed',
    });
    expect((await renew({ kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' })).body.code).toBe('invalid_input');
    const later = addDays(await today(), 365);
    await renew({ ...licence, expiresOn: later }).expect(200);
    expect((await renew({ ...licence, expiresOn: later })).body).toMatchObject({
      code: 'renewal_waiting',
      status: 409,
    });
    await toldOf('renewal_handed_in', maker);

    const desk = `/v1/admin/seller-papers/${maker.sellerId}`;
    const waiting = async (): Promise<string> => (await get(district, desk).expect(200)).body.renewals[0].id;
    const decides = async (accept: boolean, id?: string) =>
      post(district, `${desk}/renewals/${id ?? (await waiting())}/decision`, { accept, reason: 'Compared.' });
    expect((await decides(true, newId())).body).toMatchObject({ code: 'renewal_unknown', status: 404 });
    expect((await decides(false)).status).toBe(200);
    await toldOf('renewal_refused', maker);
    expect((await get(headers, '/v1/seller/shop')).body).toMatchObject({
      state: 'restricted',
      renewals: [{ state: 'refused', reason: 'Compared.' }],
    });
    await renew({ ...licence, expiresOn: later }).expect(200);
    const id = await waiting();
    const both = await Promise.all([decides(true, id), decides(false, id)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 404]));
    if ((await shop.drive.seller.stateOf(maker)) === 'restricted') {
      await renew({ ...licence, expiresOn: later }).expect(200);
      await decides(true);
    }
    await toldOf('renewed', maker);
    expect([await isSold(piece), await isSold(eaten)]).toEqual([sold, sold]);
    expect((await renew({ ...licence, expiresOn: addDays(later, -9) })).body).toMatchObject({
      code: 'renewal_shorter',
      status: 422,
    });
  }, 120_000);

  test('SM-1 a declaration on land borders ends: nothing is sold until she declares again', async () => {
    const { maker, headers, piece } = await selling();
    for (let looks = 0; looks < 6 && (await shop.drive.seller.stateOf(maker)) === 'active'; looks++)
      await papersAreLookedAt(maker);
    expect((await get(headers, '/v1/seller/shop')).body).toMatchObject({
      state: 'restricted',
      hidden: ['all'],
      takesOrders: false,
    });
    expect(await isSold(piece)).toEqual(notSold);
    await post(headers, '/v1/seller/shop/renewals', { kind: 'land_border', declares: true }).expect(200);
    expect(await shop.drive.seller.stateOf(maker)).toBe('active');
    expect(await isSold(piece)).toEqual(sold);
  }, 60_000);

  test('SM-1 R-3.17 a moratorium: nothing new is sold, what was sold is delivered; cleared, all is as before', async () => {
    const order = await shop.drive.order.to('placed');
    const { maker } = order.piece;
    await shop.drive.seller.on(maker, 'active');
    const path = conduct(maker, 'moratorium');
    expect((await post(district, path, { incident, reason })).body).toMatchObject({ code: 'forbidden', status: 403 });
    expect((await post(incidentDesk, path, { incident, reason: 'x'.repeat(1_001) })).body.code).toBe('invalid_input');
    expect((await post(incidentDesk, path, { incident: '?', reason })).body.code).toBe('invalid_input');
    await post(incidentDesk, path, { incident, reason }).expect(200);
    await toldOf('moratorium', maker);
    expect((await post(incidentDesk, path, { incident, reason })).body).toMatchObject({
      code: 'illegal_transition',
      status: 409,
    });
    expect(await isSold(order.piece)).toEqual(notSold);
    await shop.drive.order.on(order, 'confirmed');
    await timeIsOver(maker);
    await toldOf('measure_lasts', maker);
    const end = { reason: 'The laboratory says it is silk.' };
    const { body } = await post(incidentDesk, `${path}/end`, end).expect(200);
    await toldOf('cleared', maker);
    expect(body).toMatchObject({
      state: 'active',
      measures: [{ kind: 'moratorium', incident, reason, outcome: 'cleared' }],
      history: expect.arrayContaining([expect.objectContaining({ event: 'moratorium', reason })]),
    });
    expect(await isSold(order.piece)).toEqual(sold);
    expect((await post(incidentDesk, `${path}/end`, end)).body).toMatchObject({ code: 'illegal_transition' });
  }, 60_000);

  test('R-3.17 a first mild fault warns; a serious one suspends for its days, and the clock ends it', async () => {
    const { maker, piece } = await selling();
    expect((await suspends(maker, 'mild').expect(200)).body).toMatchObject({
      state: 'active',
      measures: [{ kind: 'warning', severity: 'mild', outcome: 'over' }],
    });
    await toldOf('warned', maker);
    const { body } = await suspends(maker).expect(200);
    expect(body).toMatchObject({ state: 'suspended', measures: [{ kind: 'suspension', occurrence: 1 }, {}] });
    await toldOf('suspended', maker);
    expect(await isSold(piece)).toEqual(notSold);
    expect((await suspends(maker)).body).toMatchObject({ code: 'illegal_transition', status: 409 });
    await timeIsOver(maker);
    await toldOf('reinstated', maker);
    expect(await isSold(piece)).toEqual(sold);
    expect((await suspends(maker).expect(200)).body.measures[0]).toMatchObject({ occurrence: 2 });
    const gone = `/v1/admin/seller-conduct/${newId()}`;
    expect((await get(incidentDesk, gone)).body).toMatchObject({ code: 'seller_unknown', status: 404 });
    expect((await post(incidentDesk, `${gone}/suspension`, { severity: 'mild', incident, reason })).status).toBe(404);
    const list = await get(incidentDesk, '/v1/admin/seller-conduct?state=suspended&limit=100').expect(200);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toContain(maker.sellerId);
  }, 60_000);

  test('R-3.17 two officers suspend at once: one does, the other is told', async () => {
    const { maker } = await selling();
    const both = await Promise.all([suspends(maker), suspends(maker, 'grave', otherOfDesk)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  }, 60_000);

  /** The officer of the office on whose desk her appeal lies. */
  async function appealsDesk({ sellerId }: Maker) {
    const { id, desk_id } = await shop.hands.sees<{ id: string; desk_id: string }>(
      `select id, desk_id from sellers.appeal where seller_id = $1 and decided_at is null`,
      [sellerId],
    );
    const { headers } = await shop.people.officer('state_officer', desk_id, 'Latha Test');
    return { headers, decision: `/v1/admin/seller-appeals/${id}/decision` };
  }

  test('R-3.18 one appeal, decided by the office of her State; allowed, her goods are on sale again', async () => {
    await shop.people.stateOfficer('IN-BR');
    const { maker, headers, piece } = await selling();
    const appeal = () => post(headers, '/v1/seller/shop/appeals', { words: 'The laboratory says it is silk.' });
    expect((await appeal()).body).toMatchObject({ code: 'nothing_to_appeal', status: 409 });
    await suspends(maker).expect(200);
    await appeal().expect(200);
    await toldOf('appealed', maker);
    expect((await appeal()).body).toMatchObject({ code: 'appeal_made', status: 409 });
    const state = await appealsDesk(maker);
    const elsewhere = (await shop.people.stateOfficer('IN-KL')).headers;
    const body = { allow: true, reason: 'It is silk.' };
    expect((await post(elsewhere, state.decision, body)).body).toMatchObject({ code: 'appeal_unknown', status: 404 });
    expect((await get(state.headers, '/v1/admin/seller-appeals').expect(200)).text).toContain(maker.sellerId);
    await post(state.headers, state.decision, body).expect(200);
    expect((await post(state.headers, state.decision, body)).body).toMatchObject({ code: 'appeal_decided' });
    expect(await isSold(piece)).toEqual(sold);
    // What was annulled does not count: the next one is a first one again.
    expect((await suspends(maker).expect(200)).body.measures[0]).toMatchObject({ occurrence: 1 });
    await appeal().expect(200);
    const again = await appealsDesk(maker);
    await post(again.headers, again.decision, { allow: false, reason: 'It is not.' }).expect(200);
    await toldOf('appeal_refused', maker);
    expect(await isSold(piece)).toEqual(notSold);
  }, 60_000);

  test('SM-1 S-28 excluded for good: a grave fault for the third time, and another officer decides', async () => {
    const { maker } = await selling();
    const debars = (desk = otherOfDesk) => post(desk, conduct(maker, 'debarment'), { reason: 'Once more.' });
    expect((await debars()).body).toMatchObject({ code: 'illegal_transition' });
    for (let time = 1; time < 3; time++) {
      await suspends(maker, 'grave').expect(200);
      expect((await debars()).body).toMatchObject({ code: 'debarment_not_due', status: 422 });
      while ((await shop.drive.seller.stateOf(maker)) === 'suspended') await timeIsOver(maker);
    }
    await suspends(maker, 'grave').expect(200);
    expect((await debars(incidentDesk)).body).toMatchObject({ code: 'own_decision', status: 403 });
    expect((await debars().expect(200)).body).toMatchObject({ state: 'debarred' });
    const again = shop.goods.make.applied({ applicant: { ...maker.actor, organisationId: null } });
    await expect(again).rejects.toMatchObject({ code: 'applicant_debarred' });
  }, 60_000);

  test('SM-1 S-66 she closes her shop once everything is finished; her papers stay, her number is free', async () => {
    const card = { kind: 'pehchan_card', number: `BR-${newId().slice(-6).toUpperCase()}11`, office: 'Patna' } as const;
    const { maker, headers } = await selling(artisanPapers({ pehchan_card: card }));
    const closes = () => post(headers, '/v1/seller/shop/closure', { reason: 'I stop weaving.' });
    const piece = await shop.goods.live({}, maker);
    await closes().expect(204);
    await toldOf('closed', maker);
    expect(await isSold(piece)).toEqual(notSold);
    expect((await closes()).status).toBe(403); // nobody acts for it any more
    const { n } = await shop.hands.sees<{ n: number }>(
      `select count(*)::int as n from sellers.evidence where seller_id = $1 and hint <> ''`,
      [maker.sellerId],
    );
    expect(n).toBe(6);
    await shop.goods.make.verified({}, artisanPapers({ pehchan_card: card }));
  }, 60_000);

  test('SM-1 a shop with an open order does not close, and is told which', async () => {
    const order = await shop.drive.order.to('confirmed');
    const { maker } = order.piece;
    const { number } = await shop.hands.sees<{ number: string }>(`select number from orders."order" where id = $1`, [
      order.orderId,
    ]);
    const facts = async (one: Maker): Promise<unknown> =>
      shop.booted.as(one.actor, () => shop.booted.get(CloseShop).run('I stop weaving.')).catch((no: unknown) => no);
    const code = 'shop_has_open_dealings';
    expect(await facts(maker)).toMatchObject({ code, facts: { open: [{ kind: 'order', number }] } });
    const contract = await shop.drive.contract.to('accepted');
    expect(await facts(contract.piece.maker)).toMatchObject({ code, facts: { open: [{ kind: 'contract' }] } });
    const payout = await shop.drive.payout.to('scheduled');
    expect(await facts(payout.piece.maker)).toMatchObject({ code, facts: { open: [{ kind: 'payout' }] } });
  }, 90_000);

  test('SM-1 a correction is asked for once in a round, with every paper and its reason', async () => {
    const maker = await shop.goods.make.underReview();
    const path = `/v1/admin/sellers/${maker.sellerId}/information-request`;
    const papers = [
      { kind: 'pehchan_card', reason: 'Show the back of the card too.' },
      { kind: 'pan', reason: 'The picture is dark.' },
    ];
    const asks = (body: object) => post(district, path, { asks: 'Two things, please.', papers, ...body });
    expect((await asks({ papers: [papers[0], papers[0]] })).body.code).toBe('invalid_input');
    expect((await asks({ papers: [{ kind: 'shg_code', reason: 'Which?' }] })).body).toMatchObject({
      code: 'evidence_not_asked',
      status: 422,
    });
    expect((await asks({}).expect(200)).body).toMatchObject({ state: 'needs_correction' });
    expect((await asks({})).body).toMatchObject({ code: 'illegal_transition', status: 409 });
    const own = await shop.booted.as(maker.actor, () =>
      shop.booted.get(UnitOfWork).run((tx) => shop.booted.get(ApplicationsQuery).own(tx, maker.sellerId)),
    );
    expect(own.history.at(-1)).toMatchObject({ event: 'request_info', asks: papers });
    expect(own.papers.find(({ kind }) => kind === 'pan')).toMatchObject({ finding: 'failed', note: papers[1]!.reason });
    await shop.goods.make.submitted(maker);
    await shop.goods.make.checked(maker, 2);
    await asks({}).expect(200);
  }, 60_000);

  test('SM-1 the queue of the desk: whose time ends first, what is overdue, what the office above sees', async () => {
    const [late, early] = [await shop.goods.make.underReview(), await shop.goods.make.underReview()];
    /** Those two of all that wait there, page by page. */
    const queue = async (filter: string): Promise<string[]> => {
      const found: string[] = [];
      for (let path: string | null = `/v1/admin/sellers?limit=100&order=clock&${filter}`; path !== null;) {
        const { body }: { body: { items: { id: string }[]; next: string | null } } = await get(district, path).expect(
          200,
        );
        found.push(...body.items.map(({ id }) => id));
        path = body.next && `/v1/admin/sellers?limit=100&order=clock&${filter}&cursor=${encodeURIComponent(body.next)}`;
      }
      return found.filter((id) => [late, early].some(({ sellerId }) => sellerId === id));
    };
    expect(await queue('overdue=false')).toEqual([late.sellerId, early.sellerId]);
    await timeIsOver(early);
    expect(await queue('overdue=true&class=artisan')).toEqual([late.sellerId, early.sellerId]);
    expect(await queue('escalated=true')).toEqual([early.sellerId]);
    expect(await queue('escalated=true&class=weaver')).toEqual([]);
  }, 60_000);

  test('R-4.2 S-9 a name the bank does not tell: an officer says whether payouts go there', async () => {
    const { maker, headers } = await shopOf();
    const accounts = ['30000000011', '30000000111'];
    const path = `/v1/admin/seller-papers/${maker.sellerId}`;
    const decides = (paperId: string, accept: boolean, desk = district) =>
      post(desk, `${path}/payout-account/decision`, { paperId, accept, reason: 'Compared with her passbook.' });
    const bank = jest.spyOn(shop.booted.get(PennyDrop), 'verify');
    for (const [i, accept] of [false, true].entries()) {
      bank.mockResolvedValueOnce({ exists: true, nameAtBank: null });
      const wish = { holder: 'Meena Devi', account: accounts[i]!, ifsc: 'SBIN0001234' };
      await shop.api.put('/v1/seller/payout-account').set(headers).send(wish).expect(200);
      await shop.hands.does(CheckPayoutAccountJob, { sellerId: maker.sellerId });
      const { body } = await get(district, path).expect(200);
      expect(body.account).toMatchObject({ value: wish, note: 'The bank gave no name.' });
      const line = (await get(district, '/v1/admin/seller-papers?limit=100').expect(200)).body.items;
      expect(line).toContainEqual(expect.objectContaining({ sellerId: maker.sellerId, what: 'payout_account' }));
      expect((await decides(newId(), accept)).body).toMatchObject({ code: 'payout_account_not_waiting', status: 409 });
      const elsewhere = (await shop.people.stateOfficer('IN-KL')).headers;
      expect((await decides(body.account.paperId, accept, elsewhere)).status).toBe(404);
      await decides(body.account.paperId, accept).expect(200);
      await toldOf(accept ? 'payout_account_confirmed' : 'payout_account_refused', maker);
      expect((await get(headers, '/v1/seller/payout-account')).body.finding).toBe(accept ? 'confirmed' : 'failed');
      expect((await decides(body.account.paperId, accept)).status).toBe(409);
    }
    bank.mockRestore();
  }, 60_000);

  test('SM-1 shops that are none yet renew nothing, and strangers see none', async () => {
    const applicant = await shop.people.person({ name: 'Gita Test' });
    const draft = await shop.goods.make.applied({ applicant: personActor({ personId: applicant.personId }) });
    const { headers } = await shop.people.signIn(applicant, draft.sellerId);
    const renewal = { kind: 'land_border', declares: true };
    expect((await post(headers, '/v1/seller/shop/renewals', renewal)).body).toMatchObject({
      code: 'not_a_shop_yet',
      status: 409,
    });
    expect((await get({ ...headers, 'odop-organisation': newId() }, '/v1/seller/shop')).status).toBe(403);
    expect((await get(incidentDesk, `/v1/admin/seller-conduct/${draft.sellerId}`)).status).toBe(404);
  }, 60_000);
});
