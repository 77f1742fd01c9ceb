/** What goods may say about a GI. */
export const giBadges = ['gi_product', 'gi_region'] as const;
export type GiBadge = (typeof giBadges)[number] | null;

/** A maker's certificate for a registered GI. */
export interface GiAuthorisation {
  state: 'claimed' | 'verified' | 'rejected';
  valid_from: string;
  /** First legal day it no longer holds. */
  valid_to: string;
}

/** Whether a certificate holds on a legal day. @rule */
export const holdsOn = ({ state, valid_from, valid_to }: GiAuthorisation, day: string): boolean =>
  state === 'verified' && valid_from <= day && day < valid_to;

/**
 * `gi_product` only where the product is a registered GI, the maker sits in its area and her certificate as authorised user
 * holds that day; otherwise a GI of the region is information only.
 * @rule
 */
export function giBadge(
  entry: { gi: boolean; state_code: string },
  maker: { state_code: string; authorisations: readonly GiAuthorisation[] },
  day: string,
): GiBadge {
  if (!entry.gi) return null;
  const inArea = maker.state_code === entry.state_code;
  return inArea && maker.authorisations.some((one) => holdsOn(one, day)) ? 'gi_product' : 'gi_region';
}
