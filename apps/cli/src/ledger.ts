import { BooksQuery, type Books } from '#ledger';
import { inRupees } from './rupees.js';
import { withBazaar } from './context.js';
import type { Asked } from './options.js';
import { print } from './terminal.js';

/** @rule S-84 – the books are looked at after every restore */
export async function verify(options: Asked): Promise<void> {
  const books = await withBazaar('ledger verify', (app) => app.get(BooksQuery, { strict: false }).read());
  const off_paise = books.trial.reduce((sum, line) => sum + line.balance_paise, 0n);
  const agrees = off_paise === 0n && books.overdrawn.length === 0;
  print(options.json, plain(books, agrees), () => [
    ...books.trial.map((line) => `${line.code.padEnd(28)}${inRupees(line.balance_paise).padStart(20)}`),
    ...books.overdrawn.map((each) => `OVERDRAWN: checkout ${each.owner} by ${inRupees(each.balance_paise)}`),
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
