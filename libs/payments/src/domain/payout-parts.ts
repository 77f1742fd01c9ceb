import { assert } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import { splitByShares, type MemberShare } from '#sellers';

/** What a member gets of a payout. */
export interface PayoutPart {
  memberId: string;
  share_bp: number;
  amount_paise: Paise;
}

/**
 * The parts of a payout by the shares of its day: whole paise that add up to it exactly, those left over to the largest
 * remainders. None for a seller without shares.
 * @rule S-9
 */
export function partsOf(amount: Paise, shares: readonly MemberShare[]): PayoutPart[] {
  if (shares.length === 0) return [];
  const parts = splitByShares(amount, shares);
  return shares.map((share, i) => ({ ...share, amount_paise: parts[i]! }));
}

/** Whether a part has a paisa that was left over after dividing; at most one each. */
export const isRoundedUp = (amount: Paise, { share_bp, amount_paise }: Omit<PayoutPart, 'memberId'>): boolean =>
  amount_paise > (amount * BigInt(share_bp)) / 10_000n;

/** In words, how whole paise were made of the shares. @param parts  of one payout, all of them */
export function saysRounding(
  amount: Paise,
  parts: readonly Omit<PayoutPart, 'memberId'>[],
): { en: string; hi: string } {
  assert(parts.length === 0 || sumPaise(parts.map((part) => part.amount_paise)) === amount, 'parts are the payout');
  const left = parts.filter((part) => isRoundedUp(amount, part)).length;
  if (parts.length === 0)
    return { en: 'The group had set no shares on that day.', hi: 'उस दिन समूह ने कोई हिस्सा तय नहीं किया था।' };
  if (left === 0) return { en: 'The shares divide it without a rest.', hi: 'राशि हिस्सों में बिना शेष बँट गई।' };
  return {
    en: `Of whole paise ${left} ${left === 1 ? 'was' : 'were'} left over after dividing: one each went to the members whose exact share was cut the most.`,
    hi: `बाँटने के बाद ${left} पैसे बचे: जिन सदस्यों का हिस्सा सबसे अधिक कटा, उन्हें एक-एक पैसा मिला।`,
  };
}
