import { fail } from './order.errors.js';
import type { ReturnReason } from './return-request.js';

/** A photo waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const returnPhotoStates = ['waiting', 'clean', 'infected', 'removed', 'expired'] as const;
export type ReturnPhotoState = (typeof returnPhotoStates)[number];

/** Which parameter says how many photos a reason needs; the others need none. @rule SM-4 */
export const photosNeeded = {
  defect: 'returns.photos_needed_defect',
  wrong: 'returns.photos_needed_wrong',
} as const satisfies Partial<Record<ReturnReason, string>>;

/** @param there  photos of the same request that count already @throws too_many_return_photos (409) @rule S-52 */
export function assertRoomFor(there: number, most: number): void {
  if (there >= most) throw fail('too_many_return_photos', { most });
}

/** @throws return_photo_unknown (404), return_photo_not_scanned (409), return_photo_infected (410) @rule S-58 */
export function assertShown(state: ReturnPhotoState): void {
  if (state === 'waiting') throw fail('return_photo_not_scanned');
  if (state === 'infected') throw fail('return_photo_infected');
  if (state !== 'clean') throw fail('return_photo_unknown');
}
