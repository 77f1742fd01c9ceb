import { BooksQuery, ClosePeriod, type Books, type Period } from '#ledger';
import { inRupees } from './rupees.js';
import { withBazaar } from './context.js';
import type { Asked, AskedChange } from './options.js';
import { print } from './terminal.js';

/** @rule S-84 – the books are looked at after every restore */
export async function verify(options: Asked): Promise<void> {
  const books = await withBazaar('ledger verify', (app) => app.get(BooksQuery, { strict: false }).read());
  const off_paise = books.trial.reduce((sum, line) => sum + line.balance_paise, 0n);
  const changed = books.periods.filter((period) => !period.holds);
  const agrees = off_paise === 0n && books.overdrawn.length === 0 && changed.length === 0;
  print(options.json, plain(books, agrees), () => [
    ...books.trial.map((line) => `${line.code.padEnd(28)}${inRupees(line.balance_paise).padStart(20)}`),
    ...books.overdrawn.map((each) => `OVERDRAWN: checkout ${each.owner} by ${inRupees(each.balance_paise)}`),
    ...changed.map((period) => `CLOSED MONTH CHANGED: ${period.month} is not as it was sealed`),
    ...(off_paise === 0n ? [] : [`DEBITS AND CREDITS DIFFER by ${inRupees(off_paise)}`]),
    `${agrees ? 'agrees' : 'NOT WELL, see docs/runbooks/restore.md'}: ${books.transfers} transfers, the last of ${books.lastPostedAt?.toISOString() ?? 'never'}`,
  ]);
  if (!agrees) process.exitCode = 1;
}

const plain = ({ trial, overdrawn, ...books }: Books, agrees: boolean) => ({
  agrees,
  ...books,
  trial: trial.map((line) => ({ ...line, balance_paise: Number(line.balance_paise) })),
  overdrawn: overdrawn.map((each) => ({ ...each, balance_paise: Number(each.balance_paise) })),
});

export interface AskedClose extends AskedChange {
  ask: boolean;
}

/** @rule S-1 S-28 – the machine's operator is one person: what she asks an officer closes, and the other way round */
export async function closeMonth(month: string, options: AskedClose): Promise<void> {
  const period = await withBazaar(
    'ledger close',
    (app) => {
      const books = app.get(ClosePeriod, { strict: false });
      return options.ask ? books.ask(month, options.reason) : books.close(month, options.reason);
    },
    options,
  );
  print(options.json, plainPeriod(period, options.dryRun), () => [
    ...(period.trial ?? []).map((line) => `${line.code.padEnd(28)}${inRupees(line.closing_paise).padStart(20)}`),
    period.closed_at === null
      ? `${month}: asked to be closed; an officer of the payments desk closes it`
      : `${options.dryRun ? 'Tried only: ' : ''}${month} is closed: ${period.transfers} transfers, seal ${period.digest}`,
  ]);
}

const plainPeriod = (period: Period, isTrial: boolean) => ({
  dryRun: isTrial,
  month: period.month,
  closed: period.closed_at !== null,
  transfers: period.transfers,
  digest: period.digest,
  trial: period.trial?.map((line) => ({ code: line.code, balance_paise: Number(line.closing_paise) })) ?? null,
});
