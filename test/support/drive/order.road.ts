import { SetStock } from '#catalogue';
import { BookCourierJob, Dispatch, FollowTrackingJob, ShipmentDelivered, ShipmentDispatched } from '#fulfilment';
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
  PlaceOrder,
  ReceiveReturn,
} from '#orders';
import { PaymentCaptured, SettlePaymentJob, StartPayment } from '#payments';
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

export const orderRoad = road<DrivenOrder, PurchaseWish>()({
  machine: orderStates,
  row,
  async begin({ goods, booted }, { quantity = 1, piece: onSale, ...wish }) {
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
      return booted.get(PlaceOrder).run(cartId, shipTo);
    });
    const { checkoutId } = placed;
    const opened = await booted.as(shopper, () => booted.get(StartPayment).run({ kind: 'checkout', id: checkoutId }));
    const intent = opened.clientSecret!.split('_secret')[0]!;
    return { orderId: placed.orders[0]!.orderId, checkoutId, piece, shopper, intent };
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
    receive_return: (shop, order) => maker(shop, order, () => shop.booted.get(ReceiveReturn).run(order.orderId, true)),
    pack: sends,
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
    packed: 'handing over packs as well',
    rto: 'what did not arrive is refunded in the same step',
  },
});
