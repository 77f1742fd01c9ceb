import {
  ComplaintRaised,
  ComplaintResolved,
  MakerAnswered,
  MakerAsked,
  RaiseComplaint,
  ScanAnswerFile,
  WithdrawComplaint,
} from '#grievances';
import { platformOrganisationId } from '#identity';
import { OrderClosed } from '#orders';
import { EarningReleased } from '#payments';
import { newId } from '#platform/kernel';
import { photo } from '../../libs/platform/uploads/test/builders/files.js';
import { openWorkshop } from '../support/workshop.js';
import type { Workshop } from '../support/drive/driven.js';

type Headers = Record<string, string>;

/** From the complaint to the decision, as people see it. */
describe('R-9.2 complaints, over HTTP', () => {
  let shop: Workshop;
  let shopper: Headers;
  let officer: Headers;
  beforeAll(async () => {
    shop = await openWorkshop();
    shopper = (await shop.people.shopper()).headers;
    officer = (await shop.people.officer('grievance_officer', platformOrganisationId, 'Kiran Test')).headers;
  }, 60_000);
  afterAll(() => shop.close(), 30_000);

  const send = (who: Headers, path: string, body: object = {}) =>
    shop.api
      .post(path)
      .set({ ...who, 'idempotency-key': newId() })
      .send(body);
  const get = async (who: Headers, path: string) => (await shop.api.get(path).set(who).expect(200)).body;
  const inbox = async (who: Headers) =>
    ((await get(who, '/v1/auth/messages')) as { items: { subject: string }[] }).items.map(({ subject }) => subject);

  test('R-9.2 SM-9 she has her ticket at once, hears what is decided, and says that it is not settled', async () => {
    const said = { about: 'platform', words: 'Nobody answers the telephone.' };
    const raised = (await send(shopper, '/v1/buyer/complaints', said).expect(201)).body;
    expect(raised).toMatchObject({ state: 'received', order: null, steps: [{ event: 'raise', words: said.words }] });
    const path = `/v1/buyer/complaints/${raised.id}`;
    await shop.hands.does(ComplaintRaised, { complaintId: raised.id });
    expect(await inbox(shopper)).toContain(`Your complaint has the number ${raised.ticket}`);
    expect(await inbox(officer)).toContain(`A new complaint: ${raised.ticket}`);

    const desk = `/v1/admin/complaints/${raised.id}`;
    const onDesk = async (query: string) =>
      ((await get(officer, `/v1/admin/complaints?limit=100${query}`)) as { items: { id: string }[] }).items.some(
        ({ id }) => id === raised.id,
      );
    expect([await onDesk(''), await onDesk('&state=received'), await onDesk('&state=closed')]).toEqual([
      ...[true, true, false],
    ]);
    await shop.passes(49);
    expect([await onDesk('&overdue=true'), await onDesk('&overdue=false')]).toEqual([true, true]);
    expect((await send(officer, `${desk}/acknowledgement`).expect(200)).body).toMatchObject({ state: 'acknowledged' });
    expect(await onDesk('&overdue=true')).toBe(false);
    await send(officer, `${desk}/beginning`).expect(200);
    const resolution = { outcome: 'partly', words: 'The line is mended.' };
    await send(officer, `${desk}/resolution`, resolution).expect(200);
    await shop.hands.does(ComplaintResolved, { complaintId: raised.id });
    expect(await inbox(shopper)).toContain(`Your complaint ${raised.ticket} is decided`);
    expect((await get(shopper, path)).steps.at(-1)).toMatchObject({ madeBy: 'desk', words: 'The line is mended.' });

    const reopened = await send(shopper, `${path}/reopening`, { words: 'It is not.' }).expect(200);
    expect(reopened.body).toMatchObject({ state: 'in_progress', outcome: null });
    await send(officer, `${desk}/resolution`, resolution).expect(200);
    expect((await send(shopper, `${path}/confirmation`).expect(200)).body).toMatchObject({ state: 'closed' });
    expect((await get(shopper, '/v1/buyer/complaints')).items).toMatchObject([{ ticket: raised.ticket }]);
    expect((await send(shopper, `${path}/withdrawal`)).body.code).toBe('illegal_transition');
  });

  test('R-8.7 R-9.2 what the maker earns with an order waits for her shopper’s complaint, and goes on when it is taken back', async () => {
    const order = await shop.drive.order.to('delivered');
    const complains = async (about: string) =>
      shop.booted.as(order.shopper, () =>
        shop.booted
          .get(RaiseComplaint)
          .run({ about: about as 'goods', orderId: order.orderId, words: 'The dye runs.' }),
      );
    await complains('payment'); // ours, not hers
    const { id } = await complains('goods');
    await shop.drive.order.on(order, 'completed');
    await shop.hands.does(OrderClosed, { orderId: order.orderId });
    const earned = () =>
      shop.hands.sees<{ n: number }>(
        `select count(*)::int as n from payments.earning where kind = 'sale' and cause_id = $1`,
        [order.orderId],
      );
    expect(await earned()).toEqual({ n: 0 });
    await shop.booted.as(order.shopper, () => shop.booted.get(WithdrawComplaint).run(id));
    await shop.hands.does(EarningReleased, { cause: { kind: 'order', id: order.orderId } });
    expect(await earned()).toEqual({ n: 1 });
  });

  test('R-9.4 the desk asks the maker, she answers with a photo, and who complained reads both', async () => {
    const { piece, maker } = await shop.makerWith({ stock: 3 });
    const buyer = (await shop.people.shopper()).headers;
    const { id: cartId } = (await send(buyer, '/v1/buyer/carts').expect(201)).body;
    await shop.api.put(`/v1/buyer/carts/${cartId}/lines/${piece.offerId}`).set(buyer).send({ quantity: 1 }).expect(200);
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '812001' };
    const { orders } = (await send(buyer, '/v1/buyer/orders', { cartId, shipTo }).expect(201)).body;
    const said = { about: 'goods', orderId: orders[0].orderId, words: 'The colour of the stole runs.' };
    const raised = (await send(buyer, '/v1/buyer/complaints', said).expect(201)).body;
    const desk = `/v1/admin/complaints/${raised.id}`;
    await send(officer, `${desk}/questions`, { words: 'How was it dyed?' }).expect(200);
    await shop.hands.does(MakerAsked, { complaintId: raised.id });
    expect(await inbox(maker)).toContain(`A question about order ${orders[0].number}`);

    const [asked] = (await get(maker, '/v1/seller/complaint-questions')).items;
    expect(asked).toMatchObject({ ticket: raised.ticket, question: 'How was it dyed?', answer: null });
    expect(JSON.stringify(asked)).not.toContain('The colour');
    const path = `/v1/seller/complaint-questions/${asked.id}`;
    const handed = await shop.api
      .post(`${path}/files?fileName=vat.jpg`)
      .set({ ...maker, 'content-type': 'image/jpeg' })
      .send(await photo(40, 30))
      .expect(201);
    const answer = { words: 'With indigo, and washed.', fileIds: [handed.body.id] };
    expect((await send(maker, `${path}/answer`, answer).expect(200)).body).toMatchObject({ answer: answer.words });
    expect((await send(maker, `${path}/answer`, answer)).body.code).toBe('question_answered');
    await shop.hands.does(MakerAnswered, { complaintId: raised.id });
    expect(await inbox(buyer)).toContain(`The maker answered about your complaint ${raised.ticket}`);
    expect(await inbox(officer)).toContain(`The maker answered about complaint ${raised.ticket}`);

    const hers = `/v1/buyer/complaints/${raised.id}`;
    const told = { questions: [{ answer: answer.words, files: [{ id: handed.body.id, state: 'waiting' }] }] };
    expect(await get(buyer, hers)).toMatchObject(told);
    expect(await get(officer, desk)).toMatchObject(told);
    const files = [`${hers}/files/${handed.body.id}`, `${desk}/files/${handed.body.id}`, handed.headers['location']];
    expect((await shop.api.get(files[0]!).set(buyer).expect(409)).body.code).toBe('answer_file_not_scanned');
    await shop.booted.asSystem(() => shop.booted.get(ScanAnswerFile).run({ fileId: handed.body.id }));
    for (const [i, who] of [buyer, officer, maker].entries())
      expect((await shop.api.get(files[i]!).set(who).expect(200)).headers['content-type']).toBe('image/jpeg');
    await shop.api.get(files[0]!).set(shopper).expect(404);
  });

  test('R-9.2 S-36 a guest complains, reads and reopens by the link of her order', async () => {
    const { piece } = await shop.makerWith({ stock: 3 });
    const cart = (await shop.api.post('/v1/public/carts').expect(201)).body as { id: string; token: string };
    const guest = { 'cart-token': cart.token };
    await shop.api
      .put(`/v1/buyer/carts/${cart.id}/lines/${piece.offerId}`)
      .set(guest)
      .send({ quantity: 1 })
      .expect(200);
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '8 Guest Lane', pincode: '812001' };
    const bought = { cartId: cart.id, shipTo, contact: { email: 'farah@example.in' } };
    const [order] = (await send(guest, '/v1/buyer/orders', bought).expect(201)).body.orders as [
      { link: string; number: string },
    ];
    const path = `/v1/public/orders/${order.link}/complaints`;
    const said = { about: 'delivery', words: 'It has not come.' };
    const raised = (await send({}, path, said).expect(201)).body;
    expect(raised).toMatchObject({ order: { number: order.number }, state: 'received' });
    expect(await get({}, path)).toMatchObject({ items: [{ id: raised.id, steps: [{ words: said.words }] }] });
    const [desk, reopening] = [`/v1/admin/complaints/${raised.id}`, `${path}/${raised.id}/reopening`];
    const why = { words: 'Still nothing.' };
    expect((await send({}, reopening, why)).body.code).toBe('illegal_transition');
    for (const step of ['acknowledgement', 'beginning']) await send(officer, `${desk}/${step}`).expect(200);
    await send(officer, `${desk}/resolution`, { outcome: 'dismissed', words: 'It is on its way.' }).expect(200);
    expect((await send({}, reopening, why).expect(200)).body).toMatchObject({ state: 'in_progress' });
    const mine = await get(guest, `/v1/buyer/complaints/${raised.id}`);
    expect(mine).toMatchObject({ ticket: raised.ticket, state: 'in_progress' });
    const others = `/v1/public/orders/${order.link}/complaints/${newId()}/reopening`;
    expect((await send({}, others, why)).body.code).toBe('complaint_not_found');
  });
});
