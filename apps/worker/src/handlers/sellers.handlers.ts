import { call, handle, type JobHandler } from '#platform/queue';
import {
  CheckApplication,
  CheckApplicationPapers,
  CheckPayoutAccount,
  CheckPayoutAccountJob,
  DestroyDocument,
  DestroyDocumentJob,
  ScanDocument,
  ScanDocumentJob,
} from '#sellers';

export const sellersJobs: readonly JobHandler[] = [
  handle(
    CheckApplication,
    call(CheckApplicationPapers, (check, payload) => check.run(payload)),
  ),
  handle(
    CheckPayoutAccountJob,
    call(CheckPayoutAccount, (check, payload) => check.run(payload)),
  ),
  handle(
    ScanDocumentJob,
    call(ScanDocument, (scan, payload) => scan.run(payload)),
  ),
  handle(
    DestroyDocumentJob,
    call(DestroyDocument, (destroy, payload) => destroy.run(payload)),
  ),
];
