import { RemoveFile, RemoveFileJob } from '#catalogue';
import { call, handle, type JobHandler } from '#platform/queue';

export const catalogueJobs: readonly JobHandler[] = [
  handle(
    RemoveFileJob,
    call(RemoveFile, (remove, payload) => remove.run(payload)),
  ),
];
