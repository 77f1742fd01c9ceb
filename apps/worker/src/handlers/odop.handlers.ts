import {
  DestroyEvidenceFile,
  DestroyEvidenceFileJob,
  ImportListJob,
  ImportOdopList,
  ScanEvidenceFile,
  ScanEvidenceFileJob,
} from '#odop';
import { call, handle, type JobHandler } from '#platform/queue';

export const odopJobs: readonly JobHandler[] = [
  handle(
    ImportListJob,
    call(ImportOdopList, (imports, { importId }) => imports.read(importId)),
  ),
  handle(
    ScanEvidenceFileJob,
    call(ScanEvidenceFile, (scan, payload) => scan.run(payload)),
  ),
  handle(
    DestroyEvidenceFileJob,
    call(DestroyEvidenceFile, (destroy, payload) => destroy.run(payload)),
  ),
];
