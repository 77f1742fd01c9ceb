import { assert } from '#platform/kernel';
import { apportion, shareOf, sumPaise, type Paise } from '#platform/money';
import type { Promotion } from './promotion.js';

/** A line of a cart as promotions see it. */
export interface PricedLine {
  id: string;
  sellerId: string;
  quantity: number;
  /** The pieces together, before any reduction. */
  value_paise: Paise;
}

/** What a line is reduced by, and who pays for it. */
export interface LineShare {
  maker_paise: Paise;
  platform_paise: Paise;
}

/** Why a promotion that could be had gives nothing here. */
export type LeftWhy = 'below_minimum' | 'no_goods' | 'another_gives_more';

export interface SharedOut {
  lines: Map<string, LineShare>;
  applied: { promotionId: string; discount_paise: Paise }[];
  left: { promotionId: string; why: LeftWhy }[];
}

/**
 * What each line is reduced by. Of the promotions that stand alone the one that gives most is taken, of equal ones the
 * older; those that stack follow by age, each on what the ones before left over. Parts of a reduction are whole paise that
 * add up to it, and no line costs less than nothing.
 * @rule S-10
 */
export function shareOut(lines: readonly PricedLine[], promotions: readonly Promotion[]): SharedOut {
  const rest = new Map(lines.map((line) => [line.id, line.value_paise]));
  const shares = new Map(lines.map((line) => [line.id, { maker_paise: 0n, platform_paise: 0n }]));
  const out: SharedOut = { lines: shares, applied: [], left: [] };
  const byAge = [...promotions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const alone = byAge.filter((one) => !one.stacks).map((one) => ({ one, gives: given(one, lines, rest) }));
  const best = alone.reduce<(typeof alone)[number] | null>(
    (top, each) => (worth(each.gives) > (top === null ? 0n : worth(top.gives)) ? each : top),
    null,
  );
  for (const { one, gives } of alone) {
    if (one === best?.one) take(one, gives as Paise[]);
    else out.left.push({ promotionId: one.id, why: typeof gives === 'string' ? gives : 'another_gives_more' });
  }
  for (const one of byAge.filter((each) => each.stacks)) {
    const gives = given(one, lines, rest);
    if (typeof gives === 'string' || worth(gives) === 0n) {
      out.left.push({ promotionId: one.id, why: typeof gives === 'string' ? gives : 'no_goods' });
    } else take(one, gives);
  }
  return out;

  function take(one: Promotion, gives: readonly Paise[]): void {
    lines.forEach((line, i) => {
      const share = shares.get(line.id)!;
      share[one.funded_by === 'maker' ? 'maker_paise' : 'platform_paise'] += gives[i]!;
      rest.set(line.id, rest.get(line.id)! - gives[i]!);
      assert(rest.get(line.id)! >= 0n, 'no line costs less than nothing');
    });
    out.applied.push({ promotionId: one.id, discount_paise: sumPaise(gives) });
  }
}

const worth = (gives: readonly Paise[] | LeftWhy): Paise => (typeof gives === 'string' ? 0n : sumPaise(gives));

/** What a promotion takes off each line, of what is left of it; or why nothing. */
function given(
  one: Promotion,
  lines: readonly PricedLine[],
  rest: ReadonlyMap<string, Paise>,
): Paise[] | 'below_minimum' | 'no_goods' {
  const meant = (line: PricedLine): boolean => one.seller_id === null || one.seller_id === line.sellerId;
  const left = lines.map((line) => (meant(line) ? rest.get(line.id)! : 0n));
  const base = sumPaise(left);
  if (base === 0n) return 'no_goods';
  if (sumPaise(lines.filter(meant).map((line) => line.value_paise)) < one.min_paise) return 'below_minimum';
  if (one.kind !== 'buy_x_get_y')
    return apportion(
      capped(one, one.kind === 'percent' ? shareOf(base, one.value_bp!) : one.amount_paise!, base),
      left,
    );
  const free = lines.map((line, i) => {
    const pieces = Math.floor(line.quantity / (one.buy! + one.free!)) * one.free!;
    const off = (line.value_paise / BigInt(line.quantity)) * BigInt(pieces);
    return off < left[i]! ? off : left[i]!;
  });
  const all = sumPaise(free);
  return all === 0n ? 'no_goods' : apportion(capped(one, all, base), free);
}

/** An order is never free: whatever comes together, a tenth of the goods remains to be paid. */
const capped = (one: Promotion, wanted: Paise, base: Paise): Paise =>
  [wanted, (base * 9n) / 10n, ...(one.cap_paise === null ? [] : [one.cap_paise])].reduce((a, b) => (a < b ? a : b));
