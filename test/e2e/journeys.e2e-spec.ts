import { platformOrganisationId } from '#identity';
import { asOwner } from '#platform/testing';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey } from '../support/journey.js';
import { Recorder } from '../support/recorder.js';

const inr = (paise: number) => ({ paise, currency: 'INR' });

/** The whole road, once each, over HTTP, with real queues and the simulated world outside. */
describe('Journeys', () => {
  let bazaar: Bazaar;
  /** Set while a test writes its page of the guide. */
  let guide: Recorder | null = null;
  afterEach(() => (guide = null));
  beforeAll(async () => {
    // Its clock runs for days: what other files left behind would move too.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send, post, becomes, outside, told, booksBalance, dispatched, ...walk } = journey(
    () => bazaar,
    () => guide,
  );
  const { unpaidOrder, paidOrder, atProvider, chargeOf, statusOf } = walk;

  test('SM-4 R-8.7 R-8.9 R-4.12 a shopper buys a stole and its weaver is paid', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const { headers: shopper } = await bazaar.people.shopper();
    guide = new Recorder(
      'stole-is-bought',
      'A stole is bought and its weaver is paid',
      'From the cart to the weaver’s bank account.',
    );
    guide.chapter('Buying');
    const { orderId, path, placed } = await paidOrder(shopper, piece.offerId, 2);
    expect(placed.total).toEqual(inr(290_000));

    guide.chapter('Sending');
    await post(maker, `/v1/seller/orders/${orderId}/acceptance`, 'The weaver takes the order within her clock.');
    await post(
      maker,
      `/v1/seller/orders/${orderId}/packing`,
      'She packs it: its invoice is made, to lie in the parcel.',
    );
    const papers = await get(shopper, `${path}/tax-documents`);
    guide.exchange('The shopper reads it too. The weaver is too small to charge tax, so it is a bill of supply.', {
      ...{ method: 'GET', path: `${path}/tax-documents`, status: 200, answer: papers },
    });
    expect(papers.documents).toMatchObject([{ title: 'Bill of supply', total: inr(290_000), for: { id: orderId } }]);
    const printed = await walk.printed(shopper, papers.documents[0].id, 'As PDF, to lie in the parcel or to keep.');
    expect(printed).toContain('शब्दों में: दो हज़ार नौ सौ रुपये मात्र'.normalize('NFC'));
    const parcel = await dispatched(maker, `/v1/seller/orders/${orderId}`);
    await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`);
    await becomes(shopper, path, 'delivered', 'The courier has delivered: the return window begins.');
    const { issuedAt, number } = papers.documents[0];
    const month = new Date(Date.parse(issuedAt) + 19_800_000).toISOString().slice(0, 7); // of India's calendar
    const listed = await get(maker, `/v1/seller/tax-documents?month=${month}`);
    expect(listed.items).toMatchObject([{ number, recipient: null }]);
    const outward = await bazaar.api.get(`/v1/seller/tax-returns/${month}/outward-supplies`).set(maker).expect(200);
    expect(outward.text).toContain(number);
    const { documents: hers } = await get(maker, `/v1/seller/orders/${orderId}/tax-documents`);
    expect(hers).toEqual(papers.documents);

    await bazaar.passes(8 * 24);
    guide.chapter('The payout');
    await becomes(shopper, path, 'completed', 'Eight days later nothing can come back; the weaver is paid in full.');
    await bazaar.until(
      'the weaver is paid',
      async () =>
        (await fetch(`${bazaar.world}/bank/_control`).then((answer) => answer.json())) as {
          state: { payouts: { amount_paise: number; status: string }[] };
        },
      (bank) => bank.state.payouts.some((payout) => payout.amount_paise === 290_000 && payout.status === 'paid'),
    );
    await booksBalance();
    await told(shopper, 'orders.placed', 'orders.confirmed', 'fulfilment.dispatched', 'orders.delivered');
    await told(maker, 'sellers.verified', 'catalogue.listing_live', 'orders.placed', 'payments.payout_paid');
    guide.close();
  });

  test('SM-4 R-8.6 a shopper sends one of two stoles back and is refunded; its weaver is paid for the other', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, path, intent } = await paidOrder(shopper, piece.offerId, 2);
    const hers = `/v1/seller/orders/${orderId}`;
    await post(maker, `${hers}/acceptance`, 'The weaver takes the order.');
    const parcel = await dispatched(maker, hers);
    await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`);
    guide = new Recorder('return', 'A return', 'One of two stoles has a fault: from the question to the money.');
    guide.chapter('Asking');
    const order = await becomes(shopper, path, 'delivered', 'Two stoles have arrived; there is time to look at them.');
    const asked = { lines: [{ lineId: order.lines[0].id, quantity: 1 }], reason: 'defect', note: 'It is torn.' };
    await post(shopper, `${path}/returns`, 'The shopper wants to send one back, and says what is wrong.', asked);
    await told(maker, 'orders.return_asked');

    guide.chapter('The answer');
    await post(maker, `${hers}/return/approval`, 'The weaver takes it back; had she been silent, it would be a yes.');
    const [receipt, body] = [`${hers}/return/receipt`, { isResellable: false }];
    await send(maker, receipt, body).expect(200); // the refund may be faster than the answer
    guide.exchange('It came back to her.', { method: 'POST', path: receipt, body, status: 200, answer: null });
    const after = await becomes(shopper, path, 'delivered', 'The order goes on with the other stole.');
    expect(after).toMatchObject({ refunded: inr(145_000), dueAt: order.dueAt, lines: [{ goneQuantity: 1 }] });
    await bazaar.until(
      'the money is back',
      () => chargeOf(intent),
      ([charge]) => charge?.refunded_paise === 145_000,
    );
    await bazaar.until(
      'what came back is credited',
      () => get(shopper, `${path}/tax-documents`),
      ({ documents: [invoice, note] }) =>
        note?.kind === 'credit_note' && note.corrects.number === invoice.number && note.total.paise === 145_000,
    );
    const answer = await get(shopper, `${path}/timeline`);
    guide.exchange('Every step of it.', { method: 'GET', path: `${path}/timeline`, status: 200, answer });
    expect(await get(maker, `${hers}/timeline`)).toEqual(answer);
    expect(await get(maker, `${hers}/returns`)).toEqual(await get(shopper, `${path}/returns`));
    await told(shopper, 'orders.return_answered', 'orders.lines_gone', 'payments.refunded');

    await bazaar.passes(8 * 24);
    const late = await send(shopper, `${path}/returns`, asked);
    expect(late.body).toMatchObject({ status: 409, code: 'return_window_over' });
    await becomes(shopper, path, 'completed', 'Eight days after the delivery the weaver is paid for the other.');
    await booksBalance();
    guide.close();
  });

  test('SM-6 S-9 a shopper’s bank asks: the parcel waits, the desk answers with what travelled, and the bank believes it', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { headers: desk } = await bazaar.people.officer('payments_officer', platformOrganisationId, 'Kiran Test');
    const { orderId, path, intent } = await paidOrder(shopper, piece.offerId, 1);
    const hers = `/v1/seller/orders/${orderId}`;
    await post(maker, `${hers}/acceptance`, 'The weaver takes the order.');
    const asksBank = async () => {
      const charge = (await atProvider()).charges.find((each) => each.paymentIntentId === intent)!;
      await outside(`/_control/charges/${charge.chargeId}/dispute`);
      const open = await bazaar.until(
        'the desk sees it',
        () => get(desk, '/v1/admin/disputes?limit=100'),
        ({ items }) => items.some((each: { for: { id: string } }) => each.for.id === checkoutOf),
      );
      return open.items.find((each: { for: { id: string } }) => each.for.id === checkoutOf).id as string;
    };
    const checkoutOf = (await get(shopper, path)).checkoutId as string;
    const holds = (why: string | null) =>
      bazaar.until(
        'it waits or goes on',
        () => get(maker, hers),
        (order) => order.heldWhy === why,
      );

    guide = new Recorder(
      'dispute',
      'A dispute',
      'A shopper’s bank asks about her payment: what waits, and who answers.',
    );
    guide.chapter('The parcel waits');
    const first = await asksBank();
    const waiting = await holds('dispute');
    guide.exchange('Her bank asks about the payment: the order waits with its weaver.', {
      ...{ method: 'GET', path: hers, status: 200, answer: waiting },
    });
    await bazaar.until(
      'it is planned, and held',
      () => send(maker, `${hers}/dispatch`),
      (answer) => answer.body.code === 'shipment_held',
    );
    await post(maker, `${hers}/dispatch`, 'It cannot be handed over now.', {}, 409);
    await told(maker, 'orders.held');
    await outside(`/_control/disputes/${first}/close`, { outcome: 'won' });
    await holds(null);
    const parcel = await dispatched(maker, hers);
    await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`);
    await becomes(shopper, path, 'delivered', 'The bank left the money here: the order went on and has arrived.');

    guide.chapter('The desk answers');
    const second = await asksBank();
    const seen = await get(desk, `/v1/admin/disputes/${second}`);
    expect(seen).toMatchObject({ status: 'open', orders: [{ number: expect.any(String), proof: 'signature' }] });
    const answer = { note: 'The stole was signed for.' };
    const handsIn = `/v1/admin/disputes/${second}/evidence`;
    await send(desk, handsIn, answer).expect(204);
    guide.exchange('She asks once more, now because nothing came. The desk hands in what travelled and arrived.', {
      ...{ method: 'POST', path: '/v1/admin/disputes/{id}/evidence', body: answer, status: 204, answer: null },
    });
    expect((await send(desk, handsIn, answer)).body).toMatchObject({ code: 'evidence_handed_in' });
    await outside(`/_control/disputes/${second}/decide`);
    await bazaar.until(
      'the bank has decided',
      () => get(desk, `/v1/admin/disputes/${second}`),
      (dispute) => dispute.status === 'won',
    );
    await bazaar.passes(8 * 24);
    await becomes(
      shopper,
      path,
      'completed',
      'The bank believed it; eight days after the delivery the weaver is paid.',
    );
    await booksBalance();
    guide.close();
  });

  test('R-9.3 a maker who declines costs the shopper nothing, and the piece is for sale again', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 99_900, stock: 1 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, path, intent } = await paidOrder(shopper, piece.offerId, 1);
    await post(maker, `/v1/seller/orders/${orderId}/refusal`, 'She cannot.', { reason: 'The loom is broken.' });
    expect(await get(shopper, path)).toMatchObject({ state: 'cancelled_by_seller', waitsFor: null });
    await bazaar.until(
      'the money is back',
      () => chargeOf(intent),
      ([charge]) => charge?.refunded_paise === 99_900,
    );
    await told(shopper, 'orders.cancelled', 'payments.refunded');
    await paidOrder((await bazaar.people.shopper()).headers, piece.offerId, 1);
    await booksBalance();
  });

  test('S-5 money that comes too late buys what is left, or goes back in full', async () => {
    const { piece } = await bazaar.makerWith({ price_paise: 50_000, stock: 1 });
    const [{ headers: early }, { headers: late }] = [await bazaar.people.shopper(), await bazaar.people.shopper()];
    const lapsed = await unpaidOrder(early, piece.offerId, 1);
    await lapsed.pays('pm_upi_slow');
    await bazaar.passes(1);
    await becomes(early, lapsed.path, 'payment_failed', 'The time to pay is over.');
    const second = await unpaidOrder(late, piece.offerId, 1);
    await second.pays('pm_upi_slow');
    await bazaar.passes(1);
    await becomes(late, second.path, 'payment_failed', 'The time to pay is over.');

    await second.arrives();
    await becomes(late, second.path, 'placed', 'The piece was still there.');
    await lapsed.arrives();
    await becomes(early, lapsed.path, 'refunded', 'It was not there any more.');
    await bazaar.until(
      'the money is back',
      () => chargeOf(lapsed.intent),
      ([charge]) => charge?.refunded_paise === 50_000,
    );
    await booksBalance();
  });

  test('SM-6 what nobody paid in time nobody can pay any more, and the piece is for sale again', async () => {
    const { piece } = await bazaar.makerWith({ price_paise: 50_000, stock: 1 });
    const { headers: shopper } = await bazaar.people.shopper();
    const order = await unpaidOrder(shopper, piece.offerId, 1);
    await bazaar.passes(1);
    await becomes(shopper, order.path, 'payment_failed', 'The time to pay is over.');
    const again = await send(shopper, `/v1/buyer/checkouts/${order.placed.checkoutId}/payment`);
    expect(again.body).toMatchObject({ status: 409, code: 'payment_not_payable' });
    await bazaar.until(
      'the provider is told',
      () => statusOf(order.intent),
      (status) => status === 'canceled',
    );
    await expect(order.pays()).rejects.toThrow();
    await paidOrder((await bazaar.people.shopper()).headers, piece.offerId, 1);
  });

  test('SM-4 SM-5 a parcel that comes back: the shopper gets everything back', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 65_000, stock: 1 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, path, intent } = await paidOrder(shopper, piece.offerId, 1);
    await post(maker, `/v1/seller/orders/${orderId}/acceptance`, 'She takes it.');
    const parcel = await dispatched(maker, `/v1/seller/orders/${orderId}`);
    for (const to of ['picked_up', 'lost']) {
      await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/move`, { to });
    }
    await becomes(shopper, path, 'refunded', 'It was lost.');
    await bazaar.until(
      'the money is back',
      () => chargeOf(intent),
      ([charge]) => charge?.refunded_paise === 65_000,
    );
    await booksBalance();
  });

  test('S-6 a notice that comes three times places one order and moves money once', async () => {
    const { piece } = await bazaar.makerWith({ price_paise: 70_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const order = await unpaidOrder(shopper, piece.offerId, 1);
    await outside('/_control/faults', { kind: 'webhook_duplicate', value: 3, times: 10 });
    await order.pays();
    await becomes(shopper, order.path, 'placed', 'Placed once.');
    const moved = await asOwner<{ count: number }>(
      `select count(*)::int as count from ledger.transfer where cause = $1 and why = 'payment_captured'`,
      [`checkout:${order.placed.checkoutId}`],
    );
    expect(moved).toEqual([{ count: 1 }]);
    expect(await chargeOf(order.intent)).toEqual([expect.objectContaining({ captured_paise: 70_000 })]);
    await booksBalance();
  });

  test('SM-7 SM-8 R-2.6 R-3.8 a government office buys directly, its consignee accepts, the bill is paid', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 20 });
    const office = await bazaar.people.government();
    guide = new Recorder('public-purchase', 'A public purchase', 'Directly, from the demand to the bank’s reference.');
    guide.chapter('Demand and funds');
    const demand = await post(
      office.buyer.headers,
      '/v1/government/demands',
      'The buyer says what the office needs, for whom and at what estimate.',
      {
        title: 'Stoles for the visitors’ hall',
        quantity: 10,
        consigneeId: office.consignee.personId,
        toPincode: '110001',
        deliveryDays: 30,
        estimate: inr(2_000_000),
        rail: 'pfms',
        budgetHead: '2052.00.090',
      },
      201,
    );
    const demandPath = `/v1/government/demands/${demand.id}`;
    await post(office.hod.headers, `${demandPath}/approval`, 'Another person approves it (R-2.3).');
    await becomes(office.buyer.headers, demandPath, 'approved', 'The payer’s rail has set the money aside (R-2.9).');
    guide.chapter('Contract');
    const order = { demandId: demand.id, offerId: piece.offerId, certifiesRates: true };
    const contract = await post(
      office.buyer.headers,
      '/v1/government/direct-purchases',
      'She buys from one seller: the value is within the ceiling of the day (R-1.2).',
      order,
      201,
    );
    expect(contract).toMatchObject({ state: 'issued', waitsFor: 'seller', total: inr(1_450_000) });

    const path = `/v1/seller/contracts/${contract.id}`;
    await post(maker, `${path}/acceptance`, 'The weaver accepts within her clock (R-3.1).');
    const own = { carrier: 'The weaver herself', trackingNumber: 'BY-HAND-1' };
    const parcel = await dispatched(maker, path, { own });
    guide.chapter('Delivery and acceptance');
    const { deliveryCode: code } = await get(
      office.consignee.headers,
      `/v1/government/contracts/${contract.id}/parcel`,
    );
    await post(maker, `${path}/delivery`, 'She carried the goods; the consignee told her code (R-3.2).', { code });
    await bazaar.until(
      'the delivery waits for the consignee',
      () => bazaar.api.get(`/v1/government/contracts/${contract.id}/acceptance`).set(office.consignee.headers),
      (answer) => answer.status === 200,
    );
    const acceptance = `/v1/government/acceptances/${parcel.body.id}`;
    const { headers: consignee } = office.consignee;
    await post(consignee, `${acceptance}/receipt`, 'The consignee certifies the receipt: date and quantity (R-3.5).');
    const counted = { accepted: 9, rejected: 1, short: 0, reason: 'One is torn.' };
    await post(consignee, `${acceptance}/certificate`, 'And what is accepted, and why not all (R-3.6).', counted);
    guide.chapter('Bill');

    const bill = await post(
      office.buyer.headers,
      '/v1/government/bills',
      'The bill follows from the certificate (R-3.10).',
      { contractId: contract.id },
      201,
    );
    expect(bill).toMatchObject({ gross: inr(1_305_000), damages: inr(0), net: inr(1_305_000) });
    const billPath = `/v1/government/bills/${bill.id}`;
    await post(office.ddo.headers, `${billPath}/certification`, 'A second person certifies it.');
    await post(office.pao.headers, `${billPath}/payment`, 'A third orders the payment.', {}, 202);
    const paid = await becomes(office.pao.headers, billPath, 'paid', 'The payer’s rail has paid the weaver (R-8.8).');
    expect(paid.utr).toMatch(/^\S+$/);
    expect(await get(maker, path)).toMatchObject({ state: 'completed' });
    await booksBalance();
    await told(maker, 'procurement.contract_issued', 'procurement.goods_judged', 'procurement.bill_paid');
    await told(office.buyer.headers, 'procurement.demand_approved', 'procurement.contract_accepted');
    await told(office.consignee.headers, 'fulfilment.dispatched', 'fulfilment.delivered');
    guide.close();
  });

  test('S-28 no one person carries a public purchase', async () => {
    const { piece } = await bazaar.makerWith({ stock: 20 });
    const office = await bazaar.people.government();
    const demand = { title: 'Stoles', quantity: 1, consigneeId: office.consignee.personId, toPincode: '110001' };
    const terms = { deliveryDays: 30, estimate: inr(200_000), rail: 'treasury', budgetHead: '2052' };
    const raised = await post(
      office.buyer.headers,
      '/v1/government/demands',
      'A demand is raised.',
      { ...demand, ...terms },
      201,
    );
    for (const officer of [office.buyer, office.consignee, office.ddo, office.pao]) {
      expect((await send(officer.headers, `/v1/government/demands/${raised.id}/approval`)).status).toBe(403);
    }
    const other = await bazaar.people.government();
    expect((await send(other.hod.headers, `/v1/government/demands/${raised.id}/approval`)).status).toBe(404);
    const early = await send(office.buyer.headers, '/v1/government/direct-purchases', {
      demandId: raised.id,
      offerId: piece.offerId,
      certifiesRates: true,
    });
    expect(early.body).toMatchObject({ status: 409, code: 'illegal_transition' });
  });
});
