import { RemoveFile, RemoveFileJob, ShelveGoods, ShelveMakerJob } from '#catalogue';
import { call, handle, type JobHandler } from '#platform/queue';

export const catalogueJobs: readonly JobHandler[] = [
  handle(
    RemoveFileJob,
    call(RemoveFile, (remove, payload) => remove.run(payload)),
  ),
  handle(
    ShelveMakerJob,
    call(ShelveGoods, (shelve, payload) => shelve.next(payload)),
  ),
];
