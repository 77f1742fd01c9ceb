import { fail } from './listing.errors.js';
import { listingStates, type ListingState } from './listing.states.js';

/**
 * Goods go before the officer with enough pictures.
 * @returns the step this is: a first submission, a repeated one, or one of goods that were blocked and put right
 * @throws illegal_transition (409), images_missing (422)
 * @rule SM-3
 */
export function submittedAs(state: ListingState, images: number, images_min: number): 'submit' | 'resubmit' | 'cure' {
  const event = state === 'changes_needed' ? 'resubmit' : state === 'blocked' ? 'cure' : 'submit';
  listingStates.next(state, event);
  assertPictures(images, images_min);
  return event;
}

/** @param images  different ones @throws images_missing (422) @rule */
export function assertPictures(images: number, images_min: number): void {
  if (images < images_min) throw fail('images_missing', { found: images, needed: images_min });
}
