import { faultSays, readHsn } from '#platform/identifiers';
import type { GstRate } from '#policy';
import type { Handmade } from './listing-content.js';
import { fail } from './listing.errors.js';

/** The tariff code in its normal form. @throws hsn_malformed (422) @rule */
export function hsnOf(typed: string): string {
  const read = readHsn(typed);
  if (!read.ok) throw fail('hsn_malformed', { hsn: typed.slice(0, 20), fault: read.fault, why: faultSays[read.fault] });
  return read.value;
}

/**
 * A tax rate line fits goods when it covers their tariff code; a handicraft line also needs the handmade declaration.
 * @param rate  undefined when there is no such line today
 * @throws rate_unknown, rate_not_for_hsn, rate_needs_handmade (422)
 * @rule
 */
export function assertRateFits(key: string, rate: GstRate | undefined, hsn: string, handmade: Handmade): void {
  if (!rate) throw fail('rate_unknown', { key });
  if (!rate.hsn.some((prefix) => hsn.startsWith(prefix))) {
    throw fail('rate_not_for_hsn', { key, hsn, covers: rate.hsn });
  }
  if (rate.handicraft && handmade === 'none') throw fail('rate_needs_handmade', { key });
}
