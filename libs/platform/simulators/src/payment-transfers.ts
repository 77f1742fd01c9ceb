import { z } from 'zod';
import type { Asker, PaymentBooks } from './payment-books.js';
import { invalid, missing, type Account, type AccountPayout, type Transfer } from './payment-objects.js';
import { makeId } from './references.js';

const expand = z.array(z.string()).optional();
const metadata = z.record(z.string(), z.string()).optional();
const whole = z.coerce.number().int().positive();

export const accountParams = z.object({
  type: z.literal('custom'),
  country: z.literal('IN'),
  external_account: z.object({
    object: z.literal('bank_account'),
    account_number: z.string().regex(/^[0-9]{9,18}$/),
    routing_number: z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/),
    account_holder_name: z.string().min(1),
  }),
  metadata,
  expand,
});
export const transferParams = z.strictObject({
  amount: whole,
  currency: z.literal('inr'),
  destination: z.string(),
  description: z.string().optional(),
  transfer_group: z.string().optional(),
  metadata,
  expand,
});
export const reversalParams = z.strictObject({ amount: whole.optional(), metadata, expand });
export const payoutParams = z.strictObject({ amount: whole, currency: z.literal('inr'), metadata, expand });
export const noParams = z.strictObject({ expand });

/** An account of a maker at the provider; 9991 at the end of her number is an account her bank has closed. */
export function openAccount(books: PaymentBooks, params: z.infer<typeof accountParams>): Account {
  const { account_number } = params.external_account;
  if (account_number.endsWith('9991'))
    throw invalid('The bank account is closed.', 'bank_account_unusable', 'external_account');
  const id = makeId('acct');
  return books.accounts.put(id, {
    ...{ id, object: 'account', country: params.country, created: books.now_s(), type: 'custom' },
    ...{ metadata: params.metadata ?? {}, payouts_enabled: true, ending: account_number.slice(-4) },
  });
}

export function createTransfer(
  books: PaymentBooks,
  params: z.infer<typeof transferParams>,
  asker: Asker,
  isPoor: boolean,
): Transfer {
  if (books.accounts.get(params.destination) === undefined) throw missing('account', params.destination);
  if (isPoor) throw invalid('You have insufficient available funds in your account.', 'balance_insufficient');
  const id = makeId('tr');
  const line = books.book('transfer', -params.amount, id);
  const transfer = books.transfers.put(id, {
    ...{ id, object: 'transfer', amount: params.amount, amount_reversed: 0, balance_transaction: line.id },
    ...{ created: books.now_s(), currency: 'inr', description: params.description ?? null },
    ...{ destination: params.destination, livemode: false, metadata: params.metadata ?? {}, reversed: false },
    transfer_group: params.transfer_group ?? null,
  });
  books.news('transfer.created', transfer, asker);
  return transfer;
}

/** Money back from an account to us, as far as it still lies there. */
export function reverseTransfer(
  books: PaymentBooks,
  id: string,
  params: z.infer<typeof reversalParams>,
  asker: Asker,
): { id: string; object: 'transfer_reversal'; amount: number; transfer: string } {
  const transfer = books.transfers.get(id);
  if (transfer === undefined) throw missing('transfer', id);
  const left = transfer.amount - transfer.amount_reversed;
  const amount = params.amount ?? left;
  if (amount > left || left === 0) throw invalid('The transfer was reversed already.', 'transfer_already_reversed');
  if (amount > balanceOf(books, transfer.destination))
    throw invalid('The account does not have so much.', 'balance_insufficient');
  const amount_reversed = transfer.amount_reversed + amount;
  const changed = books.transfers.put(id, {
    ...transfer,
    amount_reversed,
    reversed: amount_reversed === transfer.amount,
  });
  const reversalId = makeId('trr');
  books.book('transfer_refund', amount, reversalId);
  books.news('transfer.reversed', changed, asker);
  return { id: reversalId, object: 'transfer_reversal', amount, transfer: id };
}

/**
 * Sends what lies in an account on to its bank: 9992 fails at once, 9994 stays pending until settled, 9993 is paid and can be
 * settled as failed later, as any.
 */
export function createPayout(
  books: PaymentBooks,
  accountId: string,
  params: z.infer<typeof payoutParams>,
  asker: Asker,
  isLater: boolean,
): AccountPayout {
  const account = books.accounts.get(accountId);
  if (account === undefined) throw missing('account', accountId);
  if (params.amount > balanceOf(books, accountId))
    throw invalid('The account does not have so much.', 'balance_insufficient');
  const id = makeId('po');
  const isFrozen = account.ending === '9992';
  const status = isFrozen ? 'failed' : isLater || account.ending === '9994' ? 'pending' : 'paid';
  const payout = books.payouts.put(id, {
    ...{ id, object: 'payout', account: accountId, amount: params.amount, created: books.now_s(), currency: 'inr' },
    ...{ failure_code: isFrozen ? 'account_frozen' : null, livemode: false, metadata: params.metadata ?? {}, status },
    ...{ automatic: false, reconciliation_status: 'not_applicable' },
    trace_id: traceOf(status),
  });
  books.news(`payout.${status === 'pending' ? 'created' : status}`, payout, asker);
  return payout;
}

/** The end of a pending payout, or the return of a paid one. */
export function settlePayout(
  books: PaymentBooks,
  id: string,
  outcome: 'paid' | 'failed' | 'canceled',
  asker: Asker,
): AccountPayout {
  const payout = books.payouts.get(id);
  if (payout === undefined) throw missing('payout', id);
  const isOpen = payout.status === 'pending' || (payout.status === 'paid' && outcome === 'failed');
  if (!isOpen) throw invalid(`Payout ${id} is ${payout.status}.`);
  const failure_code = outcome === 'failed' ? 'account_closed' : null;
  const trace_id = outcome === 'paid' ? traceOf('paid') : payout.trace_id;
  const settled = books.payouts.put(id, { ...payout, status: outcome, failure_code, trace_id });
  books.news(`payout.${outcome}`, settled, asker);
  return settled;
}

const traceOf = (status: AccountPayout['status']): AccountPayout['trace_id'] =>
  status === 'paid' ? { status: 'supported', value: makeId('SIMT').replace('_', '').toUpperCase() } : null;

/** What lies in an account: transferred to it and neither taken back nor sent on. */
function balanceOf(books: PaymentBooks, accountId: string): number {
  const came = books.transfers.all().filter((transfer) => transfer.destination === accountId);
  const left = books.payouts
    .all()
    .filter((p) => p.account === accountId && (p.status === 'paid' || p.status === 'pending'));
  return (
    came.reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0) -
    left.reduce((sum, payout) => sum + payout.amount, 0)
  );
}
