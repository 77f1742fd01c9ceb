import { divideHalfUp, type Paise } from '#platform/money';
import type { Unit } from './listing-content.js';

/** Units of a thousand smaller ones. */
const smaller: Partial<Record<Unit, Unit>> = { kilogram: 'gram', litre: 'millilitre' };

/**
 * What goods cost by weight, volume, length or number: by the kilogram or litre from one on, below by gram or millilitre.
 * @param net  quantity in the pack
 * @returns paise, rounded half up, for one of `per`
 * @rule
 */
export function unitSalePrice(
  price_paise: Paise,
  net: { value: number; unit: Unit },
): { price_paise: Paise; per: Unit } {
  const small = smaller[net.unit] ?? net.unit;
  const amount = BigInt(net.value) * (small === net.unit ? 1n : 1_000n);
  const large = (Object.entries(smaller) as [Unit, Unit][]).find(([, one]) => one === small)?.[0];
  if (large !== undefined && amount >= 1_000n)
    return { price_paise: divideHalfUp(price_paise * 1_000n, amount), per: large };
  return { price_paise: divideHalfUp(price_paise, amount), per: small };
}
