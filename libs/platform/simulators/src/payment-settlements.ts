import type { Asker, PaymentBooks } from './payment-books.js';
import type { AccountPayout, BalanceLine } from './payment-objects.js';
import { makeId } from './references.js';

/** Payouts of our own account: in calls it has no name. */
export const ownAccount = '';

/** Lines of the balance, newest last, with the status their day gives them. @param payoutId  only those that went out with it */
export function linesOf(books: PaymentBooks, payoutId?: string): BalanceLine[] {
  const now_s = books.now_s();
  return books.balance
    .all()
    .filter((line) => payoutId === undefined || books.settledIn.get(line.id) === payoutId)
    .map((line) => ({ ...line, status: line.available_on <= now_s ? 'available' : 'pending' }));
}

/** Days go by at the provider: what waited is at our disposal. @returns how many lines waited */
export function becomeAvailable(books: PaymentBooks): number {
  const now_s = books.now_s();
  const waiting = books.balance.all().filter((line) => line.available_on > now_s);
  for (const line of waiting) books.balance.put(line.id, { ...line, available_on: now_s });
  return waiting.length;
}

/**
 * Sends what is at our disposal to our bank, as the provider does by itself each day; what went back is taken from what came.
 * @returns null when nothing is there, or less than nothing
 */
export function payOut(books: PaymentBooks, status: 'paid' | 'pending', asker: Asker): AccountPayout | null {
  const lines = linesOf(books).filter((line) => line.status === 'available' && isFree(books, line));
  const amount = lines.reduce((sum, line) => sum + line.net, 0);
  if (amount <= 0) return null;
  const id = makeId('po');
  const payout = books.payouts.put(id, {
    ...{ id, object: 'payout', account: ownAccount, amount, created: books.now_s(), currency: 'inr', status },
    ...{ failure_code: null, livemode: false, metadata: {}, trace_id: null },
  });
  for (const line of [...lines, books.book('payout', -amount, id)]) books.settledIn.put(line.id, id);
  books.news(`payout.${status === 'paid' ? 'paid' : 'created'}`, payout, asker);
  return payout;
}

/** It went out with none yet, or with one that came back. */
function isFree(books: PaymentBooks, line: BalanceLine): boolean {
  if (line.type === 'payout') return false;
  const payout = books.payouts.get(books.settledIn.get(line.id) ?? '');
  return payout === undefined || payout.status === 'failed' || payout.status === 'canceled';
}
