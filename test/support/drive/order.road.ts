import { SetStock } from '#catalogue';
import {
  BookCourierJob,
  Dispatch,
  FollowTrackingJob,
  ReturnDelivered,
  ShipmentDelivered,
  ShipmentDispatched,
} from '#fulfilment';
import {
  AcceptOrder,
  AnswerReturn,
  AskReturn,
  CancelOrder,
  ChangeLine,
  DeclineOrder,
  OpenCart,
  OrderConfirmed,
  orderStates,
  PackOrder,
  PlaceOrder,
  ReceiveReturn,
} from '#orders';
import { PaymentCaptured, SettlePaymentJob, StartPayment, type PaymentMethod } from '#payments';
import { namedId, type Cause } from '#platform/kernel';
import type { DrivenOrder, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

const orderOf = ({ orderId }: DrivenOrder) => ({ kind: 'order', id: orderId }) as const;
const row = ({ orderId }: DrivenOrder) => ({ table: 'orders."order"', id: orderId });
const maker = ({ booted }: Workshop, { piece }: DrivenOrder, act: () => Promise<unknown>) =>
  booted.as(piece.maker.actor, act);

/** The parcel of an order or contract. */
export const shipmentOf = (of: Cause): string => namedId('shipment', of.kind, of.id);

export async function trackingNumber({ hands }: Workshop, shipmentId: string): Promise<string> {
  return (await hands.sees<{ awb: string }>('select awb from fulfilment.shipment where id = $1', [shipmentId])).awb;
}

/** The shopper pays on the provider's page, and its notice is followed. */
export async function captures({ outside, hands }: Workshop, { intent }: DrivenOrder, with_ = 'pm_card_visa') {
  await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: with_ });
  await hands.does(SettlePaymentJob, { providerPaymentId: intent });
}

async function pays(shop: Workshop, order: DrivenOrder): Promise<void> {
  await captures(shop, order);
  await shop.hands.does(PaymentCaptured, { cause: { kind: 'checkout', id: order.checkoutId } });
}

/** The parcel of a confirmed order is planned, booked, and handed to the courier. */
async function sends(shop: Workshop, order: DrivenOrder): Promise<void> {
  const { hands, booted } = shop;
  await hands.does(OrderConfirmed, { orderId: order.orderId });
  await hands.does(BookCourierJob, { shipmentId: shipmentOf(orderOf(order)) });
  await maker(shop, order, () => booted.get(Dispatch).run(orderOf(order)));
  await hands.does(ShipmentDispatched, { cause: orderOf(order) });
}

/** A new shopper orders, and has not paid. */
async function orders(
  { goods, booted }: Workshop,
  { quantity = 1, piece: onSale, ...wish }: Partial<PurchaseWish>,
  payBy: PaymentMethod,
): Promise<Omit<DrivenOrder, 'intent'>> {
  const piece = onSale ?? (await goods.live(wish));
  const shopper = await goods.make.person('Farah Test');
  const shipTo = {
    name: 'Farah Test',
    mobile: '+919800000001',
    street: `${shopper.personId} Test Road`,
    pincode: '800001',
  };
  const placed = await booted.as(shopper, async () => {
    const { cartId } = await booted.get(OpenCart).run();
    await booted.get(ChangeLine).run(cartId, piece.offerId, quantity);
    return booted.get(PlaceOrder).run(cartId, shipTo, { payBy });
  });
  return { orderId: placed.orders[0]!.orderId, checkoutId: placed.checkoutId, piece, shopper };
}

/** One she pays at the door: nothing is opened at the provider. */
export async function ordersAtDoor(shop: Workshop, wish: Partial<PurchaseWish>): Promise<DrivenOrder> {
  return { ...(await orders(shop, wish, 'cash_on_delivery')), intent: '' };
}

export const orderRoad = road<DrivenOrder, PurchaseWish>()({
  machine: orderStates,
  row,
  async begin(shop, wish) {
    const order = await orders(shop, wish, 'online');
    const { booted } = shop;
    const paysFor = { kind: 'checkout', id: order.checkoutId } as const;
    const opened = await booted.as(order.shopper, () => booted.get(StartPayment).run(paysFor));
    return { ...order, intent: opened.clientSecret!.split('_secret')[0]! };
  },
  steps: {
    pay: pays,
    lapse: ({ hands }, order) => hands.strikes('orders.lapse', row(order)),
    forget: ({ hands }, order) => hands.strikes('orders.lapse', row(order)),
    complete: ({ hands }, order) => hands.strikes('orders.lapse', row(order)),
    cancel: ({ booted }, { shopper, orderId }) => booted.as(shopper, () => booted.get(CancelOrder).run(orderId)),
    async refund_late(shop, order) {
      const { offerId } = order.piece;
      const counts = (pieces: number) => maker(shop, order, () => shop.booted.get(SetStock).run(offerId, pieces));
      const sql = 'select on_hand as pieces, reserved as promised from catalogue.stock_level where offer_id = $1';
      const { pieces, promised } = await shop.hands.sees<{ pieces: number; promised: number }>(sql, [offerId]);
      await counts(promised); // none is left for her
      await pays(shop, order);
      await counts(pieces); // other things may be driven with the same goods
    },
    accept: (shop, order) => maker(shop, order, () => shop.booted.get(AcceptOrder).run(order.orderId)),
    decline: (shop, order) =>
      maker(shop, order, () => shop.booted.get(DeclineOrder).run(order.orderId, 'The loom is broken.')),
    ask_return: ({ booted, hands }, { shopper, orderId }) =>
      booted.as(shopper, async () => {
        const sql = 'select id, quantity - gone_quantity as quantity from orders.order_line where order_id = $1';
        const { id: lineId, quantity } = await hands.sees<{ id: string; quantity: number }>(sql, [orderId]);
        const lines = [{ lineId, quantity }];
        await booted.get(AskReturn).run(orderId, { lines, reason: 'defect', note: 'A thread is torn.' });
      }),
    approve_return: (shop, order) => maker(shop, order, () => shop.booted.get(AnswerReturn).approve(order.orderId)),
    async arrive_back(shop, order) {
      const { id: returnId } = await shop.hands.sees<{ id: string }>(
        `select id from orders.return_request where order_id = $1 and status = 'approved'`,
        [order.orderId],
      );
      const parcelId = namedId('return parcel', returnId);
      await shop.drive.returnParcel.on({ ...order, returnId, parcelId }, 'delivered');
      await shop.hands.does(ReturnDelivered, { cause: orderOf(order) });
    },
    receive_return: (shop, order) => maker(shop, order, () => shop.booted.get(ReceiveReturn).run(order.orderId, true)),
    pack: (shop, order) => maker(shop, order, () => shop.booted.get(PackOrder).run(order.orderId)),
    hand_over: sends,
    async deliver(shop, order) {
      const { hands } = shop;
      const awb = await trackingNumber(shop, shipmentOf(orderOf(order)));
      await shop.outside(`/courier/_control/parcels/${awb}/deliver`);
      await hands.does(FollowTrackingJob, { awb });
      await hands.does(ShipmentDelivered, { cause: orderOf(order) });
    },
  },
  notYet: {
    rto: 'what did not arrive is refunded in the same step',
  },
});
