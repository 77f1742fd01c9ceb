import { OrderCancelled, OrderClosed } from '#orders';
import { paymentStates, payoutStates, refundStates, SendPayoutJob, SendRefundJob } from '#payments';
import { assert, namedId } from '#platform/kernel';
import { captures } from './order.road.js';
import type { DrivenPayment, DrivenPayout, DrivenRefund, PurchaseWish, Workshop } from './driven.js';
import { road } from './road.js';

export const paymentRoad = road<DrivenPayment, PurchaseWish>()({
  machine: paymentStates,
  row: ({ paymentId }) => ({ table: 'payments.payment', id: paymentId }),
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('pending_payment', wish);
    const { id } = await hands.sees<{ id: string }>('select id from payments.payment where cause_id = $1', [
      order.checkoutId,
    ]);
    return { ...order, paymentId: id };
  },
  steps: { capture: captures },
  notYet: {
    processing: 'the provider’s slow ways of paying are not followed yet',
    authorised: 'cards are charged at once',
    voided: 'cards are charged at once',
    failed: 'the platform does not give a payment up yet',
    disputed: 'disputes are not built yet',
    charged_back: 'disputes are not built yet',
    releasable: 'settlements of the provider are not followed yet',
    settled: 'settlements of the provider are not followed yet',
  },
});

const sendsBack = ({ hands }: Workshop, { refundId }: DrivenRefund) => hands.does(SendRefundJob, { refundId });

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
      if (next === 'succeed') return sendsBack(shop, refund);
      await shop.outside('/_control/faults', { kind: 'refund_pending', times: 1 });
      const answer = await sendsBack(shop, refund).catch((error: Error) => error.message);
      assert(answer === 'the refund is pending at the provider', 'its job comes back later');
    },
    async succeed(shop, refund) {
      await settlesOutside(shop, refund);
      await sendsBack(shop, refund);
    },
  },
  notYet: { manual: 'nothing gives a refund up yet: its job is dead and the desk replays it' },
});

async function settlesOutside({ world, outside }: Workshop, { refundId }: DrivenRefund): Promise<void> {
  const known = (await (await fetch(`${world}/_control`)).json()) as {
    state: { refunds: { id: string; metadata: Record<string, string> }[] };
  };
  const found = known.state.refunds.find((each) => each.metadata['refund_id'] === refundId);
  assert(found, 'the provider knows the refund');
  await outside(`/_control/refunds/${found.id}/settle`, { outcome: 'succeeded' });
}

const asksBank = ({ hands }: Workshop, { payoutId }: DrivenPayout) => hands.does(SendPayoutJob, { payoutId });
const payoutRow = ({ payoutId }: DrivenPayout) => ({ table: 'payments.payout', id: payoutId });

export const payoutRoad = road<DrivenPayout, PurchaseWish>()({
  machine: payoutStates,
  row: payoutRow,
  async begin({ drive, hands }, wish) {
    const order = await drive.order.to('completed', wish);
    await hands.does(OrderClosed, { orderId: order.orderId });
    return { ...order, payoutId: namedId('payout', 'order', order.orderId) };
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
