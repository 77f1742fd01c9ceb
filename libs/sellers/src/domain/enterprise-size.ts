import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import type { MsmeLimits } from '#policy';

export const enterpriseSizes = ['micro', 'small', 'medium'] as const;
export type EnterpriseSize = (typeof enterpriseSizes)[number];

/**
 * Size of an enterprise: the smallest class within both of whose bounds it stays.
 * @param limits  those of the day (`msme.limits`); both bounds belong to the class
 * @returns null for a large one
 * @rule
 */
export function enterpriseSize(
  { investment_paise, turnover_paise }: { investment_paise: Paise; turnover_paise: Paise },
  limits: MsmeLimits,
): EnterpriseSize | null {
  assert(investment_paise >= 0n, 'an investment is not negative');
  assert(turnover_paise >= 0n, 'a turnover is not negative');
  const fits = (size: EnterpriseSize): boolean =>
    investment_paise <= limits[size].investment_paise && turnover_paise <= limits[size].turnover_paise;
  return enterpriseSizes.find(fits) ?? null;
}
