import { z } from 'zod';
import { Shipments } from '#fulfilment';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import type { Actor } from '#platform/kernel';
import { DocumentsQuery, type IssuedDocument } from '#tax';
import {
  AnswerReturn,
  AskReturn,
  CancelOrder,
  CreditOrder,
  FollowShipment,
  PackOrder,
  PlanOrderShipment,
  ReadPapers,
  ReceiveReturn,
} from '../src/index.js';
import { uqcOf } from '../src/domain/uqc.js';
import { registered } from './builders/registered.js';
import { Shop, type Placed } from './builders/shop.js';

describe('R-6.20 papers of an order', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const packs = (order: Placed, by: Actor = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(PackOrder).run(order.orderId));
  const papers = ({ orderId: id }: Placed): Promise<IssuedDocument[]> =>
    shop.money.tx((tx) => shop.app.get(DocumentsQuery).ofCause(tx, { kind: 'order', id }));
  const paise = (text: string) => Number(text);
  const confirmed = async (quantity = 3) =>
    shop.order('confirmed', await shop.piece({ stock: quantity, price_paise: 33_333 }), quantity);
  const comesBack = async (order: Placed, quantity: number, wants: 'refund' | 'exchange' = 'refund') => {
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity }];
    const asked = { lines, reason: 'defect' as const, note: 'Torn.', wants };
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, true));
    await shop.carry(2);
  };
  /** What of an invoice its notes have not taken away, paise. */
  const left = (all: readonly IssuedDocument[]) =>
    all.reduce((sum, { kind, total_paise }) => sum + paise(total_paise) * (kind === 'credit_note' ? -1 : 1), 0);

  test('SM-4 R-6.20 packed by its maker and by nobody else: one paper of what goes out, and no way back for the shopper', async () => {
    const order = await confirmed();
    expect(await papers(order)).toEqual([]);
    await expect(packs(order, personActor({}))).rejects.toMatchObject({ code: 'order_not_found' });
    await expect(packs(order, order.shopper)).rejects.toMatchObject({ code: 'order_not_found' });
    await packs(order);
    expect(await shop.stateOf(order)).toBe('packed');
    await expect(packs(order)).rejects.toMatchObject({ code: 'illegal_transition' });
    const cancels = shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId));
    await expect(cancels).rejects.toMatchObject({ code: 'illegal_transition' });

    const [paper, ...others] = await papers(order);
    expect(others).toEqual([]);
    const { lines, total_paise } = await shop.row(order.orderId);
    expect(paper).toMatchObject({
      ...{ kind: 'bill_of_supply', cause_id: order.orderId, seller_gst: 'exempt', gstin: null },
      ...{ from_state: 'IN-BR', to_state: 'IN-BR', supply: 'intra', total_paise: total_paise.toString() },
      supplier: { name: 'Meena Devi Silk Works', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
      recipient: { name: 'Farah Test', pincode: '812001' },
      ...{
        paid_when: 'before',
        transaction_id: expect.stringMatching(/^ch_/),
        paid_by: 'card',
        paid_at: expect.any(Date),
      },
      lines: [{ title: lines[0]!.title, hsn: lines[0]!.hsn, quantity: 3, uqc: 'PCS' }],
    });
    await shop.dispatches(order);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('shipped');
    expect(await papers(order)).toEqual([paper]);
  });

  test('SM-4 R-9.3 R-6.25 packed and not sent by the day it was promised: the shopper may cancel, a second before she may not', async () => {
    const order = await confirmed(2);
    await packs(order);
    const { promised_by } = await shop.row(order.orderId);
    const cancels = () => shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId));
    await frozenClock.at(promised_by!);
    await expect(cancels()).rejects.toMatchObject({ code: 'illegal_transition' });
    await frozenClock.later(1);
    await cancels();
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('cancelled_by_customer');
    expect(await shop.refunded(order)).toBe(Number(order.placed.total_paise));
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 2, reserved: 0 });
    expect(left(await papers(order))).toBe(0);
    const parcel = await shop.money.tx((tx) =>
      shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: order.orderId }),
    );
    expect([parcel!.state, shop.courier.parcel(parcel!.awb!).state]).toEqual(['cancelled', 'cancelled']);

    const handed = await confirmed(1);
    await packs(handed);
    await frozenClock.at((await shop.row(handed.orderId)).promised_by!);
    await frozenClock.later(1);
    await shop.dispatches(handed); // its news is not heard yet
    const late = shop.app.as(handed.shopper, () => shop.app.get(CancelOrder).run(handed.orderId));
    await expect(late).rejects.toMatchObject({ code: 'illegal_transition' });
    await shop.carry(2);
    expect(await shop.stateOf(handed)).toBe('shipped');
  });

  test('R-6.20 R-6.21 a registered maker’s is a tax invoice of her GSTIN, with what was charged at checkout', async () => {
    const maker = await registered(shop);
    const order = await shop.order('confirmed', await shop.piece({ price_paise: 105_000 }, maker));
    await packs(order);
    const [line] = (await shop.row(order.orderId)).lines;
    const [paper] = await papers(order);
    expect(line!.cgst_paise).toBeGreaterThan(0n);
    expect(paper).toMatchObject({
      ...{ kind: 'tax_invoice', seller_gst: 'registered', igst_paise: '0', corrects: null },
      number: expect.stringMatching(/^INV\/[0-9]{2}-[0-9]{2}\/000001$/),
      gstin: expect.stringMatching(/^10[A-Z0-9]{13}$/),
      taxable_paise: line!.taxable_paise.toString(),
      cgst_paise: line!.cgst_paise.toString(),
      total_paise: line!.paid_paise.toString(),
    });
    expect(paper!.issuer).toBe(paper!.gstin);
  });

  test('R-6.20 handed over without a word before: the paper is made then, once; news may come twice and the arrival first', async () => {
    const order = await confirmed();
    const follow = shop.app.get(FollowShipment);
    await Promise.all([order.orderId, order.orderId].map((id) => shop.app.asSystem(() => follow.dispatched(id))));
    await shop.app.asSystem(() => follow.delivered(order.orderId));
    expect(await papers(order)).toHaveLength(1);
    const other = await confirmed();
    await shop.app.asSystem(() => follow.delivered(other.orderId));
    expect(await papers(other)).toHaveLength(1);
  });

  test('SM-4 SM-5 packed before its parcel was planned: it is planned all the same', async () => {
    const order = await shop.order('placed', await shop.piece());
    await shop.accepts(order);
    await packs(order);
    await shop.app.asSystem(() => shop.app.get(PlanOrderShipment).run(order.orderId));
    const cause = { kind: 'order', id: order.orderId } as const;
    expect(await shop.money.tx((tx) => shop.app.get(Shipments).ofCause(tx, cause))).toMatchObject({ cause });
    await shop.carry();
  });

  test('R-6.20 R-6.25 pieces she did not take are not on the paper, and are not credited either', async () => {
    const order = await shop.order('placed', await shop.piece({ stock: 3, price_paise: 33_333 }), 3);
    const lineId = (await shop.row(order.orderId)).lines[0]!.id;
    await shop.accepts(order, undefined, [{ lineId, quantity: 2 }]);
    await packs(order);
    await shop.carry(2);
    const all = await papers(order);
    expect(all).toHaveLength(1);
    const { total_paise, refunded_paise } = await shop.row(order.orderId);
    expect(all[0]).toMatchObject({ lines: [{ quantity: 2 }], total_paise: (total_paise - refunded_paise).toString() });
  });

  test('R-6.25 what comes back is credited, each time its share: together the invoice, to the paisa', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 33_333 }), 3);
    await comesBack(order, 1);
    await comesBack(order, 2);
    const [invoice, first, second, ...others] = await papers(order);
    expect(others).toEqual([]);
    const corrects = { number: invoice!.number, issued_at: invoice!.issued_at };
    expect([first, second]).toMatchObject([
      { kind: 'credit_note', corrects, lines: [{ quantity: 1 }], recipient: { name: 'Farah Test' } },
      { kind: 'credit_note', corrects, lines: [{ quantity: 2 }] },
    ]);
    expect(left([invoice!, first!, second!])).toBe(0);
    await shop.app.asSystem(() => shop.app.get(CreditOrder).run(order.orderId));
    expect(await papers(order)).toHaveLength(3);
  });

  test('R-6.25 what never arrived is credited whole; what was called off before it was packed had no paper', async () => {
    const order = await shop.order('shipped', await shop.piece());
    await shop.app.asSystem(() => shop.app.get(FollowShipment).failed(order.orderId, 'lost_damaged'));
    await shop.carry(2);
    const all = await papers(order);
    expect(all.map(({ kind }) => kind)).toEqual(['bill_of_supply', 'credit_note']);
    expect(left(all)).toBe(0);
    const early = await confirmed();
    await shop.app.as(early.shopper, () => shop.app.get(CancelOrder).run(early.orderId));
    await shop.carry(2);
    expect(await papers(early)).toEqual([]);
  });

  test('R-6.25 goods in exchange: the first paper is credited, the second order has one of its own worth the same', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 2, price_paise: 50_000 }));
    await comesBack(order, 1, 'exchange');
    const row = z.object({ id: z.uuid() });
    const sql = `select id from orders."order" where exchange_of = $1`;
    const next = await shop.money.tx((tx) => tx.maybe(row, sql, [order.orderId]));
    const second = { ...order, orderId: next!.id };
    await packs(second);
    const [first, other] = [await papers(order), await papers(second)];
    expect(left(first)).toBe(0);
    expect(other).toMatchObject([{ kind: 'bill_of_supply', total_paise: first[0]!.total_paise }]);
    await shop.carry();
  });

  test('SM-4 SM-6 while her bank asks nothing is packed; what was packed and is charged back is called off and credited', async () => {
    const [order, packed] = [await confirmed(), await confirmed()];
    await packs(packed);
    const asks = async ({ checkoutId }: Placed): Promise<string> => {
      const sql = `select provider_id as intent from payments.payment where cause_id = $1`;
      const found = await shop.money.tx((tx) => tx.maybe(z.object({ intent: z.string() }), sql, [checkoutId]));
      const charge = shop.money.provider.charges().find((one) => one.paymentIntentId === found!.intent)!;
      return (await control(`/_control/charges/${charge.chargeId}/dispute`)).id;
    };
    for (const [each, state] of [
      [order, 'confirmed'],
      [packed, 'packed'],
    ] as const) {
      const dispute = await asks(each);
      await shop.money.job('payments.settle-dispute', { providerDisputeId: dispute });
      await shop.carry();
      expect(await shop.row(each.orderId)).toMatchObject({ state, held_why: 'dispute' });
      if (state === 'confirmed') await expect(packs(each)).rejects.toMatchObject({ code: 'order_held' });
      await control(`/_control/disputes/${dispute}/close`, { outcome: 'lost' });
      await shop.money.job('payments.settle-dispute', { providerDisputeId: dispute });
      await shop.carry(2);
      expect(await shop.stateOf(each)).toBe('cancelled_by_customer');
    }
    expect(await papers(order)).toEqual([]);
    const all = await papers(packed);
    expect([all.length, left(all)]).toEqual([2, 0]);
  });

  test('S-42 S-63 read by the two whose it is; of her maker each look is written down', async () => {
    const order = await confirmed();
    await packs(order);
    const read = shop.app.get(ReadPapers);
    expect(await shop.app.as(order.shopper, () => read.ofShopper(order.orderId))).toHaveLength(1);
    const looks = async () =>
      (
        await asOwner(`select 1 from platform.audit where action = 'orders.papers_read' and object_id = $1`, [
          order.orderId,
        ])
      ).length;
    expect(await looks()).toBe(0);
    expect(await shop.app.as(order.maker.actor, () => read.ofMaker(order.orderId))).toHaveLength(1);
    expect(await looks()).toBe(1);
    for (const wrong of [
      () => shop.app.as(order.shopper, () => read.ofMaker(order.orderId)),
      () => shop.app.as(order.maker.actor, () => read.ofShopper(order.orderId)),
      () => shop.app.as(personActor({}), () => read.ofShopper(order.orderId)),
    ]) {
      await expect(wrong()).rejects.toMatchObject({ code: 'order_not_found' });
    }
  });

  test('R-6.20 units have the codes of returns', () => {
    expect(['piece', 'metre', 'kilogram', 'bale', null].map(uqcOf)).toEqual(['PCS', 'MTR', 'KGS', 'OTH', 'OTH']);
  });

  async function control(path: string, body: object = {}): Promise<{ id: string }> {
    const answer = await fetch(shop.money.provider.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string };
  }
});
