/** Why goods are sent back. */
export const returnReasons = ['changed_mind', 'defect', 'wrong', 'late'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/**
 * The reason a return is taken for: goods that came by the promised day did not come late, so she only changed her mind.
 * @rule SM-4
 */
export function reasonOf(
  asked: ReturnReason,
  order: { delivered_at: Date | null; promised_by: Date | null },
): ReturnReason {
  const { delivered_at, promised_by } = order;
  const isLate = delivered_at !== null && promised_by !== null && delivered_at > promised_by;
  return asked === 'late' && !isLate ? 'changed_mind' : asked;
}

/** How a request for a return stands; the first three are under way. */
export const returnStatuses = [
  'open',
  'approved',
  'received',
  'refunded',
  'exchanged',
  'rejected',
  'withdrawn',
  'ended',
] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** What the desk decides of goods nobody said anything of: they came back, or they will not. */
export const returnOutcomes = ['received', 'ended'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

/** Reasons for which what the way to her cost goes back to the shopper with the goods. @param named  as the policy names them */
export const carriageBackFor = (named: readonly string[]): ReturnReason[] =>
  returnReasons.filter((reason) => named.includes(reason));
