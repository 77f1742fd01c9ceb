import { CheckAudit, CheckAuditDay } from '#platform/audit';
import { call, handle, type JobHandler } from '#platform/queue';

export const platformJobs: readonly JobHandler[] = [
  handle(
    CheckAuditDay,
    call(CheckAudit, (checkAudit, { day }) => checkAudit.run(day)),
  ),
];
