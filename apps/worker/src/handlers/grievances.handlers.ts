import { DestroyAnswerFile, DestroyAnswerFileJob, ScanAnswerFile, ScanAnswerFileJob } from '#grievances';
import { call, handle } from '#platform/queue';

export const grievancesJobs = [
  handle(
    ScanAnswerFileJob,
    call(ScanAnswerFile, (scan, job) => scan.run(job)),
  ),
  handle(
    DestroyAnswerFileJob,
    call(DestroyAnswerFile, (destroy, job) => destroy.run(job)),
  ),
];
