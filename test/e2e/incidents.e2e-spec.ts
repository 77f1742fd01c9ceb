import { platformOrganisationId } from '#identity';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { artisanPapers } from '../../libs/sellers/test/builders/makers.js';
import type { DrivenContract, Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

type Headers = Record<string, string>;

describe('An incident over a contract', () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const get = async (headers: Headers, path: string) => (await shop.api.get(path).set(headers).expect(200)).body;
  const post = (headers: Headers, path: string, body: object = {}) =>
    shop.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  /** Who is told of a step: the audiences of the messages that follow from it. */
  const tells = async ({ id, number }: { id: string; number: string }, what: string) => {
    await shop.hands.does({ name: 'procurement.incident_moved' }, { incidentId: id, what });
    const { audiences } = await shop.hands.sees<{ audiences: string[] }>(
      `select coalesce(array_agg(distinct audience order by audience), '{}') as audiences
         from notifications.message
        where event_id = (select event_id from notifications.message
                           where event = 'procurement.incident_moved' and params ->> 'incident' = $1
                           order by id desc limit 1)`,
      [number],
    );
    return audiences;
  };

  test('R-3.15 R-3.16 R-3.17 R-3.18 SM-9 raised, answered, decided: she is suspended, her contract goes on, and an appeal undoes it', async () => {
    const { people, goods, hands } = shop;
    const desk = (await people.officer('conduct_officer', platformOrganisationId, 'Ira Test')).headers;
    await people.stateOfficer('IN-BR');
    const owner = await people.person({ name: 'Meena Devi', secondFactor: true });
    const maker = await goods.make.verified({ applicant: personActor({ personId: owner.personId }) }, artisanPapers());
    const piece = await goods.live({ stock: 100 }, maker);
    const contract: DrivenContract = await shop.drive.contract.to('accepted', { piece, quantity: 2 });
    const seller = (await people.signIn(owner, maker.sellerId)).headers;
    const buyer = contract.office.buyer.headers;

    const said = { fault: 'wrong_specification', words: 'The stoles are of art silk; tussar was agreed.' };
    const at = `/v1/government/contracts/${contract.contractId}/incidents`;
    const raised = (await post(buyer, at, said).expect(201)).body as { id: string; number: string };
    const { id } = raised;
    expect((await post(buyer, at, said)).body).toMatchObject({ code: 'incident_open', status: 409 });
    expect(await tells(raised, 'raised')).toEqual(['maker_asked']);
    const [hers, theirs, desks] = ['seller', 'government', 'admin'].map((side) => `/v1/${side}/incidents/${id}`) as [
      ...[string, string, string],
    ];
    const early = await post(buyer, `${theirs}/escalation`);
    expect(early.body).toMatchObject({ code: 'incident_too_early', rule: 'R-3.16' });
    const words = { words: 'The yarn was tested; it is tussar.' };
    await post(seller, `${hers}/reply`, words).expect(200);
    await post(buyer, `${theirs}/escalation`).expect(200);
    expect((await get(desk, '/v1/admin/incidents')).items.map((each: { id: string }) => each.id)).toContain(id);
    await post(desk, `${desks}/notice`, { words: 'Show the report of the laboratory.' }).expect(200);
    expect(await tells(raised, 'notice')).toEqual(['maker_asked']);
    await post(seller, `${hers}/answer`, words).expect(200);
    const verdict = { finding: 'fault', reason: 'The report names another yarn.' };
    const { body: decided } = await post(desk, `${desks}/decision`, verdict).expect(200);
    expect(decided).toMatchObject({ state: 'action', severity: 'serious', occurrence: 1, waitsFor: 'accused side' });
    expect(await tells(raised, 'fault')).toEqual(['buyer', 'maker']);

    // Nothing new is sold; what was agreed is delivered.
    expect(await shop.drive.seller.stateOf(maker)).toBe('suspended');
    expect((await shop.api.get(`/v1/public/listings/${piece.listingId}`)).status).toBe(404);
    await shop.drive.contract.on(contract, 'dispatched');

    // The appeal, made where the suspension stands, reaches the incident.
    await post(seller, '/v1/seller/shop/appeals', { words: 'The laboratory mixed up two yarns.' }).expect(200);
    await hands.does({ name: 'sellers.appealed' }, { sellerId: maker.sellerId });
    expect(await get(seller, hers)).toMatchObject({ state: 'appeal', waitsFor: 'appellate desk' });
    expect((await post(seller, `${hers}/appeal`, words)).body).toMatchObject({ code: 'illegal_transition' });
    const appeal = await hands.sees<{ id: string; desk_id: string }>(
      `select id, desk_id from sellers.appeal where seller_id = $1 and decided_at is null`,
      [maker.sellerId],
    );
    const state = (await people.officer('state_officer', appeal.desk_id, 'Latha Test')).headers;
    const allowed = { allow: true, reason: 'The yarns were mixed up.' };
    await post(state, `/v1/admin/seller-appeals/${appeal.id}/decision`, allowed).expect(200);
    await hands.does({ name: 'sellers.appeal_decided' }, { sellerId: maker.sellerId });
    expect(await get(buyer, theirs)).toMatchObject({ state: 'closed', outcome: 'set_aside', waitsFor: null });
    expect(await shop.drive.seller.stateOf(maker)).toBe('active');
  }, 120_000);
});
