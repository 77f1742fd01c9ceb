import { createHash } from 'node:crypto';
import type { Collection } from './journal.js';
import { makeUtr } from './references.js';
import { refuse } from './simulated-http.js';

/** What the bank said of one payout of a file. */
export interface AdviceAnswer {
  id: string;
  amount: string;
  status: 'paid' | 'failed' | 'returned';
  utr: string | null;
  reason: string | null;
}

interface Outcome {
  status: 'accepted' | 'paid' | 'failed' | 'returned' | 'reversed';
  utr: string | null;
  reason: string | null;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const paiseOf = (amount: string): number => Number(amount.replace('.', ''));
const rupees = (paise: number): string => `${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, '0')}`;

/**
 * Reads a file of payment advice and answers it, a payout at most once however often it is sent: in the answer of a file
 * that comes again, what came back since is told as returned. What the bank has not decided yet is not in its answer.
 * @throws Refusal 422 for a file that is not what it says
 */
export function answerAdvice(
  text: string,
  seen: Collection<AdviceAnswer>,
  outcomeFor: (account: string) => Outcome,
): string {
  const { number, rows } = read(text);
  const answers = rows.flatMap(({ id, amount, account, ifsc }): AdviceAnswer[] => {
    const before = seen.get(id);
    if (before !== undefined) {
      const isBack = before.status === 'paid' && account.split('@')[0]!.endsWith('9993');
      return [isBack ? seen.put(id, { ...before, status: 'returned', reason: 'account_closed' }) : before];
    }
    if (account.split('@')[0]!.endsWith('9991'))
      return [seen.put(id, { id, amount, status: 'failed', utr: null, reason: 'account_closed' })];
    const outcome = outcomeFor(account);
    if (outcome.status === 'accepted' || outcome.status === 'reversed') return [];
    const status = outcome.status === 'returned' ? 'paid' : outcome.status;
    const utr = status === 'paid' ? (outcome.utr ?? makeUtr(ifsc === '' ? 'SIMU' : 'SIMB')) : null;
    return [seen.put(id, { id, amount, status, utr, reason: status === 'failed' ? outcome.reason : null })];
  });
  return written(number, answers);
}

function written(number: string, answers: readonly AdviceAnswer[]): string {
  const rows = answers.map(({ id, amount, status, utr, reason }) =>
    [id, amount, status, utr ?? '', reason ?? ''].join(','),
  );
  const records = [`H,ODOP-PAYMENT-RESPONSE,1,${number},INR`, 'payout,amount,status,utr,reason', ...rows];
  const body = `${records.join('\n')}\n`;
  const total = answers.reduce((sum, { amount }) => sum + paiseOf(amount), 0);
  return `${body}T,${answers.length},${rupees(total)},${digestOf(body)}\n`;
}

function read(text: string) {
  const end = text.trimEnd().lastIndexOf('\n') + 1;
  const body = text.slice(0, end);
  const [, count, total, digest] = text.slice(end).trimEnd().split(',');
  const [head = '', , ...lines] = body.trimEnd().split('\n');
  const number = /^H,ODOP-PAYMENT-ADVICE,1,(OBP-\d{8}-\d+),/.exec(head)?.[1];
  const rows = lines.map((line) => {
    const [, id = '', , amount = '', , account = '', ifsc = ''] = line.split(',');
    return { id, amount, account, ifsc };
  });
  const sum = rows.reduce((all, { amount }) => all + paiseOf(amount), 0);
  if (
    number === undefined ||
    digest !== digestOf(body) ||
    Number(count) !== rows.length ||
    paiseOf(total ?? '') !== sum
  )
    throw refuse(422, 'unreadable_advice', 'The file is not what its last line says.');
  return { number, rows };
}
