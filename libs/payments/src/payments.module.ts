import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '#ledger';
import { PayoutAccountsQuery, SellersModule } from '#sellers';
import { openPaymentProvider, openPayoutProvider } from './adapters/provider-settings.js';
import { DuePayoutsQuery } from './data/due-payouts.query.js';
import { GatewayNoticeEntity, PaymentEntity, PayoutEntity, RefundEntity } from './data/payment.entity.js';
import { Payments } from './data/payments.repository.js';
import { PAYMENT_PROVIDER, PAYOUT_ACCOUNTS, PAYOUT_PROVIDER } from './ports/tokens.js';
import { CheckPayout } from './use-cases/check-payout.js';
import { RecordGatewayNotice } from './use-cases/record-gateway-notice.js';
import { RequestPayment } from './use-cases/request-payment.js';
import { RequestRefund } from './use-cases/request-refund.js';
import { SchedulePayout } from './use-cases/schedule-payout.js';
import { SendPayout } from './use-cases/send-payout.js';
import { SendRefund } from './use-cases/send-refund.js';
import { SettlePayment } from './use-cases/settle-payment.js';
import { StartPayment } from './use-cases/start-payment.js';

const verbs = [
  RequestPayment,
  StartPayment,
  RecordGatewayNotice,
  SettlePayment,
  RequestRefund,
  SendRefund,
  SchedulePayout,
  SendPayout,
  CheckPayout,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([PaymentEntity, GatewayNoticeEntity, RefundEntity, PayoutEntity]),
    LedgerModule,
    SellersModule,
  ],
  providers: [
    ...verbs,
    Payments,
    DuePayoutsQuery,
    { provide: PAYMENT_PROVIDER, useFactory: openPaymentProvider },
    { provide: PAYOUT_PROVIDER, useFactory: openPayoutProvider },
    { provide: PAYOUT_ACCOUNTS, useExisting: PayoutAccountsQuery },
  ],
  exports: [...verbs, DuePayoutsQuery],
})
export class PaymentsModule {}
