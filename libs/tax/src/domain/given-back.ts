import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import type { CollectedTax } from './collected.js';

/** What was kept of a sale, or is given back of it; paise. */
export interface KeptTax extends CollectedTax {
  income_tax_paise: Paise;
}

/** How much of a sale is undone: of its whole so much before, and so much now; paise. */
export interface UndonePart {
  whole_paise: Paise;
  before_paise: Paise;
  now_paise: Paise;
}

/** The part of an amount that goes with what is undone now: parts in any order add up to it. @rule */
export function undone(amount: Paise, { whole_paise, before_paise, now_paise }: UndonePart): Paise {
  assert(whole_paise > 0n, 'something was sold');
  assert(before_paise + now_paise <= whole_paise, 'no more is undone than was sold');
  const upTo = (part: Paise): Paise => (amount * part) / whole_paise;
  return upTo(before_paise + now_paise) - upTo(before_paise);
}

/**
 * What is given back of the taxes of a sale when a part of it is undone. A month collects no less than nothing: what is
 * more than the month has kept so far is not given back; of collection at source the rest lapses, income tax is carried.
 *
 * @param kept  of the sale, when it was credited
 * @param month  what this month has kept of all her sales, less what it gave back
 * @returns what goes back now, and the income tax that does not
 * @rule 
 */
export function givenBack(kept: KeptTax, part: UndonePart, month: KeptTax): { now: KeptTax; carried_paise: Paise } {
  const least = (a: Paise, b: Paise): Paise => (a < b ? a : b > 0n ? b : 0n);
  const income_paise = undone(kept.income_tax_paise, part);
  const now = {
    cgst_paise: least(undone(kept.cgst_paise, part), month.cgst_paise),
    sgst_paise: least(undone(kept.sgst_paise, part), month.sgst_paise),
    igst_paise: least(undone(kept.igst_paise, part), month.igst_paise),
    income_tax_paise: least(income_paise, month.income_tax_paise),
  };
  return { now, carried_paise: income_paise - now.income_tax_paise };
}
