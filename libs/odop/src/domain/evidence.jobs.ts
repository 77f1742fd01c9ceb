import { z } from 'zod';
import { job } from '#platform/kernel';

/** The virus scanner looks at a file; once per file. @rule S-58 */
export const ScanEvidenceFileJob = job('odop.scan-evidence-file', {
  payload: z.object({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});

/** The file leaves the store. @rule S-66 */
export const DestroyEvidenceFileJob = job('odop.destroy-evidence-file', {
  payload: z.object({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});
