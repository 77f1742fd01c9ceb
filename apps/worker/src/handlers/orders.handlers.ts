import {
  CollectRemittances,
  DestroyReturnPhoto,
  DestroyReturnPhotoJob,
  ScanReturnPhoto,
  ScanReturnPhotoJob,
  TakeRemittancesJob,
} from '#orders';
import { call, handle } from '#platform/queue';

export const ordersJobs = [
  handle(
    TakeRemittancesJob,
    call(CollectRemittances, (collect, job) => collect.run(job)),
  ),
  handle(
    ScanReturnPhotoJob,
    call(ScanReturnPhoto, (scan, payload) => scan.run(payload)),
  ),
  handle(
    DestroyReturnPhotoJob,
    call(DestroyReturnPhoto, (destroy, payload) => destroy.run(payload)),
  ),
];
