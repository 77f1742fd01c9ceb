import { z } from 'zod';
import { job } from '#platform/kernel';

/** The virus scanner looks at a photo; once each. @rule S-58 */
export const ScanReturnPhotoJob = job('orders.scan-return-photo', {
  payload: z.strictObject({ photoId: z.uuid() }),
  key: (p) => p.photoId,
});

/** The photo leaves the store. @rule S-66 */
export const DestroyReturnPhotoJob = job('orders.destroy-return-photo', {
  payload: z.strictObject({ photoId: z.uuid() }),
  key: (p) => p.photoId,
});
