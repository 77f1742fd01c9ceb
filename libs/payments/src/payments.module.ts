import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { PayoutAccountsQuery, SellersModule } from '#sellers';
import { openFilePayouts, openPaymentProvider, openPayoutProvider } from './adapters/provider-settings.js';
import { PolicyModule } from '#policy';
import { FilesModule } from '#platform/files';
import { TaxModule } from '#tax';
import { BankAdvices } from './data/bank-advices.repository.js';
import { Cash } from './data/cash.repository.js';
import { CashDueEntity, CashWaiverEntity, RefundAccountEntity, RemittanceEntity } from './data/cash.entity.js';
import { Beneficiaries } from './data/beneficiaries.repository.js';
import { DisputesQuery } from './data/disputes.query.js';
import { DuePaymentsQuery } from './data/due.query.js';
import { CompensationEntity } from './data/compensation.entity.js';
import { Compensations } from './data/compensations.repository.js';
import { DisputeShareEntity } from './data/dispute-share.entity.js';
import { DisputeShares } from './data/dispute-shares.repository.js';
import { EarningEntity } from './data/earning.entity.js';
import { Earnings } from './data/earnings.repository.js';
import {
  DisputeEntity,
  GatewayNoticeEntity,
  PaymentEntity,
  PayoutEntity,
  PayoutPartEntity,
  RefundEntity,
} from './data/payment.entity.js';
import { CourierBillEntity } from './data/courier-bill.entity.js';
import { CourierBills } from './data/courier-bills.repository.js';
import { AlarmDesk } from './use-cases/alarm-desk.js';
import { OweCarriage } from './use-cases/owe-carriage.js';
import { PayCourierBill } from './use-cases/pay-courier-bill.js';
import { ProviderLineEntity, SettlementEntity } from './data/settlement.entity.js';
import { Settlements } from './data/settlements.repository.js';
import { TakeSettlements } from './use-cases/take-settlements.js';
import { Differences } from './data/differences.repository.js';
import { Payments } from './data/payments.repository.js';
import { DifferenceEntity, ReconciliationEntity } from './data/reconciliation.entity.js';
import { ReconciliationWatch } from './data/reconciliation-watch.js';
import { PaidSales } from './data/paid-sales.js';
import { PaymentStoryQuery } from './data/payment-story.query.js';
import { PayoutsQuery } from './data/payouts.query.js';
import { LateMoneyQuery } from './data/late-money.query.js';
import { EarningHoldEntity } from './data/earning-hold.entity.js';
import { EarningHolds } from './data/earning-holds.repository.js';
import { HoldEarning } from './use-cases/hold-earning.js';
import { PaymentsDeskQuery } from './data/payments-desk.query.js';
import {
  BankAdviceEntity,
  BankResponseEntity,
  BeneficiaryEntity,
  PayoutFileEntity,
} from './data/payout-file.entity.js';
import { PayoutFiles } from './data/payout-files.repository.js';
import { PayoutClockEntity } from './data/payout-clock.entity.js';
import { PayoutClocks } from './data/payout-clocks.repository.js';
import { PayoutRoadEntity } from './data/payout-road.entity.js';
import { PayoutRoads } from './data/payout-roads.repository.js';
import { Payouts } from './data/payouts.repository.js';
import { StatementsQuery } from './data/statements.query.js';
import { UnpaidPayoutsQuery } from './data/unpaid-payouts.query.js';
import { Refunds } from './data/refunds.repository.js';
import { FILE_PAYOUTS, PAYMENT_PROVIDER, PAYOUT_ACCOUNTS, PAYOUT_PROVIDER } from './ports/tokens.js';
import { BearLoss } from './use-cases/bear-loss.js';
import { CheckPayment } from './use-cases/check-payment.js';
import { CheckPayout } from './use-cases/check-payout.js';
import { CheckRefund } from './use-cases/check-refund.js';
import { ComparePayments } from './use-cases/compare-payments.js';
import { ComparePayouts } from './use-cases/compare-payouts.js';
import { CompareRefunds } from './use-cases/compare-refunds.js';
import { ClawBack } from './use-cases/claw-back.js';
import { EndPayment } from './use-cases/end-payment.js';
import { ExportStatement } from './use-cases/export-statement.js';
import { ExplainDifference } from './use-cases/explain-difference.js';
import { FollowRefund } from './use-cases/follow-refund.js';
import { PostProviderFees } from './use-cases/post-provider-fees.js';
import { Reconcile } from './use-cases/reconcile.js';
import { CollectCash } from './use-cases/collect-cash.js';
import { CompareCash } from './use-cases/compare-cash.js';
import { EndCash } from './use-cases/end-cash.js';
import { NameRefundAccount } from './use-cases/name-refund-account.js';
import { PayOutRefund } from './use-cases/pay-out-refund.js';
import { TakeRemittances } from './use-cases/take-remittances.js';
import { DivideCash } from './use-cases/divide-cash.js';
import { WaiveCash } from './use-cases/waive-cash.js';
import { FollowPayout } from './use-cases/follow-payout.js';
import { LookAtPayment } from './use-cases/look-at-payment.js';
import { MakePayoutFile } from './use-cases/make-payout-file.js';
import { ReadPayoutFile } from './use-cases/read-payout-file.js';
import { ReleasePayoutFile } from './use-cases/release-payout-file.js';
import { TakeBankResponse } from './use-cases/take-bank-response.js';
import { HoldPayouts } from './use-cases/hold-payouts.js';
import { NoteReturnedPayout } from './use-cases/note-returned-payout.js';
import { PayCompensation } from './use-cases/pay-compensation.js';
import { WatchRefund } from './use-cases/watch-refund.js';
import { RecordGatewayNotice } from './use-cases/record-gateway-notice.js';
import { RequestPayment } from './use-cases/request-payment.js';
import { RequestRefund } from './use-cases/request-refund.js';
import { RetryPayout } from './use-cases/retry-payout.js';
import { RetryRefund } from './use-cases/retry-refund.js';
import { RunPayouts } from './use-cases/run-payouts.js';
import { SchedulePayout } from './use-cases/schedule-payout.js';
import { SendPayout } from './use-cases/send-payout.js';
import { SendRefund } from './use-cases/send-refund.js';
import { SettleEarning } from './use-cases/settle-earning.js';
import { SettleDispute } from './use-cases/settle-dispute.js';
import { SettlePayment } from './use-cases/settle-payment.js';
import { SettleRefund } from './use-cases/settle-refund.js';
import { StartPayment } from './use-cases/start-payment.js';
import { SubmitEvidence } from './use-cases/submit-evidence.js';
import { TakeMissedNotices } from './use-cases/take-missed-notices.js';
import { TakeNews } from './use-cases/take-news.js';

const verbs = [
  RequestPayment,
  StartPayment,
  LookAtPayment,
  RecordGatewayNotice,
  SettlePayment,
  CheckPayment,
  EndPayment,
  RequestRefund,
  SendRefund,
  SettleRefund,
  CheckRefund,
  WatchRefund,
  PayCompensation,
  SettleDispute,
  SubmitEvidence,
  SettleEarning,
  SchedulePayout,
  SendPayout,
  CheckPayout,
  RunPayouts,
  RetryPayout,
  RetryRefund,
  HoldEarning,
  HoldPayouts,
  NoteReturnedPayout,
  FollowPayout,
  CollectCash,
  DivideCash,
  WaiveCash,
  TakeRemittances,
  NameRefundAccount,
  MakePayoutFile,
  ReleasePayoutFile,
  ReadPayoutFile,
  TakeBankResponse,
  ClawBack,
  OweCarriage,
  AlarmDesk,
  PayCourierBill,
  ExportStatement,
  Reconcile,
  ExplainDifference,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PaymentEntity,
      GatewayNoticeEntity,
      RefundEntity,
      DisputeEntity,
      DisputeShareEntity,
      CompensationEntity,
      SettlementEntity,
      ProviderLineEntity,
      PayoutEntity,
      PayoutPartEntity,
      PayoutRoadEntity,
      EarningEntity,
      EarningHoldEntity,
      ReconciliationEntity,
      DifferenceEntity,
      PayoutClockEntity,
      CourierBillEntity,
      BeneficiaryEntity,
      PayoutFileEntity,
      BankAdviceEntity,
      BankResponseEntity,
      CashDueEntity,
      CashWaiverEntity,
      RefundAccountEntity,
      RemittanceEntity,
    ]),
    FilesModule,
    PolicyModule,
    LedgerModule,
    SellersModule,
    TaxModule,
  ],
  providers: [
    ...verbs,
    TakeNews,
    FollowRefund,
    BearLoss,
    DisputeShares,
    Compensations,
    Settlements,
    TakeSettlements,
    PaidSales,
    ComparePayments,
    CompareRefunds,
    ComparePayouts,
    PostProviderFees,
    TakeMissedNotices,
    Differences,
    CourierBills,
    ReconciliationWatch,
    Payments,
    Refunds,
    Earnings,
    Payouts,
    PayoutClocks,
    EarningHolds,
    PayoutRoads,
    PayoutFiles,
    Beneficiaries,
    BankAdvices,
    Cash,
    EndCash,
    CompareCash,
    PayOutRefund,
    PaymentsDeskQuery,
    LateMoneyQuery,
    DisputesQuery,
    DuePaymentsQuery,
    UnpaidPayoutsQuery,
    PayoutsQuery,
    PaymentStoryQuery,
    StatementsQuery,
    { provide: PAYMENT_PROVIDER, useFactory: openPaymentProvider },
    {
      provide: PAYOUT_PROVIDER,
      useFactory: openPayoutProvider,
      inject: [UnitOfWork, Beneficiaries, BankAdvices],
    },
    {
      provide: FILE_PAYOUTS,
      useFactory: openFilePayouts,
      inject: [UnitOfWork, Beneficiaries, BankAdvices],
    },
    { provide: PAYOUT_ACCOUNTS, useExisting: PayoutAccountsQuery },
  ],
  exports: [
    ...verbs,
    Payments,
    Compensations,
    PaidSales,
    Differences,
    CourierBills,
    ReconciliationWatch,
    DuePaymentsQuery,
    UnpaidPayoutsQuery,
    PayoutsQuery,
    PaymentStoryQuery,
    StatementsQuery,
    PaymentsDeskQuery,
    LateMoneyQuery,
    DisputesQuery,
    PayoutFiles,
  ],
})
export class PaymentsModule {}
