import { CollectRemittances, TakeRemittancesJob } from '#orders';
import { call, handle } from '#platform/queue';

export const ordersJobs = [
  handle(
    TakeRemittancesJob,
    call(CollectRemittances, (collect) => collect.run()),
  ),
];
