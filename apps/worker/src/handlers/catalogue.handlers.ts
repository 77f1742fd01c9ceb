import { MakeRenditions, MakeRenditionsJob, ShelveGoods, ShelveMakerJob } from '#catalogue';
import { call, handle, type JobHandler } from '#platform/queue';

export const catalogueJobs: readonly JobHandler[] = [
  handle(
    MakeRenditionsJob,
    call(MakeRenditions, (make, payload) => make.run(payload)),
  ),
  handle(
    ShelveMakerJob,
    call(ShelveGoods, (shelve, payload) => shelve.next(payload)),
  ),
];
