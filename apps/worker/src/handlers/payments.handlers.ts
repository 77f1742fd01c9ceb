import { SendPayout, SendPayoutJob, SendRefund, SendRefundJob, SettlePayment, SettlePaymentJob } from '#payments';
import { call, handle } from '#platform/queue';

export const paymentsJobs = [
  handle(
    SettlePaymentJob,
    call(SettlePayment, (settlePayment, job) => settlePayment.run(job)),
  ),
  handle(
    SendRefundJob,
    call(SendRefund, (sendRefund, job) => sendRefund.run(job)),
  ),
  handle(
    SendPayoutJob,
    call(SendPayout, (sendPayout, job) => sendPayout.run(job)),
  ),
];
