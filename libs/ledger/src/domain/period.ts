import { createHash } from 'node:crypto';
import { startOfIstDay } from '#platform/time';
import type { Paise } from '#platform/money';
import { chart, type AccountCode } from './chart.js';

/** A month between its instants, in India's time; `before` is not part of it. */
export interface MonthSpan {
  from: Date;
  before: Date;
}

/** @param month  `2027-03` */
export const spanOf = (month: string): MonthSpan => ({
  from: startOfIstDay(`${month}-01`),
  before: startOfIstDay(`${monthAfter(month)}-01`),
});

/** @param month  `2027-12` */
export function monthAfter(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number];
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

/** What moved on the accounts of a code, on both sides. */
export interface MovedOnCode {
  code: AccountCode;
  debits_paise: Paise;
  credits_paise: Paise;
}

/** A line of a month's trial balance. Balances are debits minus credits: over all lines they add up to nothing. */
export interface TrialLine extends MovedOnCode {
  opening_paise: Paise;
  closing_paise: Paise;
}

/** What moved on each code in all of the days together. */
export function monthOf(days: readonly MovedOnCode[]): MovedOnCode[] {
  const sums = new Map<AccountCode, MovedOnCode>();
  for (const { code, debits_paise, credits_paise } of days) {
    const sum = sums.get(code) ?? { code, debits_paise: 0n, credits_paise: 0n };
    sums.set(code, {
      code,
      debits_paise: sum.debits_paise + debits_paise,
      credits_paise: sum.credits_paise + credits_paise,
    });
  }
  return [...sums.values()];
}

/** Digest of a month's transfers from those of its days, so that no text grows with the month; days without any are left out. */
export function digestOf(days: readonly { day: string; digest: string }[]): string {
  const told = days.filter(({ digest }) => digest !== '').map(({ day, digest }) => `${day} ${digest}`);
  return createHash('sha256').update(told.join('\n')).digest('hex');
}

/** The same as it is kept: whole paise as text, for a number of JSON is no number of paise. */
export type KeptTrial = Record<'code' | 'opening_paise' | 'debits_paise' | 'credits_paise' | 'closing_paise', string>[];

/**
 * The month's trial balance: what stood on every account code before it, what moved, what is left. Codes in the chart's
 * order; those nothing ever moved on are left out.
 * @param before  the trial balance of the month before; empty for the first
 * @rule S-1
 */
export function trialOf(before: readonly TrialLine[], moved: readonly MovedOnCode[]): TrialLine[] {
  const openings = new Map(before.map((line) => [line.code, line.closing_paise]));
  const movements = new Map(moved.map((line) => [line.code, line]));
  return (Object.keys(chart) as AccountCode[])
    .filter((code) => openings.has(code) || movements.has(code))
    .map((code) => {
      const opening_paise = openings.get(code) ?? 0n;
      const { debits_paise, credits_paise } = movements.get(code) ?? { debits_paise: 0n, credits_paise: 0n };
      const closing_paise = opening_paise + debits_paise - credits_paise;
      return { code, opening_paise, debits_paise, credits_paise, closing_paise };
    });
}

export const keptTrial = (trial: readonly TrialLine[]): KeptTrial =>
  trial.map((line) => ({
    code: line.code,
    opening_paise: line.opening_paise.toString(),
    debits_paise: line.debits_paise.toString(),
    credits_paise: line.credits_paise.toString(),
    closing_paise: line.closing_paise.toString(),
  }));

export const readTrial = (kept: KeptTrial): TrialLine[] =>
  kept.map((line) => ({
    code: line.code as AccountCode,
    opening_paise: BigInt(line.opening_paise),
    debits_paise: BigInt(line.debits_paise),
    credits_paise: BigInt(line.credits_paise),
    closing_paise: BigInt(line.closing_paise),
  }));

/**
 * The seal of a closed month: of the seal before it, of every transfer, of what stood on every account. Whoever changes one
 * transfer of a closed month changes this and every later seal.
 * @param rows  digest of the month's transfers
 * @rule S-1
 */
export function sealOf(previous: string, month: string, rows: string, trial: readonly TrialLine[]): string {
  const said = [previous, month, rows, JSON.stringify(keptTrial(trial).map(Object.values))];
  return createHash('sha256').update(said.join('\n')).digest('hex');
}
