import { CheckAudit, SealAudit } from '#platform/audit';
import { call, clock, dailyAt, everyMinutes, type Schedule } from '#platform/queue';

/**
 * Clock → use-case: every deadline and every set time of the bazaar, by the business clock, times in Asia/Kolkata.
 *
 * @example
 * sweep('orders.lapse-unpaid', {
 *   due: call(DueOrdersQuery, (query, tx, limit) => query.unpaid(tx, limit)),
 *   act: call(LapseUnpaid, (lapseUnpaid, id) => lapseUnpaid.run(id)),
 * }),
 * clock('payments.reconcile-day', dailyAt('02:30'), call(StartReconciliation, (verb, slot) => verb.run(slot))),
 */
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
];
