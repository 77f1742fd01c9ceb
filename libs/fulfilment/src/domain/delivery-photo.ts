import { fail } from './shipment.errors.js';

/** A photo waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const deliveryPhotoStates = ['waiting', 'clean', 'infected', 'expired'] as const;
export type DeliveryPhotoState = (typeof deliveryPhotoStates)[number];

/** @throws delivery_not_shown, delivery_photo_not_scanned (409), delivery_photo_infected (410) @rule S-58 */
export function assertShown(state: DeliveryPhotoState): void {
  if (state === 'waiting') throw fail('delivery_photo_not_scanned');
  if (state === 'infected') throw fail('delivery_photo_infected');
  if (state !== 'clean') throw fail('delivery_not_shown');
}
