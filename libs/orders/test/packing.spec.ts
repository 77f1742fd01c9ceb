import { SubjectKeys } from '#platform/crypto';
import { newId, type Actor } from '#platform/kernel';
import { inDigits } from '#platform/money';
import { asOwner, personActor, textOfPdf } from '#platform/testing';
import { HoldShipment, PrintLabel, Shipments } from '#fulfilment';
import { ChangeLine, PlaceOrder, PrintPacking, ReadPacking } from '../src/index.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { shipTo, Shop, type Placed } from './builders/shop.js';

const refusal = (code: string, facts?: object) => expect.objectContaining({ code, ...(facts && { facts }) });

describe('What a maker packs', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  const causeOf = ({ orderId: id }: Placed) => ({ kind: 'order' as const, id });
  const label = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(PrintLabel).run(causeOf(order)));
  const shelf = (by: Actor) => shop.app.as(by, () => shop.app.get(ReadPacking).shelf());
  const list = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(ReadPacking).parcel(order.orderId));
  const parcelOf = (order: Placed) =>
    shop.money.tx(async (tx) => (await shop.app.get(Shipments).ofCause(tx, causeOf(order)))!);
  async function wished(
    shopper: Actor,
    piece: Goods,
    cartId: string,
    wish: Parameters<PlaceOrder['run']>[2],
  ): Promise<Placed> {
    const placed = await shop.app.as(shopper, () => shop.app.get(PlaceOrder).run(cartId, shipTo, wish));
    const { checkoutId, orders } = placed;
    return { shopper, maker: piece.maker, piece, checkoutId, orderId: orders[0]!.orderId, placed };
  }
  const stranger = () => personActor({ organisationId: newId() });

  describe('S-63 the label', () => {
    test('SM-5 says who carries it by which number, where to and where from, and nothing of what is in it', async () => {
      const order = await shop.order('confirmed', await shop.piece({ price_paise: 123_400 }));
      const { awb, courier, weight_g } = await parcelOf(order);
      const { number, pdf } = await label(order);
      expect(number).toBe(awb);
      const said = textOfPdf(pdf).join('\n');
      for (const text of [courier!, awb!, shipTo.name, shipTo.pincode, 'Test Road', 'collect nothing', `${weight_g} g`])
        expect(said).toContain(text);
      const { title } = (await list(order)).lines[0]!;
      for (const secret of [shipTo.mobile.slice(-10), '1,234', title]) expect(said).not.toContain(secret);
      const looks = `select person_id from platform.audit where action = 'fulfilment.label_printed' and object_id = $1`;
      expect(await asOwner(looks, [(await parcelOf(order)).id])).toEqual([{ person_id: order.maker.actor.personId }]);
    });

    test('SM-5 says what is to be collected where it is paid at the door', async () => {
      const [shopper, piece] = [shop.shopper(), await shop.piece({ price_paise: 80_000 })];
      const order = await wished(shopper, piece, await shop.cart(shopper, [piece, 1]), { payBy: 'cash_on_delivery' });
      await shop.carry();
      await shop.accepts(order);
      await shop.carry();
      const said = textOfPdf((await label(order)).pdf).join('\n');
      expect(said).toContain(`Collect in cash नकद लें: ₹${inDigits((await parcelOf(order)).cash_paise)}`);
      expect(said).not.toContain('Prepaid');
    });

    test('SM-5 there is one from when a courier is booked until it has the parcel, and none while it must wait', async () => {
      const order = await shop.order('placed', await shop.piece());
      await expect(label(order)).rejects.toThrow(refusal('shipment_not_found'));
      await shop.accepts(order);
      await shop.carry();
      await shop.money.tx((tx) => shop.app.get(HoldShipment).inside(tx, causeOf(order), 'dispute'));
      await expect(label(order)).rejects.toThrow(refusal('shipment_held'));
      const sent = await shop.order('shipped', await shop.piece());
      await expect(label(sent)).rejects.toThrow(refusal('label_closed'));
    });

    test('S-42 S-66 for others there is none; of a shopper who was forgotten nobody knows the door', async () => {
      const order = await shop.order('confirmed', await shop.piece());
      await expect(label(order, stranger())).rejects.toThrow(refusal('shipment_not_found'));
      await expect(label(order, order.shopper)).rejects.toThrow(refusal('shipment_not_found'));
      await shop.money.tx((tx) => shop.app.get(SubjectKeys).destroy(tx, order.shopper.personId!));
      await expect(label(order)).rejects.toThrow(refusal('label_closed', { why: 'nobody knows the door' }));
    });
  });

  describe('SM-4 the lists', () => {
    test('SM-4 pieces of all orders she took and has not packed stand together, what is gone is not among them', async () => {
      const maker = await shop.goods.make.verified();
      const piece = await shop.piece({ stock: 20, price_paise: 50_000 }, maker);
      const other = await shop.piece({ stock: 20, price_paise: 50_000 }, maker);
      await shop.order('confirmed', piece, 2);
      await shop.order('confirmed', piece, 3);
      await shop.order('confirmed', other, 1);
      await shop.order('placed', other, 5);
      const packed = await shop.order('shipped', other, 1);
      const { rows, hasMore } = await shelf(maker.actor);
      expect(hasMore).toBe(false);
      const of = (offerId: string) => rows.filter((row) => row.offer_id === offerId);
      expect(of(piece.offerId)).toMatchObject([{ pieces: 5, orders: 2, wrapped: 0, to_make: false }]);
      expect(of(other.offerId)).toMatchObject([{ pieces: 1, orders: 1 }]);
      expect(await shelf(stranger())).toMatchObject({ rows: [] });
      await expect(list(packed)).rejects.toThrow(refusal('nothing_to_pack'));
      const paper = await shop.app.as(maker.actor, () => shop.app.get(PrintPacking).shelf());
      expect(textOfPdf(paper).join('\n')).toContain('Pieces in all');
    });

    test('R-4.7 a parcel’s list knows wrapping, card and weight, and neither price nor door', async () => {
      const shopper = shop.shopper();
      const piece = await shop.piece({ price_paise: 70_000, giftWrap: { paise: 4_000, currency: 'INR' } });
      const cartId = await shop.cart(shopper);
      await shop.app.as(shopper, () => shop.app.get(ChangeLine).run(cartId, piece.offerId, 2, true));
      const words = 'For your new house';
      const order = await wished(shopper, piece, cartId, { giftMessage: words });
      await expect(list(order)).rejects.toThrow(refusal('nothing_to_pack'));
      await shop.pays(order);
      await shop.carry();
      await shop.accepts(order);
      await shop.carry();
      const parcel = await list(order);
      expect(parcel).toMatchObject({ gift_message: words, lines: [{ pieces: 2, is_wrapped: true }] });
      expect(parcel.weight_g).toBe((await parcelOf(order)).weight_g);
      expect((await shelf(piece.maker.actor)).rows).toContainEqual(
        expect.objectContaining({ offer_id: piece.offerId, pieces: 2, wrapped: 2 }),
      );
      const { pdf, number } = await shop.app.as(piece.maker.actor, () =>
        shop.app.get(PrintPacking).parcel(order.orderId),
      );
      const said = textOfPdf(pdf).join('\n');
      for (const text of [number, words, `${parcel.weight_g} g`]) expect(said).toContain(text);
      for (const secret of ['Test Road', shipTo.name, '1,480', '740', '₹']) expect(said).not.toContain(secret);
      await expect(list(order, stranger())).rejects.toThrow(refusal('order_not_found'));
      await expect(list(order, shopper)).rejects.toThrow(refusal('order_not_found'));
    });
  });
});
