import { ImportListJob, ImportOdopList } from '#odop';
import { call, handle, type JobHandler } from '#platform/queue';

export const odopJobs: readonly JobHandler[] = [
  handle(
    ImportListJob,
    call(ImportOdopList, (imports, { importId }) => imports.read(importId)),
  ),
];
