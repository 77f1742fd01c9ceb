import {
  EndPayment,
  EndPaymentJob,
  FollowPayout,
  FollowPayoutJob,
  Reconcile,
  ReconcileJob,
  SendPayout,
  SendPayoutJob,
  SendRefund,
  SendRefundJob,
  SettleDispute,
  SettleDisputeJob,
  SettlePayment,
  SettlePaymentJob,
  SettleRefund,
  SettleRefundJob,
} from '#payments';
import { call, handle } from '#platform/queue';

export const paymentsJobs = [
  handle(
    SettlePaymentJob,
    call(SettlePayment, (settlePayment, job) => settlePayment.run(job)),
  ),
  handle(
    EndPaymentJob,
    call(EndPayment, (endPayment, job) => endPayment.run(job)),
  ),
  handle(
    SettleRefundJob,
    call(SettleRefund, (settleRefund, job) => settleRefund.run(job)),
  ),
  handle(
    SettleDisputeJob,
    call(SettleDispute, (settleDispute, job) => settleDispute.run(job)),
  ),
  handle(
    SendRefundJob,
    call(SendRefund, (sendRefund, job) => sendRefund.run(job)),
  ),
  handle(
    SendPayoutJob,
    call(SendPayout, (sendPayout, job) => sendPayout.run(job)),
  ),
  handle(
    FollowPayoutJob,
    call(FollowPayout, (followPayout, job) => followPayout.run(job)),
  ),
  handle(
    ReconcileJob,
    call(Reconcile, async (reconcile, job) => void (await reconcile.run(job.kind))),
  ),
];
