import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { ChangeCash, Dispatch, FollowTracking, Shipments } from '#fulfilment';
import { CollectCash, Reconcile, SendRefund } from '#payments';
import type { Actor, DomainError } from '#platform/kernel';
import { ApproveParameter, ProposeParameter } from '#policy';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { PayeesQuery } from '#sellers';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { AskReturn, AnswerReturn, CancelOrder, CollectRemittances, PlaceOrder, ReceiveReturn } from '../src/index.js';
import { refusalOfCash } from '../src/domain/cash.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const terms = { max_paise: 500_000n, notToPins: ['7940', '812002'], notFromMakers: ['b'] };
const of = (sellerId: string, total_paise: bigint) => ({ sellerId, total_paise });

describe('SM-4 who may pay at the door', () => {
  test.each([
    ['up to the limit', [of('a', 300_000n), of('c', 200_000n)], '812001', null],
    ['a paisa more', [of('a', 300_000n), of('c', 200_001n)], '812001', 'cash_over_limit'],
    ['a PIN code that is named', [of('a', 1n)], '812002', 'cash_not_at_pincode'],
    ['one that begins as one that is named', [of('a', 1n)], '794001', 'cash_not_at_pincode'],
    ['a maker who is named', [of('a', 1n), of('b', 1n)], '812001', 'cash_not_of_maker'],
  ] as const)('%s', (_, orders, pincode, code) => {
    expect(refusalOfCash(orders, pincode, terms)?.code ?? null).toBe(code);
  });
});

const cashRow = z.record(z.string(), z.unknown());
const account = { holder: 'Farah Test', accountNumber: '300000001', ifsc: 'SBIN0001234' };

describe('SM-4 an order that is paid at the door', () => {
  const shop = new Shop();
  let piece: Goods;
  beforeAll(async () => {
    await shop.open();
    shop.app.get(PayeesQuery).of = () =>
      Promise.resolve({ class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' });
    piece = await shop.piece({ stock: 200, price_paise: 120_000 });
  });
  beforeEach(() => frozenClock.at(new Date('2027-03-01T10:00:00Z')));
  afterAll(async () => {
    await frozenClock.thaw();
    await shop.close();
  });

  const system = <T>(work: () => Promise<T>) => shop.app.asSystem(work);
  const parcelOf = async (order: Placed) => {
    const found = await shop.money.tx((tx) =>
      shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: order.orderId }),
    );
    return shop.courier.parcel(found!.awb!);
  };
  const cash = async (order: Placed) =>
    (
      await shop.money.tx((tx) =>
        tx.many(cashRow, `select * from payments.cash_due where cause_id = $1`, [order.orderId]),
      )
    )[0]!;
  const payment = async (order: Placed) =>
    (
      await shop.money.tx((tx) =>
        tx.many(cashRow, `select * from payments.payment where cause_id = $1`, [order.checkoutId]),
      )
    )[0]!;
  const owed = (order: Placed) => shop.money.balance('seller_payable', order.maker.sellerId);
  const escrow = (order: Placed) => shop.money.balance('buyer_escrow', order.checkoutId);

  async function ordered(quantity = 1, shopper: Actor = shop.shopper()): Promise<Placed> {
    const cartId = await shop.cart(shopper, [piece, quantity]);
    const placed = await shop.app.as(shopper, () =>
      shop.app.get(PlaceOrder).run(cartId, shipTo, { payBy: 'cash_on_delivery' }),
    );
    await shop.carry(2);
    const orderId = placed.orders[0]!.orderId;
    return { shopper, maker: piece.maker, piece, checkoutId: placed.checkoutId, orderId, placed };
  }
  /** Accepted, its courier booked. */
  async function booked(quantity = 1): Promise<Placed> {
    const order = await ordered(quantity);
    await shop.accepts(order);
    await shop.carry(2);
    return order;
  }
  const follows = async (order: Placed, ...kinds: Parameters<FollowTracking['run']>[0]['kind'][]) => {
    const { awb } = await parcelOf(order);
    for (const kind of kinds) await system(() => shop.app.get(FollowTracking).run({ courier: 'courier', awb, kind }));
    await shop.carry(2);
  };
  async function delivered(quantity = 1): Promise<Placed> {
    const order = await booked(quantity);
    shop.courier.deliver((await parcelOf(order)).awb);
    await follows(order, 'picked_up', 'delivered');
    return order;
  }
  const closes = async (order: Placed) => {
    await frozenClock.later(8 * 86_400);
    await shop.lapses(order.orderId);
    await shop.carry(2);
  };
  const remits = async (order: Placed, amount_paise?: number) =>
    shop.courier.remit((await parcelOf(order)).awb, amount_paise);
  const looks = async () => {
    await system(() => shop.app.get(CollectRemittances).run({ courier: 'courier' }));
    await shop.carry(2);
  };
  const differences = async () =>
    (await system(() => shop.app.get(Reconcile).run('asked', { isTrial: true, patience_s: 0 }))).differences.filter(
      (found) => found.about === 'cash',
    );

  test('from the cart to the maker’s bank: placed unpaid, collected at the door, brought by the courier, paid out', async () => {
    const order = await ordered();
    expect(await shop.stateOf(order)).toBe('placed');
    expect(await payment(order)).toMatchObject({ state: 'due_on_delivery', captured_paise: '0' });
    await expect(shop.opens(order)).rejects.toMatchObject({ code: 'payment_not_payable' });
    const total = Number(order.placed.total_paise);
    await shop.accepts(order);
    await shop.carry(2);
    expect(await parcelOf(order)).toMatchObject({ cod_paise: total });
    shop.courier.deliver((await parcelOf(order)).awb);
    const before = await shop.money.balance('cash_receivable');
    await follows(order, 'picked_up', 'delivered');
    // SM-6: it is captured when her courier has brought it.
    expect(await payment(order)).toMatchObject({ state: 'due_on_delivery', captured_paise: String(total) });
    expect((await shop.money.balance('cash_receivable')) - before).toBe(BigInt(total));
    expect(await escrow(order)).toBe(BigInt(total));
    await closes(order);
    expect([await shop.stateOf(order), await escrow(order)]).toEqual(['completed', BigInt(total)]);
    await remits(order);
    await looks();
    await looks();
    expect(await cash(order)).toMatchObject({ status: 'remitted', remitted_paise: String(total) });
    expect(await payment(order)).toMatchObject({ state: 'captured' });
    expect(await shop.money.balance('cash_receivable')).toBe(before);
    expect([await escrow(order), await owed(order)]).toEqual([0n, 0n]);
    expect(shop.money.bank.payouts().at(-1)).toMatchObject({ amount_paise: total, status: 'paid' });
  });

  test('brought before the time for returns is over: the maker is paid when it is', async () => {
    const order = await delivered();
    await remits(order);
    await looks();
    expect([await cash(order), await escrow(order)]).toMatchObject([{ status: 'remitted' }, order.placed.total_paise]);
    await closes(order);
    expect(await escrow(order)).toBe(0n);
  });

  test('refused at the door: nothing is collected and nothing goes back; the pieces are for sale again', async () => {
    const { on_hand } = await shop.stock(piece);
    const order = await booked();
    await follows(order, 'picked_up', 'sent_back', 'back_at_origin');
    expect([await shop.stateOf(order), await payment(order)]).toMatchObject(['refunded', { state: 'voided' }]);
    expect(await cash(order)).toMatchObject({ status: 'waived', collected_paise: '0' });
    expect(await escrow(order)).toBe(0n);
    expect((await shop.stock(piece)).on_hand).toBe(on_hand);
    const sql = `select r.id from payments.refund r join payments.payment p on p.id = r.payment_id where p.cause_id = $1`;
    expect(await shop.money.tx((tx) => tx.many(cashRow, sql, [order.checkoutId]))).toEqual([]);
  });

  test('cancelled, declined or not answered: nothing is due any more', async () => {
    const [cancelled, lapsed] = [await ordered(), await ordered()];
    await shop.app.as(cancelled.shopper, () => shop.app.get(CancelOrder).run(cancelled.orderId));
    await frozenClock.later(30 * 86_400);
    await shop.lapses(lapsed.orderId);
    await shop.carry(2);
    for (const order of [cancelled, lapsed]) {
      expect([await cash(order), await payment(order)]).toMatchObject([{ status: 'waived' }, { state: 'voided' }]);
    }
  });

  test('less is collected for less: pieces are cancelled before and after the courier was booked', async () => {
    const order = await booked(3);
    const line = (await shop.row(order.orderId)).lines[0]!;
    const each = Number(order.placed.total_paise) / 3;
    const cancels = () =>
      shop.app.as(order.shopper, () =>
        shop.app.get(CancelOrder).run(order.orderId, [{ lineId: line.id, quantity: 1 }]),
      );
    await cancels();
    await shop.carry(2);
    expect(await parcelOf(order)).toMatchObject({ cod_paise: each * 2 });
    expect(await cash(order)).toMatchObject({ status: 'due', waived_paise: String(each) });
    shop.courier.deliver((await parcelOf(order)).awb);
    await follows(order, 'picked_up', 'delivered');
    await expect(cancels()).rejects.toMatchObject({ code: 'illegal_transition' });
    expect(await cash(order)).toMatchObject({ status: 'collected', collected_paise: String(each * 2) });
    await remits(order);
    await looks();
    expect(await cash(order)).toMatchObject({ status: 'remitted' });
  });

  test('news of fewer pieces that is read after the delivery takes nothing back that was collected', async () => {
    const order = await booked(2);
    const line = (await shop.row(order.orderId)).lines[0]!;
    await shop.app.as(order.shopper, () =>
      shop.app.get(CancelOrder).run(order.orderId, [{ lineId: line.id, quantity: 1 }]),
    );
    const half = order.placed.total_paise / 2n;
    await system(() => shop.app.get(CollectCash).run({ kind: 'order', id: order.orderId }, half));
    await shop.carry(2);
    expect(await cash(order)).toMatchObject({
      status: 'collected',
      collected_paise: String(half),
      waived_paise: String(half),
    });
    expect(await escrow(order)).toBe(half);
  });

  test('the courier that was booked carries it, nobody of the maker’s choice; a parcel that left is not changed', async () => {
    const order = await booked();
    const own = { carrier: 'India Post', trackingNumber: 'EE000000001IN' };
    const send = () =>
      shop.app.as(order.maker.actor, () => shop.app.get(Dispatch).run({ kind: 'order', id: order.orderId }, own));
    await expect(send()).rejects.toMatchObject({ code: 'cash_needs_courier' });
    await follows(order, 'picked_up');
    const found = await shop.money.tx((tx) =>
      shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: order.orderId }),
    );
    await system(() => shop.app.get(ChangeCash).run({ shipmentId: found!.id }));
    expect(shop.courier.calls('POST /parcels/:awb/cod')).toBeLessThanOrEqual(4);
  });

  test('short, late, twice, too much and of nobody: each is told, and the maker waits until all of it is here', async () => {
    const [short, late, twice] = [await delivered(), await delivered(), await delivered()];
    const total = Number(short.placed.total_paise);
    await remits(short, total - 5_000);
    shop.courier.fault({ kind: 'remittance_twice', times: 1 });
    await remits(twice);
    await looks();
    await closes(short);
    const ids = [
      String((await cash(short))['id']),
      String((await cash(late))['id']),
      String((await cash(twice))['id']),
    ];
    const said = async () =>
      (await differences())
        .filter((found) => ids.includes(found.ourId ?? ''))
        .map(({ ourId, kind }): [number, string] => [ids.indexOf(ourId!), kind])
        .toSorted(([a], [b]) => a - b);
    expect(await said()).toEqual([
      [0, 'amount'],
      [1, 'missing_there'],
      [2, 'amount'],
    ]);
    expect([await escrow(short), await cash(twice)]).toMatchObject([BigInt(total), { status: 'remitted' }]);
    await remits(short, 5_000);
    await remits(late, total + 1);
    await looks();
    expect(await escrow(short)).toBe(0n);
    expect(await said()).toEqual([
      [1, 'amount'],
      [2, 'amount'],
    ]);
  });

  test('the same line read by two workers at once is counted once', async () => {
    const order = await delivered();
    await remits(order);
    await Promise.all([1, 2, 3].map(() => system(() => shop.app.get(CollectRemittances).run({ courier: 'courier' }))));
    await shop.carry(2);
    expect(await cash(order)).toMatchObject({ status: 'remitted', remitted_paise: String(order.placed.total_paise) });
  });

  test('brought before the news of the delivery was read: counted when it is', async () => {
    const order = await booked();
    shop.courier.deliver((await parcelOf(order)).awb);
    await remits(order);
    await looks();
    expect(await cash(order)).toMatchObject({ status: 'due', remitted_paise: '0' });
    await follows(order, 'picked_up', 'delivered');
    expect(await cash(order)).toMatchObject({ status: 'remitted' });
  });

  test.each([0, 4, 8, 40])('called off %d ms before it is delivered: one of them counts', async (ahead_ms) => {
    const order = await booked();
    const cause = { kind: 'order', id: order.orderId } as const;
    const total = order.placed.total_paise;
    await Promise.allSettled([
      setTimeout(ahead_ms).then(() => system(() => shop.app.get(CollectCash).run(cause, total))),
      shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId)),
    ]);
    const { collected_paise, waived_paise } = await cash(order);
    expect(new Set([collected_paise, waived_paise])).toEqual(new Set(['0', String(total)]));
    await asOwner(`delete from platform.outbox`);
  });

  test('R-8.6 goods come back: the money goes to the account she named, sealed, once; without one nothing is asked', async () => {
    const order = await delivered();
    const line = (await shop.row(order.orderId)).lines[0]!;
    const asks = (refundTo?: typeof account) =>
      shop.app.as(order.shopper, () =>
        shop.app.get(AskReturn).run(order.orderId, {
          lines: [{ lineId: line.id, quantity: 1 }],
          reason: 'defect',
          note: 'torn',
          refundTo,
        }),
      );
    await expect(asks()).rejects.toMatchObject({ code: 'refund_account_needed' });
    await asks(account);
    await shop.carry(2);
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await shop.carry(2);
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, true));
    await shop.carry(2);
    const refund = (
      await shop.money.tx((tx) =>
        tx.many(
          cashRow,
          `select r.* from payments.refund r join payments.payment p on p.id = r.payment_id where p.cause_id = $1`,
          [order.checkoutId],
        ),
      )
    )[0]!;
    expect(refund).toMatchObject({ state: 'succeeded', amount_paise: String(order.placed.total_paise) });
    await system(() => shop.app.get(SendRefund).run({ refundId: String(refund['id']) }));
    const sent = shop.money.bank.payouts().filter((payout) => payout.idempotencyKey === refund['id']);
    expect(sent).toMatchObject([{ amount_paise: Number(order.placed.total_paise), status: 'paid' }]);
    const moved = `select credit_code from ledger.transfer where why = 'refund' and cause = $1`;
    expect(await shop.money.tx((tx) => tx.many(cashRow, moved, [`checkout:${order.checkoutId}`]))).toEqual([
      { credit_code: 'bank' },
    ]);
    expect(await escrow(order)).toBe(0n);
    const sealed = await shop.money.tx((tx) =>
      tx.many(cashRow, `select encode(account_sealed, 'escape') as text from payments.refund_account`, []),
    );
    expect(sealed).not.toEqual([]);
    expect(JSON.stringify(sealed)).not.toContain(account.accountNumber);
    const found = await system(() => shop.app.get(Reconcile).run('asked', { isTrial: true, patience_s: 0 }));
    expect(found.differences.filter(({ ourId }) => ourId === refund['id'])).toEqual([]);
  });

  test('R-0.3 where and of whom no cash is taken any more stands in dated rows: from their day on, not a second before', async () => {
    const other = await shop.piece({ stock: 9, price_paise: 60_000 }, await shop.goods.make.verified());
    const from = '2027-03-10';
    for (const [key, value] of [
      ['cod.not_to_pins', ['812002']],
      ['cod.not_from_makers', [other.maker.sellerId]],
    ] as const) {
      const wish = { key, scope: 'GLOBAL', value, effective_from: from } as const;
      const proposal = await shop.app.as(personActor({ label: 'proposer' }), () =>
        shop.app
          .get(ProposeParameter)
          .run({ ...wish, source: 'An order invented for this test', reason: 'Too risky.' }),
      );
      await shop.app.as(personActor({ label: 'second person' }), () => shop.app.get(ApproveParameter).run(proposal.id));
    }
    const places = async (goods: Goods, pincode = shipTo.pincode): Promise<string> => {
      const shopper = shop.shopper();
      const cartId = await shop.cart(shopper, [goods, 1]);
      const to = { ...shipTo, street: `${shopper.personId} Test Road`, pincode };
      const placing = shop.app.as(shopper, () =>
        shop.app.get(PlaceOrder).run(cartId, to, { payBy: 'cash_on_delivery' }),
      );
      return placing.then(
        () => 'placed',
        (error: DomainError) => error.code,
      );
    };
    const all = async () => [await places(piece, '812002'), await places(other), await places(piece)];
    await frozenClock.at(new Date('2027-03-09T18:29:59Z'));
    expect(await all()).toEqual(['placed', 'placed', 'placed']);
    await frozenClock.at(new Date('2027-03-09T18:30:00Z'));
    expect(await all()).toEqual(['cash_not_at_pincode', 'cash_not_of_maker', 'placed']);
    await shop.carry(2);
  });

  test('too much for the door, or without an account: refused before anything is kept', async () => {
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [piece, 5]);
    const place = (actor: Actor) =>
      shop.app.as(actor, () => shop.app.get(PlaceOrder).run(cartId, shipTo, { payBy: 'cash_on_delivery' }));
    await expect(place(shopper)).rejects.toMatchObject({ code: 'cash_over_limit' });
    const guest = personActor({ personId: shopper.personId!, kind: 'guest' } as never);
    await expect(place(guest)).rejects.toMatchObject({ code: 'cash_needs_account' });
  });
});
