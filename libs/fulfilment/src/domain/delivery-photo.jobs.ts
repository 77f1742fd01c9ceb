import { z } from 'zod';
import { job } from '#platform/kernel';

/** The virus scanner looks at a photo; once each. @rule S-58 */
export const ScanDeliveryPhotoJob = job('fulfilment.scan-delivery-photo', {
  payload: z.strictObject({ photoId: z.uuid() }),
  key: (p) => p.photoId,
});

/** The photo leaves the store. @rule S-66 */
export const DestroyDeliveryPhotoJob = job('fulfilment.destroy-delivery-photo', {
  payload: z.strictObject({ photoId: z.uuid() }),
  key: (p) => p.photoId,
});
