import { APaymentSaysWhereItIsFound1795000115100 } from './data/migrations/1795000115100-a-payment-says-where-it-is-found.js';
import { EarningsWaitForComplaints1795000106001 } from './data/migrations/1795000106001-earnings-wait-for-complaints.js';
import { AFailedSettlementBringsNothing1795000090090 } from './data/migrations/1795000090090-a-failed-settlement-brings-nothing.js';
import { APayoutKeepsToItsRoad1795000064720 } from './data/migrations/1795000064720-a-payout-keeps-to-its-road.js';
import { StatesKnowSinceWhen1795000064710 } from './data/migrations/1795000064710-states-know-since-when.js';
import { CouriersArePaidByBills1795000064700 } from './data/migrations/1795000064700-couriers-are-paid-by-bills.js';
import { CapturedMoneyHasWalls1795000060001 } from './data/migrations/1795000060001-captured-money-has-walls.js';
import { EarningsKnowTheirDeductions1795000064000 } from './data/migrations/1795000064000-earnings-know-their-deductions.js';
import { PayoutsRun1795000064100 } from './data/migrations/1795000064100-payouts-run.js';
import { PayoutsOfGroupsHaveParts1795000062000 } from './data/migrations/1795000062000-payouts-of-groups-have-parts.js';
import { OurBooksAreHeldAgainstTheirs1795000064400 } from './data/migrations/1795000064400-our-books-are-held-against-theirs.js';
import { SettlementsAreFollowed1795000064580 } from './data/migrations/1795000064580-settlements-are-followed.js';
import { CashIsCapturedWhenItIsHere1795000064650 } from './data/migrations/1795000064650-cash-is-captured-when-it-is-here.js';
import { LateRefundsCostUs1795000064520 } from './data/migrations/1795000064520-late-refunds-cost-us.js';
import { OwedCompensationIsTold1795000064790 } from './data/migrations/1795000064790-owed-compensation-is-told.js';
import { SettlementsMayDiffer1795000090400 } from './data/migrations/1795000090400-settlements-may-differ.js';
import { OldPayoutsFindTheirRoad1795000090410 } from './data/migrations/1795000090410-old-payouts-find-their-road.js';
import { AReplacedRefundSaysHowMuch1795000090420 } from './data/migrations/1795000090420-a-replaced-refund-says-how-much.js';
import { LinesThatAreOnTheirWay1795000090430 } from './data/migrations/1795000090430-lines-that-are-on-their-way.js';
import { SettlementsKnowWhatIsBooked1795000090440 } from './data/migrations/1795000090440-settlements-know-what-is-booked.js';
import { DisputesAreAnswered1795000064510 } from './data/migrations/1795000064510-disputes-are-answered.js';
import { TheBankPaidInsteadOfUs1795000064500 } from './data/migrations/1795000064500-the-bank-paid-instead-of-us.js';
import { PaymentsRefundsPayouts1795000060000 } from './data/migrations/1795000060000-payments-refunds-payouts.js';
import { ClosedShopsArePaidWhatIsLeft1795000064781 } from './data/migrations/1795000064781-closed-shops-are-paid-what-is-left.js';
import { JourneysSeeWhatIsPaid1795000064780 } from './data/migrations/1795000064780-journeys-see-what-is-paid.js';
import { CashAtTheDoor1795000064610 } from './data/migrations/1795000064610-cash-at-the-door.js';
import { PayoutsGoByFile1795000064600 } from './data/migrations/1795000064600-payouts-go-by-file.js';

export { PaymentsModule } from './payments.module.js';
export { RequestPayment } from './use-cases/request-payment.js';
export { LookAtPayment } from './use-cases/look-at-payment.js';
export { StartPayment, type StartedPayment } from './use-cases/start-payment.js';
export { RecordGatewayNotice } from './use-cases/record-gateway-notice.js';
export { SettlePayment } from './use-cases/settle-payment.js';
export { CheckPayment } from './use-cases/check-payment.js';
export { EndPayment } from './use-cases/end-payment.js';
export { PaidSales, type PaidSale } from './data/paid-sales.js';
export { RequestRefund } from './use-cases/request-refund.js';
export { SendRefund } from './use-cases/send-refund.js';
export { SettleRefund } from './use-cases/settle-refund.js';
export { CheckRefund } from './use-cases/check-refund.js';
export { DisputesQuery, disputeStatuses, type DisputeRow } from './data/disputes.query.js';
export type { DisputeEvidence } from './ports/payment-provider.js';
export { SubmitEvidence } from './use-cases/submit-evidence.js';
export { Compensations, refunds_max, type Compensation, type OwnRefund } from './data/compensations.repository.js';
export { compensationStates } from './domain/late-refund.js';
export { PayCompensation } from './use-cases/pay-compensation.js';
export { WatchRefund } from './use-cases/watch-refund.js';
export { SettleDispute } from './use-cases/settle-dispute.js';
export { SchedulePayout, type PayoutOrder } from './use-cases/schedule-payout.js';
export { SettleEarning, type EarnedSale, type KeptLine, type SettledEarning } from './use-cases/settle-earning.js';
export { ClawBack, type UndoneSale } from './use-cases/claw-back.js';
export { RunPayouts } from './use-cases/run-payouts.js';
export { RetryPayout } from './use-cases/retry-payout.js';
export { RetryRefund } from './use-cases/retry-refund.js';
export { HoldEarning } from './use-cases/hold-earning.js';
export { HoldPayouts } from './use-cases/hold-payouts.js';
export { NoteReturnedPayout } from './use-cases/note-returned-payout.js';
export { CollectCash } from './use-cases/collect-cash.js';
export { NameRefundAccount } from './use-cases/name-refund-account.js';
export { TakeRemittances, type BroughtCash } from './use-cases/take-remittances.js';
export { DivideCash } from './use-cases/divide-cash.js';
export { WaiveCash } from './use-cases/waive-cash.js';
export { payeeAccount } from './domain/payee-account.js';
export { paymentMethods, type PaymentMethod } from './data/payments.repository.js';
export type { PayeeAccount } from './ports/payout-provider.js';
export { FollowPayout } from './use-cases/follow-payout.js';
export { MakePayoutFile } from './use-cases/make-payout-file.js';
export { ReleasePayoutFile } from './use-cases/release-payout-file.js';
export { ReadPayoutFile } from './use-cases/read-payout-file.js';
export { TakeBankResponse, type TakenResponse } from './use-cases/take-bank-response.js';
export { PayoutFiles, type PayoutFile } from './data/payout-files.repository.js';
export { fileNumberOf } from './domain/bank-file.js';
export { LateMoneyQuery, type LatePayout, type LateRefund } from './data/late-money.query.js';
export { PaymentsDeskQuery, type DeskPayout, type DeskRefund } from './data/payments-desk.query.js';
export type { HeldPayouts } from './data/payout-clocks.repository.js';
export { SendPayout } from './use-cases/send-payout.js';
export { CheckPayout } from './use-cases/check-payout.js';
export { Reconcile, type Reconciled } from './use-cases/reconcile.js';
export { ReconciliationWatch } from './data/reconciliation-watch.js';
export { ExplainDifference } from './use-cases/explain-difference.js';
export { differenceKey, Differences, type DifferenceRow } from './data/differences.repository.js';
export { differenceAbouts, differenceKinds, differenceStatuses } from './domain/difference.js';
export { Payments } from './data/payments.repository.js';
export { paymentEvents, PaymentStoryQuery, type PaymentStoryStep } from './data/payment-story.query.js';
export { PayoutsQuery, type OwnPart, type PartLine, type PayoutRow } from './data/payouts.query.js';
export { ExportStatement } from './use-cases/export-statement.js';
export { StatementsQuery, type MonthStatement, type SaidLine, type SellerBalance } from './data/statements.query.js';
export { saysLine, type Said } from './domain/statement-words.js';
export { isRoundedUp, saysRounding } from './domain/payout-parts.js';
export { AlarmDesk, type WaitingMoney } from './use-cases/alarm-desk.js';
export { OweCarriage, type CarriageDue } from './use-cases/owe-carriage.js';
export { PayCourierBill, type PaidBill } from './use-cases/pay-courier-bill.js';
export { CourierBills, courierBillKey, type CourierBill } from './data/courier-bills.repository.js';
export { UnpaidPayoutsQuery } from './data/unpaid-payouts.query.js';
export { DuePaymentsQuery } from './data/due.query.js';
export { paymentStates, payoutStates, refundStates, type PaymentState } from './domain/payment.states.js';
export {
  DifferencesFound,
  ClawedBack,
  DisputeLost,
  DisputeOpened,
  DisputeWon,
  EarningReleased,
  EndPaymentJob,
  FollowPayoutJob,
  MoneyWaits,
  PaymentCaptured,
  CashRemitted,
  PaymentFailed,
  PaymentPromised,
  PaymentRefunded,
  RefundLate,
  RefundReplaced,
  PayoutFailed,
  PayoutPaid,
  ReconcileJob,
  PayoutReturned,
  PayoutsHeld,
  SendPayoutJob,
  SendRefundJob,
  SettleDisputeJob,
  SettlePaymentJob,
  SettleRefundJob,
} from './domain/payment.events.js';
export const paymentsMigrations = [
  PaymentsRefundsPayouts1795000060000,
  CapturedMoneyHasWalls1795000060001,
  PayoutsOfGroupsHaveParts1795000062000,
  EarningsKnowTheirDeductions1795000064000,
  PayoutsRun1795000064100,
  OurBooksAreHeldAgainstTheirs1795000064400,
  TheBankPaidInsteadOfUs1795000064500,
  DisputesAreAnswered1795000064510,
  LateRefundsCostUs1795000064520,
  SettlementsAreFollowed1795000064580,
  PayoutsGoByFile1795000064600,
  CashAtTheDoor1795000064610,
  CashIsCapturedWhenItIsHere1795000064650,
  CouriersArePaidByBills1795000064700,
  StatesKnowSinceWhen1795000064710,
  APayoutKeepsToItsRoad1795000064720,
  JourneysSeeWhatIsPaid1795000064780,
  ClosedShopsArePaidWhatIsLeft1795000064781,
  OwedCompensationIsTold1795000064790,
  AFailedSettlementBringsNothing1795000090090,
  SettlementsMayDiffer1795000090400,
  OldPayoutsFindTheirRoad1795000090410,
  AReplacedRefundSaysHowMuch1795000090420,
  LinesThatAreOnTheirWay1795000090430,
  SettlementsKnowWhatIsBooked1795000090440,
  EarningsWaitForComplaints1795000106001,
  APaymentSaysWhereItIsFound1795000115100,
];
