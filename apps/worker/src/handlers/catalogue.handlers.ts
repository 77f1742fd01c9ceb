import { ShelveGoods, ShelveMakerJob } from '#catalogue';
import { call, handle, type JobHandler } from '#platform/queue';

export const catalogueJobs: readonly JobHandler[] = [
  handle(
    ShelveMakerJob,
    call(ShelveGoods, (shelve, payload) => shelve.next(payload)),
  ),
];
