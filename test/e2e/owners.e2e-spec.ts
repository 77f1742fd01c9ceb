import fc from 'fast-check';
import { z } from 'zod';
import { ChangeListing } from '#catalogue';
import { CreateOrganisation } from '#identity';
import { ApiDescription, pathObjectOf, type Route } from '#platform/http';
import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { SchedulePayout } from '#payments';
import type { Operation } from '#platform/testing';
import { daysAfter } from '#platform/time';
import { inventedOfficialMailbox } from '../../libs/identity/test/builders/identity-actors.js';
import { pdfWith } from '../../libs/platform/uploads/test/builders/files.js';
import { answered } from '../support/answered.js';
import { openBazaar, uploadedSheet, type Bazaar } from '../support/bazaar.js';
import { compared } from '../support/compared.js';
import { accused, appealing, issuedPaper, newestMessage, reported } from '../support/desk-cases.js';
import { reviewed } from '../support/reviewed.js';
import { fromSchema } from './fuzz/from-schema.js';

/** Refused for who they are, before anything was looked for. */
const atTheGate = new Set(['403 forbidden', '403 second_factor_needed']);

type Headers = Record<string, string>;
const door = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
/** What lies behind an address, and somebody whose it is. */
interface Owned {
  at: RegExp;
  id: string;
  owner: Headers;
  /** The other names in the path. */
  others?: Record<string, string>;
}

/** Two of each: what one has, the other asks for. */
describe('S-42 things of others', () => {
  let bazaar: Bazaar;
  let routes: readonly Route[];
  let owned: Owned[];
  let strangers: Record<string, Headers>;

  const send = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  const made = async (headers: Headers, path: string, body: object = {}) => {
    const answer = await send(headers, path, body);
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as Record<string, string>;
  };
  const becomes = (headers: Headers, path: string, fits: (answer: { state?: string }) => boolean) =>
    bazaar.until(path, async () => (await bazaar.api.get(path).set(headers)).body as { state?: string }, fits);
  const parcelOf = (maker: Headers, path: string) =>
    bazaar.until(
      'a courier is booked',
      () => send(maker, `${path}/dispatch`),
      (answer) => answer.status === 200,
    );

  /** A maker who can prove a second factor, with an organisation of her own. */
  async function careful(name: string): Promise<Headers> {
    const who = await bazaar.people.person({ name, secondFactor: true });
    const wanted = { kind: 'seller' as const, name: `${name} Weaves`, districtId: null, ownerPersonId: who.personId };
    const organisation = await bazaar.asSystem(() => bazaar.app.get(CreateOrganisation, { strict: false }).run(wanted));
    return (await bazaar.people.signIn(who, organisation)).headers;
  }

  async function bought(shopper: Headers, maker: Headers, offerId: string) {
    const { id: cartId } = await made(shopper, '/v1/buyer/carts');
    await bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${offerId}`).set(shopper).send({ quantity: 1 }).expect(200);
    const { body } = await send(shopper, '/v1/buyer/orders', { cartId, shipTo: door }).expect(201);
    const { checkoutId, orders } = body as { checkoutId: string; orders: [{ orderId: string }] };
    const { clientSecret } = await made(shopper, `/v1/buyer/checkouts/${checkoutId}/payment`);
    await fetch(`${bazaar.world}/_control/payment_intents/${clientSecret!.split('_secret')[0]}/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payment_method: 'pm_card_visa' }),
    });
    const [{ orderId }] = orders;
    await becomes(shopper, `/v1/buyer/orders/${orderId}`, ({ state }) => state === 'placed');
    await made(maker, `/v1/seller/orders/${orderId}/acceptance`);
    return { cartId: cartId!, checkoutId, orderId };
  }

  /** A public purchase up to its bill, and one more demand. */
  async function purchased(
    office: Awaited<ReturnType<Bazaar['people']['government']>>,
    maker: Headers,
    offerId: string,
  ) {
    const { headers: buyer } = office.buyer;
    const wish = { title: 'Stoles', quantity: 2, consigneeId: office.consignee.personId, toPincode: '110001' };
    const money = { estimate: { paise: 500_000, currency: 'INR' }, rail: 'pfms', budgetHead: '2052.00.090' };
    const demand = await made(buyer, '/v1/government/demands', { ...wish, ...money, deliveryDays: 30 });
    await made(office.hod.headers, `/v1/government/demands/${demand['id']}/approval`);
    await becomes(buyer, `/v1/government/demands/${demand['id']}`, ({ state }) => state === 'approved');
    const contract = await made(buyer, '/v1/government/direct-purchases', {
      demandId: demand['id'],
      offerId,
      certifiesRates: true,
    });
    const path = `/v1/seller/contracts/${contract['id']}`;
    await made(maker, `${path}/acceptance`);
    const parcel = (await parcelOf(maker, path)).body as { id: string; trackingNumber: string };
    await fetch(`${bazaar.world}/courier/_control/parcels/${parcel.trackingNumber}/deliver`, { method: 'POST' });
    await becomes(buyer, `/v1/government/contracts/${contract['id']}/acceptance`, ({ state }) => state !== undefined);
    const acceptance = `/v1/government/acceptances/${parcel.id}`;
    await made(office.consignee.headers, `${acceptance}/receipt`);
    await made(office.consignee.headers, `${acceptance}/certificate`, { accepted: 2, rejected: 0, short: 0 });
    const bill = await made(buyer, '/v1/government/bills', { contractId: contract['id'] });
    return { demandId: demand['id']!, contractId: contract['id']!, shipmentId: parcel.id, billId: bill['id']! };
  }

  beforeAll(async () => {
    bazaar = await openBazaar();
    routes = bazaar.app.get(ApiDescription).routes;
    const { people } = bazaar;
    const { piece, maker } = await bazaar.makerWith({ price_paise: 100_000, stock: 9 });
    const { headers: shopper, personId: shopperId } = await people.shopper();
    const office = await people.government();
    const order = await bought(shopper, maker, piece.offerId);
    const purchase = await purchased(office, maker, piece.offerId);
    const deskOffice = await bazaar.goods.make.officeOf(piece.maker.district.slug);
    const desk = await people.officer('district_officer', deskOffice, 'Arjun Test');
    const owner = await careful('Asha Test');
    const scopes = { scopes: ['maker:list'], addresses: [], lifetimeDays: 30 };
    const key = await made(owner, '/v1/auth/api-keys', { name: 'shelf', ...scopes });
    const invited = await people.shopper('Kamala Test');
    for (const role of ['maker_manager', 'maker_packer', 'maker_member'])
      await made(owner, '/v1/seller/team/invitations', { to: invited.signIn, role });
    const crew = (await bazaar.api.get('/v1/seller/team').set(owner).expect(200)).body as {
      invitations: [{ id: string }, { id: string }, { id: string }];
      members: [{ roles: [{ grantId: string }] }];
    };
    const [session] = (await bazaar.api.get('/v1/auth/sessions').set(owner).expect(200)).body.items as [{ id: string }];
    const work = bazaar.app.get(UnitOfWork, { strict: false });
    const one = (sql: string, values: unknown[]) =>
      bazaar.asSystem(() => work.run(async (tx) => (await tx.maybe(z.object({ id: z.uuid() }), sql, values))!.id));
    const mediaId = await one(`select id from catalogue.media where seller_id = $1 limit 1`, [piece.maker.sellerId]);
    const { id: uploadId } = await made(maker, '/v1/seller/media/uploads', { type: 'image/png', size_bytes: 9 });
    const grantId = await one(`select id from identity.role_grant where organisation_id = $1 limit 1`, [
      office.organisationId,
    ]);
    const { id: postId } = await made(office.hod.headers, '/v1/government/posts', {
      ...{ organisationId: office.officeId, title: 'Second buyer', rank: 'under_secretary', division: null },
    });
    const { id: locationId } = await made(maker, '/v1/seller/locations', { name: 'Haat stall', pincode: '812001' });
    const selling = await bazaar.makerWith({ stock: 1 });
    await bazaar.goods.paired(selling.piece.maker, piece, { price_paise: 100_000, stock: 1 });
    const suspended = await appealing(bazaar);
    const report = await reported(bazaar);
    const reviews = await reviewed(bazaar.booted, piece, shopperId);
    const anew = await bazaar.goods.words(piece.maker, { title: 'Ghicha stole', price_paise: 100_000, stock: 9 });
    await bazaar.booted.as(piece.maker.actor, () =>
      bazaar.booted.get(ChangeListing).run(piece.listingId, anew, () => undefined),
    );
    const changeId = await one(`select id from catalogue.listing_change where listing_id = $1`, [piece.listingId]);
    const [buyer, desks] = [office.buyer.headers, desk.headers];
    const scanned = async (): Promise<string> => {
      const path = `/v1/seller/applications/${piece.maker.sellerId}/documents?kind=fssai&fileName=licence.pdf`;
      const type = { 'content-type': 'application/pdf' };
      const kept = await bazaar.api
        .post(path)
        .set({ ...maker, ...type })
        .send(pdfWith('<< >>'))
        .expect(201);
      return kept.body.id as string;
    };
    const paid = async (one: { orderId: string; checkoutId: string }, sellerId: string): Promise<string> => {
      const cause = { kind: 'order' as const, id: one.orderId };
      const paidFor = { kind: 'checkout' as const, id: one.checkoutId };
      const wanted = { cause, paidFor, sellerId, amount_paise: 100n };
      const schedule = bazaar.app.get(SchedulePayout, { strict: false });
      return (await bazaar.asSystem(() => work.run((tx) => schedule.inside(tx, wanted))))!;
    };
    const paperOf = async (owner: Headers) => {
      return { id: piece.maker.sellerId, owner, others: { documentId: await scanned() } };
    };
    const resold = { id: piece.listingId, owner: maker, others: { resellerId: selling.piece.maker.sellerId } };
    const { id: promotionId } = await made(maker, '/v1/seller/promotions', {
      ...{ title: 'New year', gives: { kind: 'percent', value_bp: 500 } },
      ...{ startsAt: new Date().toISOString(), endsAt: daysAfter(new Date(), 30).toISOString() },
    });
    const { id: addressId } = await made(shopper, '/v1/buyer/addresses', {
      ...{ name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001', state: 'IN-BR' },
    });
    const complaint = { about: 'goods', orderId: order.orderId, words: 'The colour runs.' };
    const { id: complaintId } = await made(shopper, '/v1/buyer/complaints', complaint);
    const { questionId, ...others } = await answered(bazaar.booted, complaintId!, piece.maker.actor);
    // A photo of goods that go back, as a return leaves it; nobody has looked at it yet.
    const keeps = (sql: string, values: unknown[]) =>
      bazaar.asSystem(async () => void (await work.run((tx) => tx.run(sql, values))));
    const [returnId, photoId] = [newId(), newId()];
    const parties = [order.orderId, shopperId, piece.maker.sellerId];
    await keeps(
      `insert into orders.return_request (id, order_id, buyer_id, seller_id, reason, status, asked_at, changed_at)
       values ($1, $2, $3, $4, 'defect', 'withdrawn', now(), now())`,
      [returnId, ...parties],
    );
    await keeps(
      `insert into orders.return_line (request_id, line_id, buyer_id, seller_id, quantity)
       select $1, id, buyer_id, seller_id, 1 from orders.order_line where order_id = $2`,
      [returnId, order.orderId],
    );
    await keeps(
      `insert into orders.return_photo
         (id, request_id, order_id, buyer_id, seller_id, content_type, size_bytes, sha256, storage_key, state, given_at)
       values ($1::uuid, $2, $3, $4, $5, 'image/jpeg', 9, repeat('0', 64), $1::text, 'waiting', now())`,
      [photoId, returnId, ...parties],
    );
    const paper = await issuedPaper(bazaar, { ...order, buyerId: shopperId, sellerId: piece.maker.sellerId });
    const shown = { id: order.orderId, others: { photoId } };
    const said = await accused(bazaar, purchase.contractId, piece.maker.actor, await office.buyer.actor());
    owned = [
      { at: /^\/v1\/buyer\/complaints\//, id: complaintId!, owner: shopper, others },
      { at: /^\/v1\/seller\/complaint-questions\//, id: questionId, owner: maker, others },
      { at: /^\/v1\/buyer\/orders\/:id\/return-photos\/:/, owner: shopper, ...shown },
      { at: /^\/v1\/seller\/orders\/:id\/return-photos\/:/, owner: maker, ...shown },
      { at: /^\/v1\/buyer\/tax-documents\//, id: paper, owner: shopper },
      { at: /^\/v1\/seller\/tax-documents\//, id: paper, owner: maker },
      { at: /^\/v1\/buyer\/addresses\//, id: addressId!, owner: shopper },
      { at: /^\/v1\/seller\/promotions\//, id: promotionId!, owner: maker },
      { at: /^\/v1\/buyer\/carts\//, id: order.cartId, owner: shopper, others: { offerId: piece.offerId } },
      { at: /^\/v1\/buyer\/checkouts\//, id: order.checkoutId, owner: shopper },
      { at: /^\/v1\/buyer\/orders\//, id: order.orderId, owner: shopper },
      { at: /^\/v1\/buyer\/reviews\//, id: reviews.invitation, owner: shopper },
      { at: /^\/v1\/seller\/reviews\//, id: reviews.published, owner: maker },
      { at: /^\/v1\/admin\/review-cases\//, id: reviews.caseId, owner: desks },
      { at: /^\/v1\/seller\/orders\//, id: order.orderId, owner: maker },
      { at: /^\/v1\/seller\/contracts\//, id: purchase.contractId, owner: maker },
      { at: /^\/v1\/seller\/incidents\//, owner: maker, ...said.bySeller },
      { at: /^\/v1\/government\/incidents\//, owner: buyer, ...said.byBuyer },
      { at: /^\/v1\/seller\/applications\/:id\/documents\/:/, ...(await paperOf(maker)) },
      { at: /^\/v1\/admin\/sellers\/:id\/documents\/:/, ...(await paperOf(desks)) },
      { at: /^\/v1\/seller\/applications\//, id: piece.maker.sellerId, owner: maker },
      { at: /^\/v1\/seller\/listings\/:id\/pairings\/:/, ...resold },
      { at: /^\/v1\/seller\/pairings\//, id: piece.listingId, owner: selling.maker },
      { at: /^\/v1\/seller\/imports\//, id: await uploadedSheet(bazaar, maker), owner: maker },
      { at: /^\/v1\/seller\/listings\//, id: piece.listingId, owner: maker },
      { at: /^\/v1\/seller\/offers\//, id: piece.offerId, owner: maker },
      { at: /^\/v1\/seller\/locations\/:id\/retirement$/, id: locationId!, owner: maker },
      { at: /^\/v1\/seller\/locations\//, id: piece.maker.sellerId, owner: maker },
      { at: /^\/v1\/seller\/payouts\//, id: await paid(order, piece.maker.sellerId), owner: maker },
      { at: /^\/v1\/seller\/media\/uploads\//, id: uploadId!, owner: maker },
      { at: /^\/v1\/seller\/media\//, id: mediaId, owner: maker },
      { at: /^\/v1\/government\/demands\//, id: purchase.demandId, owner: buyer },
      { at: /^\/v1\/government\/comparisons\//, id: await compared(bazaar, office), owner: buyer },
      { at: /^\/v1\/government\/contracts\//, id: purchase.contractId, owner: buyer },
      { at: /^\/v1\/government\/acceptances\//, id: purchase.shipmentId, owner: office.consignee.headers },
      { at: /^\/v1\/government\/bills\/:id$/, id: purchase.billId, owner: buyer },
      { at: /^\/v1\/government\/bills\/:id\/certification$/, id: purchase.billId, owner: office.ddo.headers },
      { at: /^\/v1\/government\/bills\/:id\/payment$/, id: purchase.billId, owner: office.pao.headers },
      { at: /^\/v1\/government\/posts\//, id: postId!, owner: office.hod.headers },
      { at: /^\/v1\/government\/role-grants\//, id: grantId, owner: office.hod.headers },
      { at: /^\/v1\/admin\/listings\/media\//, id: mediaId, owner: desks },
      { at: /^\/v1\/admin\/listings\//, id: piece.listingId, owner: desks },
      { at: /^\/v1\/admin\/listing-changes\//, id: changeId, owner: desks },
      { at: /^\/v1\/admin\/listing-reports\//, id: report.reportId, owner: desks },
      { at: /^\/v1\/admin\/listing-appeals\//, id: report.appealId, owner: report.officer },
      { at: /^\/v1\/admin\/sellers\//, id: piece.maker.sellerId, owner: desks },
      { at: /^\/v1\/admin\/seller-papers\//, id: piece.maker.sellerId, owner: desks },
      { at: /^\/v1\/admin\/seller-appeals\//, id: suspended.appealId, owner: suspended.officer },
      { at: /^\/v1\/seller\/team\/invitations\//, id: crew.invitations[0].id, owner },
      { at: /^\/v1\/seller\/team\/roles\//, id: crew.members[0].roles[0].grantId, owner },
      { at: /^\/v1\/auth\/invitations\/:id\/acceptance$/, id: crew.invitations[1].id, owner: invited.headers },
      { at: /^\/v1\/auth\/invitations\//, id: crew.invitations[2].id, owner: invited.headers },
      { at: /^\/v1\/auth\/api-keys\//, id: key['id'] ?? key['keyId']!, owner },
      { at: /^\/v1\/auth\/messages\//, id: await newestMessage(bazaar, maker), owner: maker },
      { at: /^\/v1\/auth\/sessions\//, id: session!.id, owner },
    ];
    const other = await people.government();
    strangers = {
      shopper: (await people.shopper('Gita Test')).headers,
      maker: await careful('Bina Test'),
      'primary user': other.hod.headers,
      buyer: other.buyer.headers,
      consignee: other.consignee.headers,
      'drawing officer': other.ddo.headers,
      'paying officer': other.pao.headers,
      'verifying authority': (
        await people.officer('gov_verifying_authority', other.organisationId, 'Vani Test', inventedOfficialMailbox())
      ).headers,
      'district officer': (await people.stateOfficer('IN-KL')).headers,
    };
  }, 300_000);
  afterAll(() => bazaar.close(), 30_000);

  const named = (): Route[] =>
    routes.filter(
      ({ url, policy }) => url.includes(':') && policy.allow !== 'open' && typeof pathObjectOf(policy) !== 'string',
    );
  const ownedAt = ({ url }: Pick<Route, 'url'>): Owned | undefined => owned.find(({ at }) => at.test(url));
  /** Of what a shopper shows, also the maker of its order, who knows of it. */
  const askersOf = ({ method, url }: Route): Record<string, Headers> =>
    /^GET .v1.buyer.orders.:id.return-photos/.test(`${method} ${url}`)
      ? { ...strangers, 'its maker': ownedAt({ url: '/v1/seller/orders/' })!.owner }
      : strangers;

  function ask({ method, url, policy }: Route, headers: Headers, { id, others }: Owned, body: unknown) {
    const path = url.replace(/:(\w+)/g, (_, name: string) => others?.[name] ?? id);
    const verb = method.toLowerCase() as 'get';
    const request = bazaar.api[verb](path).set(headers);
    const json = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const contentType = policy.takes?.types[0] ?? json;
    if (policy.idempotent) void request.set('idempotency-key', newId());
    if (policy.ifMatch) void request.set('if-match', '*');
    return method === 'GET' ? request : request.set('content-type', contentType).send(JSON.stringify(body ?? {}));
  }

  /** A body as the document wants it, and bodies as it does not. */
  function bodiesOf({ method, url }: Route): unknown[] {
    const template = url.replace(/:(\w+)/g, '{$1}');
    const operation = bazaar.api.document.paths[template]![method.toLowerCase() as 'post'] as Operation;
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    const good = schema ? fc.sample(fromSchema(bazaar.api.document, schema, 0), { numRuns: 1, seed: 1 })[0] : {};
    return method === 'GET' ? [undefined] : [good, { nobody: 'asked for this' }, { text: '\0' }];
  }

  /** What a stranger is told at an address: of a thing of somebody else's, and of one that never was. */
  async function told(route: Route, headers: Headers): Promise<string[]> {
    const thing = ownedAt(route);
    const bodies = bodiesOf(route);
    const asked: [Owned, unknown][] = [
      ...(thing ? bodies.map((body): [Owned, unknown] => [thing, body]) : []),
      [{ at: /./, id: newId(), owner: {} }, bodies.at(-1)],
    ];
    const seen: string[] = [];
    for (const [target, body] of asked) {
      const answer = await ask(route, headers, target, body);
      seen.push(`${answer.status} ${answer.body.code}`);
      if (atTheGate.has(seen.at(-1)!)) break;
    }
    return seen;
  }
  const nameOf = ({ method, url }: Route): string => `${method} ${url}`;
  test('S-42 every route that changes what its path names says whose that is', () => {
    const silent = routes.filter(
      ({ method, url, policy }) => method !== 'GET' && url.includes(':') && pathObjectOf(policy) === undefined,
    );
    expect(silent.map(nameOf)).toEqual([]);
  });

  test('S-42 every route with an id has something behind it here, and its owner finds it', async () => {
    const shared =
      /^\/v1\/(operations|admin\/policy|admin\/odop-entries|government\/verifications|auth\/delegations)\//;
    const unknown = named().filter((route) => !ownedAt(route) && !shared.test(route.url));
    expect(unknown.map(nameOf)).toEqual([]);
    const lost: string[] = [];
    for (const route of named().filter(ownedAt)) {
      const answer = await ask(route, ownedAt(route)!.owner, ownedAt(route)!, { nobody: 'asked for this' });
      if (answer.status === 404 || answer.status >= 500) lost.push(`${route.method} ${route.url} ${answer.text}`);
    }
    expect(lost).toEqual([]);
  }, 60_000);

  test('S-42 to anybody else it is 404, as what never was, whatever the body', async () => {
    const leaks: string[] = [];
    for (const route of named()) {
      let asked = 0;
      for (const [who, headers] of Object.entries(askersOf(route))) {
        const seen = await told(route, headers);
        if (seen.every((each) => atTheGate.has(each))) continue;
        asked++;
        leaks.push(...seen.filter((each) => !each.startsWith('404 ')).map((each) => `${who} ${nameOf(route)} ${each}`));
      }
      if (asked === 0 && ownedAt(route)) leaks.push(`${nameOf(route)} was asked by nobody who may ask`);
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  test('S-42 ids of others in a body are those of nothing', async () => {
    const idAt = (url: string): string => ownedAt({ url })!.id;
    const [demandId, offerId] = [idAt('/v1/government/demands/'), idAt('/v1/seller/offers/')];
    const purchase = { demandId, offerId, certifiesRates: true };
    for (const [who, path, body] of [
      ['shopper', '/v1/buyer/orders', { cartId: idAt('/v1/buyer/carts/'), shipTo: door }],
      ['buyer', '/v1/government/direct-purchases', purchase],
      ['buyer', '/v1/government/bills', { contractId: idAt('/v1/government/contracts/') }],
    ] as const) {
      const answer = await send(strangers[who]!, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, expect.stringMatching(/_not_found$/)]);
    }
    for (const [who, path] of [
      ['shopper', '/v1/buyer/orders'],
      ['maker', '/v1/seller/orders'],
      ['maker', '/v1/seller/contracts'],
      ['maker', '/v1/seller/incidents'],
      ['maker', '/v1/seller/listings'],
      ['maker', '/v1/auth/api-keys'],
      ['buyer', '/v1/government/demands'],
      ['buyer', '/v1/government/contracts'],
      ['buyer', '/v1/government/incidents'],
      ['district officer', '/v1/admin/sellers?state=active'],
      ['district officer', '/v1/admin/listings?state=live'],
    ] as const) {
      const { body } = await bazaar.api.get(path).set(strangers[who]!).expect(200);
      expect([path, body.items]).toEqual([path, []]);
    }
  });
});
