import { PaymentsRefundsPayouts1795000060000 } from './data/migrations/1795000060000-payments-refunds-payouts.js';

export { PaymentsModule } from './payments.module.js';
export { RequestPayment } from './use-cases/request-payment.js';
export { StartPayment, type StartedPayment } from './use-cases/start-payment.js';
export { RecordGatewayNotice } from './use-cases/record-gateway-notice.js';
export { SettlePayment } from './use-cases/settle-payment.js';
export { RequestRefund } from './use-cases/request-refund.js';
export { SendRefund } from './use-cases/send-refund.js';
export { SchedulePayout, type PayoutOrder } from './use-cases/schedule-payout.js';
export { SendPayout } from './use-cases/send-payout.js';
export { CheckPayout } from './use-cases/check-payout.js';
export { Payments } from './data/payments.repository.js';
export { DuePayoutsQuery } from './data/due-payouts.query.js';
export { paymentStates, payoutStates, refundStates, type PaymentState } from './domain/payment.states.js';
export {
  PaymentCaptured,
  PaymentFailed,
  PaymentRefunded,
  PayoutFailed,
  PayoutPaid,
  SendPayoutJob,
  SendRefundJob,
  SettlePaymentJob,
} from './domain/payment.events.js';
export const paymentsMigrations = [PaymentsRefundsPayouts1795000060000];
