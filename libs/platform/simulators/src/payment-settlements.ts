import { z } from 'zod';
import type { Asker, PaymentBooks } from './payment-books.js';
import { invalid, missing, type AccountPayout, type BalanceLine } from './payment-objects.js';
import { makeId } from './references.js';

/** Whether the lines of a payout are listed at once, later, or never because somebody sent it by hand. */
export const listings = z.enum(['completed', 'in_progress', 'not_applicable']).default('completed');

/** Payouts of our own account: in calls it has no name. */
export const ownAccount = '';

/** Lines of the balance, newest last, with the status their day gives them. @param payoutId  only those that went out with it */
export function linesOf(books: PaymentBooks, payoutId?: string): BalanceLine[] {
  const now_s = books.now_s();
  return (payoutId === undefined ? books.balance.all() : listedOf(books, payoutId)).map((line) => ({
    ...line,
    status: line.available_on <= now_s ? 'available' : 'pending',
  }));
}

/** What the provider tells of a payout: nothing of one that was sent by hand, only the oldest line while it is at it. */
function listedOf(books: PaymentBooks, payoutId: string): BalanceLine[] {
  const payout = books.payouts.get(payoutId);
  if (payout === undefined) throw missing('payout', payoutId);
  if (!payout.automatic) throw invalid('Balance transactions are listed of automatic payouts only.');
  const lines = books.balance.all().filter((line) => books.settledIn.get(line.id) === payoutId);
  return payout.reconciliation_status === 'completed' ? lines : lines.slice(0, 1);
}

/** The provider has all lines of a payout together. */
export function finishListing(books: PaymentBooks, id: string): AccountPayout {
  const payout = books.payouts.get(id);
  if (payout === undefined) throw missing('payout', id);
  return books.payouts.put(id, { ...payout, reconciliation_status: 'completed' });
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
export function payOut(
  books: PaymentBooks,
  status: 'paid' | 'pending',
  asker: Asker,
  listing: z.infer<typeof listings> = 'completed',
): AccountPayout | null {
  const lines = linesOf(books).filter((line) => line.status === 'available' && isFree(books, line));
  const amount = lines.reduce((sum, line) => sum + line.net, 0);
  if (amount <= 0) return null;
  const id = makeId('po');
  const payout = books.payouts.put(id, {
    ...{ id, object: 'payout', account: ownAccount, amount, created: books.now_s(), currency: 'inr', status },
    ...{ failure_code: null, livemode: false, metadata: {}, trace_id: null },
    ...{ automatic: listing !== 'not_applicable', reconciliation_status: listing },
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
