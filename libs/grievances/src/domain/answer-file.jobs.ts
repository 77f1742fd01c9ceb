import { z } from 'zod';
import { job } from '#platform/kernel';

/** The virus scanner looks at a file of a maker's answer; once each. @rule S-58 */
export const ScanAnswerFileJob = job('grievances.scan-answer-file', {
  payload: z.strictObject({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});

/** The file leaves the store. @rule S-66 */
export const DestroyAnswerFileJob = job('grievances.destroy-answer-file', {
  payload: z.strictObject({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});
