import { call, handle, type JobHandler } from '#platform/queue';
import { CheckApplication, CheckApplicationPapers, CheckPayoutAccount, CheckPayoutAccountJob } from '#sellers';

export const sellersJobs: readonly JobHandler[] = [
  handle(
    CheckApplication,
    call(CheckApplicationPapers, (check, payload) => check.run(payload)),
  ),
  handle(
    CheckPayoutAccountJob,
    call(CheckPayoutAccount, (check, payload) => check.run(payload)),
  ),
];
