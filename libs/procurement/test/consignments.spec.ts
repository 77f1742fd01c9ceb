import { ConfirmReceipt, DeliverByCode, Dispatch, KnownDoors, Shipments } from '#fulfilment';
import type { Actor } from '#platform/kernel';
import { AwaitGoods, FollowContractShipment, PlanContractShipment } from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import type { Ordered } from './builders/purchases.js';

const refusal = (code: string) => expect.objectContaining({ code });
const own = { carrier: 'India Post', trackingNumber: 'EE123456789IN' };

describe('Goods of a contract on their way', () => {
  let trade: Trade;
  beforeAll(async () => void (trade = await openTrade()), 60_000);
  afterAll(() => trade.close());

  const causeOf = ({ contract }: Ordered) => ({ kind: 'contract', id: contract.id }) as const;
  /** Accepted, planned, and sent with a carrier of the maker's own. */
  async function sent(): Promise<Ordered> {
    const { app, buying } = trade;
    const one = await buying.ordered(await buying.office(), await buying.shop.live(), { quantity: 2 });
    await buying.accepts(one);
    await app.asSystem(() => app.get(PlanContractShipment).run(one.contract.id));
    await app.as(one.piece.maker.actor, () => app.get(Dispatch).run(causeOf(one), own));
    await app.asSystem(() => app.get(FollowContractShipment).dispatched(one.contract.id));
    return one;
  }
  const sees = (who: Actor, { contract }: Ordered) =>
    trade.app.as(who, () => trade.app.get(AwaitGoods).parcel(contract.id));
  const says = (who: Actor, { contract }: Ordered) =>
    trade.app.as(who, () => trade.app.get(AwaitGoods).arrived(contract.id));
  const codes = ({ piece }: Ordered, one: Ordered, code: string) =>
    trade.app.as(piece.maker.actor, () => trade.app.get(DeliverByCode).run(causeOf(one), code));

  test('R-3.2 R-2.3 the code for the door is told to the consignee alone; who else is of the office sees where the goods are', async () => {
    const one = await sent();
    const awaited = await sees(one.office.consignee, one);
    expect(awaited).toMatchObject({
      parcel: { state: 'in_transit', courier: own.carrier, receiver_id: one.office.officeId },
      deliveryCode: expect.stringMatching(/^\d{6}$/),
    });
    for (const other of [one.office.buyer, one.office.authority, one.office.pao])
      expect(await sees(other, one)).toEqual({ ...awaited, deliveryCode: null });
    const stranger = (await trade.buying.office()).consignee;
    await expect(sees(stranger, one)).rejects.toEqual(refusal('contract_not_found'));
    await expect(sees(one.piece.maker.actor, one)).rejects.toEqual(refusal('contract_not_found'));
  });

  test('R-3.2 SM-5 the maker proves with the code that they have arrived; her word, or a wrong code, is not enough', async () => {
    const one = await sent();
    const code = (await sees(one.office.consignee, one)).deliveryCode!;
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await expect(codes(one, one, wrong)).rejects.toEqual(refusal('delivery_code_wrong'));
    expect(await codes(one, one, code)).toMatchObject({ state: 'delivered', delivery_proof: 'code' });
    expect(await sees(one.office.consignee, one)).toMatchObject({ deliveryCode: null });
  });

  test('R-3.2 R-2.3 S-42 that they are there is said by the consignee, not by who ordered; said twice it is once', async () => {
    const one = await sent();
    const stranger = (await trade.buying.office()).consignee;
    for (const other of [one.office.buyer, one.office.ddo, stranger, one.piece.maker.actor])
      await expect(says(other, one)).rejects.toEqual(refusal('contract_not_found'));
    const arrived = await says(one.office.consignee, one);
    expect(arrived).toMatchObject({ state: 'delivered', delivery_proof: 'receiver' });
    expect(await says(one.office.consignee, one)).toMatchObject({ delivered_at: arrived.delivered_at });
    await trade.buying.delivers(one, arrived.delivered_at!);
    expect(await trade.buying.acceptance(one.shipmentId)).toMatchObject({
      state: 'delivered',
      delivered_at: arrived.delivered_at,
    });
  });

  test('SM-5 consignee and maker at the same moment: it arrives once', async () => {
    const one = await sent();
    const code = (await sees(one.office.consignee, one)).deliveryCode!;
    const both = await Promise.allSettled([says(one.office.consignee, one), codes(one, one, code)]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const news = await trade.buying.work((tx) =>
      tx.run(`select 1 from platform.outbox where name = 'fulfilment.delivered' and payload->>'shipmentId' = $1`, [
        one.shipmentId,
      ]),
    );
    expect(news).toBe(1);
  });

  test('SM-5 what a booked courier brings arrives by its notice: nobody says so for it', async () => {
    const { app, buying } = trade;
    const one = await buying.ordered(await buying.office(), await buying.shop.live(), { quantity: 2 });
    await buying.accepts(one);
    await app.asSystem(() => app.get(PlanContractShipment).run(one.contract.id));
    await buying.work(async (tx) => {
      const shipments = app.get(Shipments);
      const by = { courier: 'courier', awb: `AWB-${one.contract.number}`, own: false, carriage_paise: null };
      await shipments.noteCarrier(tx, one.shipmentId, by);
      await shipments.move(tx, await shipments.lock(tx, one.shipmentId), 'book', tx.now);
    });
    await app.as(one.piece.maker.actor, () => app.get(Dispatch).run(causeOf(one)));
    expect(await sees(one.office.consignee, one)).toMatchObject({ deliveryCode: null });
    await expect(says(one.office.consignee, one)).rejects.toEqual(refusal('carried_by_courier'));
    await expect(codes(one, one, '000000')).rejects.toEqual(refusal('carried_by_courier'));
    const asShopper = () => app.get(ConfirmReceipt).run(causeOf(one));
    await expect(app.as(buying.stranger(), asShopper)).rejects.toEqual(refusal('shipment_not_found'));
  });

  test('S-63 its label goes to the office and names the contract, and no officer', async () => {
    const one = await sent();
    const doors = await trade.buying.work((tx) => trade.app.get(KnownDoors).of(tx, causeOf(one)));
    expect(doors?.to).toEqual({
      name: 'Board of Tests',
      line: `To the consignee of contract ${one.contract.number}`,
    });
    expect(doors?.from.line).toMatch(/\S/);
  });
});
