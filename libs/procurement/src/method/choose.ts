import type { Paise } from '#platform/money';

/** The two ceilings of the day for this kind of buyer, all-inclusive value in paise. */
export interface Ceilings {
  direct_max_paise: Paise;
  l1_max_paise: Paise;
}

/** How a value may be bought. */
export type Mode = 'direct' | 'l1' | 'bid';

/**
 * The least formal way in which a value may be bought. "Up to" includes the ceiling; a stricter way is always allowed.
 *
 * @param value_paise all-inclusive order value
 * @rule 
 */
export function leastFormalMode(value_paise: Paise, ceilings: Ceilings): Mode {
  if (value_paise <= ceilings.direct_max_paise) return 'direct';
  return value_paise <= ceilings.l1_max_paise ? 'l1' : 'bid';
}

const formality: Readonly<Record<Mode, number>> = { direct: 0, l1: 1, bid: 2 };

/** Whether a value may be bought the asked way. @rule  */
export const mayUse = (asked: Mode, value_paise: Paise, ceilings: Ceilings): boolean =>
  formality[asked] >= formality[leastFormalMode(value_paise, ceilings)];

/** What the purchases of one office in one category add up to, seen through the ceilings. */
export type Splitting = 'none' | 'warning' | 'block';

/**
 * Whether small orders add up to a purchase that needed a stricter way.
 *
 * @param earlier_paise orders of the same office and category in the trailing window
 * @rule
 */
export function splitting(asked: Mode, value_paise: Paise, earlier_paise: Paise, ceilings: Ceilings): Splitting {
  const sum = value_paise + earlier_paise;
  if (asked === 'bid' || earlier_paise === 0n || sum <= ceilings.direct_max_paise) return 'none';
  if (sum > ceilings.l1_max_paise) return 'block';
  return asked === 'direct' ? 'warning' : 'none';
}
