import { assert } from '#platform/kernel';
import { divideHalfUp, type Bp, type Paise } from '#platform/money';
import { addDays } from '#platform/time';

export interface PenalTerms {
  per_month_bp: Bp;
  month_days: number;
}

/**
 * What an office that pays late owes beside the bill: to the platform's account for approved uses, not to the seller.
 *
 * @param amount_paise what was to be paid
 * @param late_days    whole days after the last day to pay; 0 or less: nothing
 * @returns paise, rounded half up
 * @rule
 */
export function penalInterest(amount_paise: Paise, late_days: number, terms: PenalTerms): Paise {
  assert(amount_paise >= 0n, 'what is due is not negative');
  if (late_days <= 0) return 0n;
  return divideHalfUp(
    amount_paise * BigInt(terms.per_month_bp) * BigInt(late_days),
    10_000n * BigInt(terms.month_days),
  );
}

/** The same day `months` later; of a shorter month its last. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * What a late payer owes to a micro or small supplier: interest by the year, added to the debt every month; a month that has only
 * begun counts by its days.
 *
 * @param lastDay     the appointed day, `YYYY-MM-DD`: the last on which payment is in time
 * @param paidOn      the day of payment, or today
 * @param yearlyRate  basis points a year that held on a day: each month takes its first day's
 * @returns paise; every month's interest rounded half up
 * @rule
 */
export function supplierInterest(
  amount_paise: Paise,
  lastDay: string,
  paidOn: string,
  yearlyRate: (day: string) => Bp,
): Paise {
  assert(amount_paise >= 0n, 'what is due is not negative');
  let owed_paise = amount_paise;
  for (let month = 0, from = lastDay; from < paidOn; month++) {
    const rest = monthsAfter(lastDay, month + 1);
    const until = rest < paidOn ? rest : paidOn;
    const days = BigInt(daysBetween(from, until));
    owed_paise += divideHalfUp(
      owed_paise * BigInt(yearlyRate(addDays(from, 1))) * days,
      12n * 10_000n * BigInt(daysBetween(from, rest)),
    );
    from = rest;
  }
  return owed_paise - amount_paise;
}
