import { CancelOrder, OrderCancelled, OrderClosed } from '#orders';
import {
  EndPaymentJob,
  PaymentCaptured,
  PaymentPromised,
  paymentStates,
  payoutStates,
  Reconcile,
  refundStates,
  SendPayoutJob,
  SendRefundJob,
  SettleDisputeJob,
  SettlePaymentJob,
  SettleRefundJob,
} from '#payments';
import { assert, namedId } from '#platform/kernel';
import { captures, ordersAtDoor } from './order.road.js';
import type { DrivenOrder, DrivenPayment, DrivenPayout, DrivenRefund, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

export const paymentRoad = road<DrivenPayment, PurchaseWish>()({
  machine: paymentStates,
  row: ({ paymentId }) => ({ table: 'payments.payment', id: paymentId }),
  async begin(shop, wish, [first]) {
    const { drive, hands } = shop;
    const order = first === 'promise' ? await ordersAtDoor(shop, wish) : await drive.order.to('pending_payment', wish);
    const { id } = await hands.sees<{ id: string }>('select id from payments.payment where cause_id = $1', [
      order.checkoutId,
    ]);
    return { ...order, paymentId: id };
  },
  steps: {
    act: (shop, payment) => captures(shop, payment, 'pm_upi_slow'),
    async capture(shop, payment) {
      if ((await shop.drive.payment.stateOf(payment)) === 'intent_created') return captures(shop, payment);
      await shop.outside(`/_control/payment_intents/${payment.intent}/settle`, { outcome: 'passed' });
      await shop.hands.does(SettlePaymentJob, { providerPaymentId: payment.intent });
    },
    async fail({ hands }, { paymentId }) {
      await hands.strikes('payments.check-payments', { table: 'payments.payment', id: paymentId, due: 'due_at' });
      await hands.does(EndPaymentJob, { paymentId });
    },
    async release(shop, payment) {
      if ((await shop.drive.order.stateOf(payment)) === 'pending_payment') await follows(shop, payment);
      await shop.drive.order.on(payment, 'completed');
      await shop.hands.does(OrderClosed, { orderId: payment.orderId });
      await looks(shop);
    },
    async settle(shop) {
      await shop.outside('/_control/balance/available');
      await shop.outside('/_control/balance/payout', { outcome: 'paid' });
      await looks(shop);
    },
    /** How she pays is said when she orders: a payment at the door begins as one. */
    promise: async () => undefined,
    /** She calls off what she would have paid at the door. */
    async void({ booted, hands }, { orderId, checkoutId, shopper }) {
      await hands.does(PaymentPromised, { cause: { kind: 'checkout', id: checkoutId } });
      await booted.as(shopper, () => booted.get(CancelOrder).run(orderId));
      await hands.does(OrderCancelled, { orderId });
    },
    dispute: async (shop, payment) =>
      disputes(shop, payment, (await shop.drive.payment.stateOf(payment)) === 'charged_back'),
    win: closes('won'),
    lose: closes('lost'),
  },
  notYet: {
    authorised: 'what is authorised is taken by the same job',
  },
});

/** The order hears that it was paid. */
const follows = ({ hands }: Workshop, { checkoutId }: DrivenOrder) =>
  hands.does(PaymentCaptured, { cause: { kind: 'checkout', id: checkoutId } });

/** Our books are held against the provider's. */
const looks = ({ booted }: Workshop) =>
  booted.asSystem(() => booted.get(Reconcile).run('asked', { patience_s: 3_600 }));

/** The shopper asks her bank about her payment, and its notice is followed. */
async function disputes(shop: Workshop, { intent }: DrivenOrder, again = false): Promise<string> {
  const known = (await (await fetch(`${shop.world}/_control`)).json()) as {
    state: { charges: { chargeId: string; paymentIntentId: string }[] };
  };
  const { chargeId } = known.state.charges.find((each) => each.paymentIntentId === intent)!;
  const { id } = await shop.outside<{ id: string }>(`/_control/charges/${chargeId}/dispute`, { again });
  await shop.hands.does(SettleDisputeJob, { providerDisputeId: id });
  return id;
}

function closes(outcome: 'won' | 'lost') {
  return async ({ hands, outside }: Workshop, { paymentId }: DrivenPayment) => {
    const { id } = await hands.sees<{ id: string }>(
      `select provider_id as id from payments.dispute where payment_id = $1 and status = 'open'`,
      [paymentId],
    );
    await outside(`/_control/disputes/${id}/close`, { outcome });
    await hands.does(SettleDisputeJob, { providerDisputeId: id });
  };
}

const sendsBack = ({ hands }: Workshop, { refundId }: DrivenRefund) => hands.does(SendRefundJob, { refundId });

const refuses = ({ outside }: Workshop) =>
  outside('/_control/faults', { kind: 'error_before', route: 'POST /v1/refunds', times: 1, status: 400 });

export const refundRoad = road<DrivenRefund, PurchaseWish>()({
  machine: refundStates,
  row: ({ refundId }) => ({ table: 'payments.refund', id: refundId }),
  async begin({ drive, hands }, wish) {
    const order = await drive.order.on(await drive.order.to('placed', wish), 'cancelled_by_seller');
    await hands.does(OrderCancelled, { orderId: order.orderId });
    return { ...order, refundId: namedId('refund of order', order.orderId) };
  },
  steps: {
    /** One job asks and settles; only a provider that takes its time leaves the refund in between. */
    async initiate(shop, refund, [next]) {
      if (next === undefined) await shop.outside('/_control/faults', { kind: 'refund_pending', times: 1 });
      if (next === 'give_up') await refuses(shop);
      await sendsBack(shop, refund);
    },
    succeed: settlesOutside,
    async give_up(shop, refund) {
      await refuses(shop);
      await sendsBack(shop, refund);
    },
    async replace(shop, refund) {
      const id = await disputes(shop, refund);
      await shop.outside(`/_control/disputes/${id}/close`, { outcome: 'lost' });
      await shop.hands.does(SettleDisputeJob, { providerDisputeId: id });
    },
  },
});

async function settlesOutside({ world, outside, hands }: Workshop, { refundId }: DrivenRefund): Promise<void> {
  const known = (await (await fetch(`${world}/_control`)).json()) as {
    state: { refunds: { id: string; metadata: Record<string, string> }[] };
  };
  const found = known.state.refunds.find((each) => each.metadata['refund_id'] === refundId);
  assert(found, 'the provider knows the refund');
  await outside(`/_control/refunds/${found.id}/settle`, { outcome: 'succeeded' });
  await hands.does(SettleRefundJob, { providerRefundId: found.id });
}

const asksBank = ({ hands }: Workshop, { payoutId }: DrivenPayout) => hands.does(SendPayoutJob, { payoutId });
const payoutRow = ({ payoutId }: DrivenPayout) => ({ table: 'payments.payout', id: payoutId });

export const payoutRoad = road<DrivenPayout, PurchaseWish>()({
  machine: payoutStates,
  row: payoutRow,
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('completed', wish);
    await hands.does(OrderClosed, { orderId: order.orderId });
    const { id } = await hands.sees<{ id: string }>(
      `select payout_id as id from payments.earning where kind = 'sale' and cause_id = $1`,
      [order.orderId],
    );
    return { ...order, payoutId: id };
  },
  steps: {
    async send(shop, payout) {
      await shop.outside('/bank/_control/faults', { kind: 'payout_later', times: 1 });
      await asksBank(shop, payout);
    },
    pay: asksBank,
    async fail(shop, payout) {
      await shop.outside('/bank/_control/faults', { kind: 'insufficient_funds', times: 1 });
      await asksBank(shop, payout);
    },
  },
});
