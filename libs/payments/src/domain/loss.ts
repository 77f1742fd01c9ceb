import { sumPaise, type Paise } from '#platform/money';

/**
 * Shares a loss over what several earned, in proportion, in whole paise that add up to it exactly; nobody bears more than she
 * earned, and what is more than all earned is not shared.
 *
 * @param loss_paise  ≥ 0
 * @param earned_paise  each ≥ 0
 * @returns a share for each, in the same order
 * @rule S-9
 */
export function shareLoss(loss_paise: Paise, earned_paise: readonly Paise[]): Paise[] {
  const whole = sumPaise(earned_paise);
  if (whole === 0n) return earned_paise.map(() => 0n);
  const loss = loss_paise < whole ? loss_paise : whole;
  let upTo = 0n;
  return earned_paise.map((earned) => {
    const before = (loss * upTo) / whole;
    upTo += earned;
    return (loss * upTo) / whole - before;
  });
}
