import {
  CancelImport,
  CountGoods,
  EscalateListing,
  EscalateChange,
  DecideReviewCase,
  EscalateReport,
  HideOldVersion,
  OwnListingsQuery,
  PurgeMedia,
  CountShelf,
  FoldShelfCounts,
  RebuildShelf,
  ReleaseExpiredHold,
  WithdrawReview,
  MendPictures,
} from '#catalogue';
import { EndQuestion, PurgeAnswerFiles, StrikeComplaint } from '#grievances';
import { ErasePerson, PurgeStale } from '#identity';
import { ExpireHold } from '#ledger';
import { AlarmMessages, FallBack, PurgeMessages, TellDigest, WakeMessage } from '#notifications';
import { ApplyDistrictOrder, PurgeEvidenceFiles, SettleOdopEntry } from '#odop';
import {
  AlarmOrder,
  AlarmUnplaced,
  CollectRemittances,
  DueOrdersQuery,
  LapseOrder,
  PurgeCarts,
  PurgeReturnPhotos,
} from '#orders';
import {
  AlarmDesk,
  CheckPayment,
  CheckPayout,
  CheckRefund,
  DuePaymentsQuery,
  Reconcile,
  RunPayouts,
  WatchRefund,
} from '#payments';
import { CheckAudit, SealAudit } from '#platform/audit';
import { IdempotencyAnswers, Operations } from '#platform/http';
import { call, clock, dailyAt, everyMinutes, hourlyAt, sweep, type Schedule } from '#platform/queue';
import { KeptFiles } from '#platform/storage';
import {
  CheckBill,
  CheckFunds,
  DueQuery,
  EndUnaccepted,
  FreezeComparison,
  LapseAcceptance,
  RemindOffice,
  StrikeIncident,
  KeepIncidentFiles,
} from '#procurement';
import { ForgetRedeemers } from '#promotions';
import { ForgetDevices, LeaveSilentAccount, SellersQuery, SettleOverdueSeller, WatchPapers } from '#sellers';
import { AlarmEWayBill, AlarmInvoice, CheckRegistration, ForgetPapers, IssueCertificates, WarnEWayBill } from '#tax';
import { ofParcels } from './schedules/parcels.js';

/** Clock → use-case: every deadline and every set time of the bazaar, by the business clock, times in Asia/Kolkata. */
export const schedules: readonly Schedule[] = [
  clock(
    'platform.seal-audit',
    everyMinutes(1),
    call(SealAudit, (sealAudit) => sealAudit.run()),
  ),
  clock(
    'platform.check-audit',
    dailyAt('02:45'),
    call(CheckAudit, (checkAudit) => checkAudit.ask()),
  ),
  clock(
    'platform.purge-answers',
    everyMinutes(15),
    call(IdempotencyAnswers, (answers) => answers.purge()),
  ),
  clock(
    'platform.purge-operations',
    hourlyAt(20),
    call(Operations, (operations) => operations.purge()),
  ),
  sweep('odop.settle-entries', {
    due: call(SettleOdopEntry, (settle, tx, limit) => settle.due(tx, limit)),
    act: call(SettleOdopEntry, (settle, id) => settle.run(id)),
  }),
  sweep('odop.apply-district-orders', {
    due: call(ApplyDistrictOrder, (apply, tx, limit) => apply.due(tx, limit)),
    act: call(ApplyDistrictOrder, (apply, id) => apply.run(id)),
  }),
  clock(
    'odop.purge-evidence-files',
    hourlyAt(40),
    call(PurgeEvidenceFiles, (purge) => purge.run()),
  ),
  sweep('sellers.settle-overdue', {
    due: call(SellersQuery, (query, tx, limit) => query.due(tx, limit)),
    act: call(SettleOverdueSeller, (settle, id) => settle.run(id)),
  }),
  sweep('sellers.watch-papers', {
    due: call(WatchPapers, (watch, tx, limit) => watch.due(tx, limit)),
    act: call(WatchPapers, (watch, id) => watch.run(id)),
  }),
  sweep('sellers.leave-silent-accounts', {
    due: call(LeaveSilentAccount, (leave, tx, limit) => leave.due(tx, limit)),
    act: call(LeaveSilentAccount, (leave, id) => leave.run(id)),
    every_ms: 600_000,
  }),
  clock(
    'catalogue.count-goods',
    everyMinutes(5),
    call(CountGoods, (countGoods) => countGoods.run()),
  ),
  clock(
    'catalogue.fold-shelf-counts',
    everyMinutes(1),
    call(FoldShelfCounts, (fold) => fold.run()),
  ),
  clock(
    'catalogue.count-shelf',
    dailyAt('03:40'),
    call(CountShelf, (countShelf) => countShelf.check()),
  ),
  clock(
    'catalogue.mend-shelf',
    hourlyAt(10),
    call(RebuildShelf, (rebuild) => rebuild.mend()),
  ),
  sweep('catalogue.lapse-imports', {
    due: call(CancelImport, (cancel, tx, limit) => cancel.due(tx, limit)),
    act: call(CancelImport, (cancel, id) => cancel.lapse(id)),
  }),
  clock(
    'catalogue.purge-imports',
    hourlyAt(50),
    call(CancelImport, (cancel) => cancel.purge()),
  ),
  sweep('catalogue.escalate-listings', {
    due: call(OwnListingsQuery, (query, tx, limit) => query.due(tx, limit)),
    act: call(EscalateListing, (escalate, id) => escalate.run(id)),
  }),
  sweep('catalogue.hide-old-versions', {
    due: call(HideOldVersion, (hide, tx, limit) => hide.due(tx, limit)),
    act: call(HideOldVersion, (hide, id) => hide.run(id)),
  }),
  sweep('catalogue.escalate-changes', {
    due: call(EscalateChange, (escalate, tx, limit) => escalate.due(tx, limit)),
    act: call(EscalateChange, (escalate, id) => escalate.run(id)),
  }),
  sweep('catalogue.escalate-reports', {
    due: call(EscalateReport, (escalate, tx, limit) => escalate.due(tx, limit)),
    act: call(EscalateReport, (escalate, id) => escalate.run(id)),
  }),
  sweep('catalogue.escalate-review-cases', {
    due: call(DecideReviewCase, (decide, tx, limit) => decide.due(tx, limit)),
    act: call(DecideReviewCase, (decide, id) => decide.escalate(id)),
  }),
  sweep('catalogue.lapse-reviews', {
    due: call(WithdrawReview, (withdraw, tx, limit) => withdraw.due(tx, limit)),
    act: call(WithdrawReview, (withdraw, id) => withdraw.lapse(id)),
  }),
  sweep('catalogue.release-holds', {
    due: call(OwnListingsQuery, (query, tx, limit) => query.expiredHolds(tx, limit)),
    act: call(ReleaseExpiredHold, (release, id) => release.run(id)),
  }),
  sweep('orders.lapse', {
    due: call(DueOrdersQuery, (query, tx, limit) => query.due(tx, limit)),
    act: call(LapseOrder, (lapseOrder, id) => lapseOrder.run(id)),
  }),
  clock(
    'orders.purge-carts',
    hourlyAt(35),
    call(PurgeCarts, (purge) => purge.run()),
  ),
  clock(
    'promotions.forget-redeemers',
    hourlyAt(50),
    call(ForgetRedeemers, (forget) => forget.run()),
  ),
  clock(
    'orders.purge-return-photos',
    hourlyAt(55),
    call(PurgeReturnPhotos, (purge) => purge.run()),
  ),
  sweep('orders.alarm-orders', {
    due: call(AlarmOrder, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmOrder, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
  sweep('orders.alarm-unplaced', {
    due: call(AlarmUnplaced, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmUnplaced, (alarm, id) => alarm.run(id)),
    every_ms: 30_000,
  }),
  ...ofParcels,
  ...(['payment', 'refund', 'payout', 'compensation'] as const).map((about) =>
    sweep(`payments.alarm-${about}s`, {
      due: call(AlarmDesk, (alarm, tx, limit) => alarm.due(tx, about, limit)),
      act: call(AlarmDesk, (alarm, id) => alarm.run(about, id)),
      every_ms: 60_000,
    }),
  ),
  sweep('payments.check-payments', {
    due: call(DuePaymentsQuery, (query, tx, limit) => query.payments(tx, limit)),
    act: call(CheckPayment, (checkPayment, id) => checkPayment.run(id)),
  }),
  sweep('payments.check-refunds', {
    due: call(DuePaymentsQuery, (query, tx, limit) => query.refunds(tx, limit)),
    act: call(CheckRefund, (checkRefund, id) => checkRefund.run(id)),
  }),
  sweep('payments.watch-refunds', {
    due: call(WatchRefund, (watch, tx, limit) => watch.due(tx, limit)),
    act: call(WatchRefund, (watch, id) => watch.run(id)),
  }),
  sweep('ledger.expire-holds', {
    due: call(ExpireHold, (expire, tx, limit) => expire.due(tx, limit)),
    act: call(ExpireHold, (expire, id) => expire.run(id)),
  }),
  sweep('payments.run-payouts', {
    due: call(RunPayouts, (runs, tx, limit) => runs.due(tx, limit)),
    act: call(RunPayouts, (runs, sellerId) => runs.run(sellerId)),
  }),
  clock(
    'orders.take-remittances',
    hourlyAt(5),
    call(CollectRemittances, (collect, slot) => collect.ask(slot)),
  ),
  sweep('payments.check-payouts', {
    due: call(DuePaymentsQuery, (query, tx, limit) => query.payouts(tx, limit)),
    act: call(CheckPayout, (checkPayout, id) => checkPayout.run(id)),
  }),
  clock(
    'payments.reconcile-hourly',
    hourlyAt(15),
    call(Reconcile, (reconcile, slot) => reconcile.ask('hourly', slot)),
  ),
  clock(
    'payments.reconcile-daily',
    dailyAt('04:10'),
    call(Reconcile, (reconcile, slot) => reconcile.ask('daily', slot)),
  ),
  sweep('procurement.lapse-contracts', {
    due: call(DueQuery, (query, tx, limit) => query.contracts(tx, limit)),
    act: call(EndUnaccepted, (endUnaccepted, id) => endUnaccepted.lapse(id)),
  }),
  sweep('procurement.lapse-acceptances', {
    due: call(DueQuery, (query, tx, limit) => query.acceptances(tx, limit)),
    act: call(LapseAcceptance, (lapseAcceptance, id) => lapseAcceptance.run(id)),
  }),
  sweep('procurement.strike-incidents', {
    due: call(StrikeIncident, (strike, tx, limit) => strike.due(tx, limit)),
    act: call(StrikeIncident, (strike, id) => strike.run(id)),
  }),
  clock(
    'procurement.purge-incident-files',
    hourlyAt(50),
    call(KeepIncidentFiles, (keep) => keep.purge()),
  ),
  sweep('procurement.remind-offices', {
    due: call(DueQuery, (query, tx, limit) => query.reminders(tx, limit)),
    act: call(RemindOffice, (remindOffice, id) => remindOffice.run(id)),
  }),
  sweep('procurement.lapse-comparisons', {
    due: call(DueQuery, (query, tx, limit) => query.comparisons(tx, limit)),
    act: call(FreezeComparison, (freezeComparison, id) => freezeComparison.lapse(id)),
  }),
  sweep('procurement.check-funds', {
    due: call(DueQuery, (query, tx, limit) => query.funds(tx, limit)),
    act: call(CheckFunds, (checkFunds, id) => checkFunds.run(id)),
  }),
  sweep('procurement.check-bills', {
    due: call(DueQuery, (query, tx, limit) => query.bills(tx, limit)),
    act: call(CheckBill, (checkBill, id) => checkBill.run(id)),
  }),
  sweep('grievances.strike-clocks', {
    due: call(StrikeComplaint, (strike, tx, limit) => strike.due(tx, limit)),
    act: call(StrikeComplaint, (strike, id) => strike.run(id)),
    every_ms: 60_000,
  }),
  sweep('grievances.end-questions', {
    due: call(EndQuestion, (end, tx, limit) => end.due(tx, limit)),
    act: call(EndQuestion, (end, id) => end.run(id)),
    every_ms: 60_000,
  }),
  clock(
    'grievances.purge-answer-files',
    hourlyAt(55),
    call(PurgeAnswerFiles, (purge) => purge.run()),
  ),
  sweep('tax.check-registrations', {
    due: call(CheckRegistration, (check, tx, limit) => check.due(tx, limit)),
    act: call(CheckRegistration, (check, id) => check.run(id)),
    every_ms: 600_000,
  }),
  sweep('tax.alarm-invoices', {
    due: call(AlarmInvoice, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmInvoice, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
  sweep('tax.warn-eway-bills', {
    due: call(WarnEWayBill, (warn, tx, limit) => warn.due(tx, limit)),
    act: call(WarnEWayBill, (warn, id) => warn.run(id)),
    every_ms: 60_000,
  }),
  sweep('tax.alarm-eway-bills', {
    due: call(AlarmEWayBill, (alarm, tx, limit) => alarm.due(tx, limit)),
    act: call(AlarmEWayBill, (alarm, id) => alarm.run(id)),
    every_ms: 60_000,
  }),
  clock(
    'tax.forget-papers',
    dailyAt('04:20'),
    call(ForgetPapers, (forget) => forget.run()),
  ),
  clock(
    'identity.purge-stale',
    everyMinutes(15),
    call(PurgeStale, (purge) => purge.run()),
  ),
  clock(
    'sellers.forget-devices',
    dailyAt('03:50'),
    call(ForgetDevices, (forget) => forget.run()),
  ),
  sweep('notifications.wake-messages', {
    due: call(WakeMessage, (wake, tx, limit) => wake.due(tx, limit)),
    act: call(WakeMessage, (wake, id) => wake.run(id)),
  }),
  sweep('notifications.fall-back', {
    due: call(FallBack, (back, tx, limit) => back.due(tx, limit)),
    act: call(FallBack, (back, id) => back.run(id)),
  }),
  sweep('notifications.tell-digests', {
    due: call(TellDigest, (tell, tx, limit) => tell.due(tx, limit)),
    act: call(TellDigest, (tell, personId) => tell.run(personId)),
  }),
  clock(
    'notifications.alarm-messages',
    everyMinutes(5),
    call(AlarmMessages, (alarm) => alarm.run()),
  ),
  clock(
    'notifications.purge-messages',
    everyMinutes(15),
    call(PurgeMessages, (purge) => purge.run()),
  ),
  clock(
    'catalogue.mend-pictures',
    everyMinutes(15),
    call(MendPictures, (mend) => mend.run()),
  ),
  clock(
    'catalogue.purge-media',
    hourlyAt(50),
    call(PurgeMedia, (purge) => purge.run()),
  ),
  sweep('platform.sweep-unclaimed-files', {
    due: call(KeptFiles, (files, tx, limit) => files.unclaimed(tx, limit)),
    act: call(KeptFiles, (files, key) => files.sweep(key)),
    every_ms: 60_000,
  }),
  sweep('identity.erase-person', {
    due: call(ErasePerson, (erase, tx, limit) => erase.due(tx, limit)),
    act: call(ErasePerson, (erase, personId) => erase.settle(personId)),
    every_ms: 60_000,
  }),
  clock(
    'tax.issue-certificates',
    dailyAt('05:40'),
    call(IssueCertificates, (issue) => issue.run()),
  ),
];
