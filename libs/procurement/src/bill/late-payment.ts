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

/** Interest of one month, or of the days of one that has only begun. */
export interface InterestMonth {
  /** First and last day of it, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** The debt it is reckoned on: what was due, and the interest of the months before. */
  owed_paise: Paise;
  yearly_bp: Bp;
  interest_paise: Paise;
}

/**
 * What a late payer owes to a micro or small supplier, month by month: interest by the year, added to the debt every month; a
 * month that has only begun counts by its days.
 *
 * @param lastDay     the appointed day, `YYYY-MM-DD`: the last on which payment is in time
 * @param paidOn      the day of payment, or today
 * @param yearlyRate  basis points a year that held on a day: each month takes its first day's
 * @returns every month's interest in paise, rounded half up
 * @rule
 */
export function supplierInterest(
  amount_paise: Paise,
  lastDay: string,
  paidOn: string,
  yearlyRate: (day: string) => Bp,
): InterestMonth[] {
  assert(amount_paise >= 0n, 'what is due is not negative');
  const months: InterestMonth[] = [];
  let owed_paise = amount_paise;
  for (let before = lastDay; before < paidOn;) {
    const rest = monthsAfter(lastDay, months.length + 1);
    const to = rest < paidOn ? rest : paidOn;
    const from = addDays(before, 1);
    const yearly_bp = yearlyRate(from);
    const interest_paise = divideHalfUp(
      owed_paise * BigInt(yearly_bp) * BigInt(daysBetween(before, to)),
      12n * 10_000n * BigInt(daysBetween(before, rest)),
    );
    months.push({ from, to, owed_paise, yearly_bp, interest_paise });
    owed_paise += interest_paise;
    before = rest;
  }
  return months;
}
