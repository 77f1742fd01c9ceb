import type { PickupWindow } from '../ports/courier.js';

/** Who chose when a courier comes for a parcel; nobody yet, after it did not come. */
export const slotChoosers = ['nobody', 'default', 'maker'] as const;
export type SlotChooser = (typeof slotChoosers)[number];

/**
 * The times that can still be had, the earliest first: the first of them is chosen for a maker who chose none.
 * @param now  by the couriers’ clock, which is the world’s
 * @rule SM-5
 */
export const openWindows = (offered: readonly PickupWindow[], now: Date): PickupWindow[] =>
  offered
    .filter(({ closesAt, from, to }) => closesAt > now && from > now && to > from)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime() || a.to.getTime() - b.to.getTime());

/**
 * Whether a courier that came in vain, or did not come, at these instants missed the time that stands. News of an earlier
 * time, late or told twice, is not about this one.
 * @rule SM-5 S-19
 */
export const isMissed = (standing: { from: Date } | null, missedAt: readonly Date[]): boolean =>
  standing !== null && missedAt.some((at) => at >= standing.from);
