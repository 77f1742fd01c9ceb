import { call, handle, type JobHandler } from '#platform/queue';
import { CheckApplication, CheckApplicationPapers } from '#sellers';

export const sellersJobs: readonly JobHandler[] = [
  handle(
    CheckApplication,
    call(CheckApplicationPapers, (check, payload) => check.run(payload)),
  ),
];
