import { call, handle } from '#platform/queue';
import { PrintDocument, PrintDocumentJob } from '#tax';

export const taxJobs = [
  handle(
    PrintDocumentJob,
    call(PrintDocument, (print, payload) => print.run(payload)),
  ),
];
