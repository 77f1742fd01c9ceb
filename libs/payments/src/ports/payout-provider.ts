import type { Paise } from '#platform/money';

/**
 * The maker's side of the money: transfers from the escrow bank to a maker's account.
 * Government bills never pass here: the payer's own rail pays those.
 *
 * Every method may throw `ProviderUnavailable`, `OutcomeUnknown` or `ProviderRefused` (provider-errors.ts). A call takes
 * at most 10 s, retries included (a list: each page). Call them with no transaction open.
 * @rule  
 */
export interface PayoutProvider {
  /** 'bank', 'bank-file', 'stripe-connect': goes into (provider, object id, kind), which is unique. @rule S-6 */
  readonly name: string;

  /**
   * Registers an account with the bank and returns the bank's name for it; the same account has one name for ever.
   * Keep the name, not the number: payout rows and jobs carry no account number. Refused: `account_closed`,
   * `account_not_found`, `bad_ifsc`, `rail_not_offered` (this provider pays no such kind of account).
   *
   * @param ownerId whose account it is: a maker, or a shopper whose money goes back there
   */
  beneficiary(account: PayeeAccount, ownerId: string): Promise<string>;

  /**
   * Sends money once: the bank's idempotency key is `payoutId`. The answer may be `accepted` (UTR comes later, ask
   * `status`), `paid`, or `failed`.
   */
  transfer(order: TransferOrder): Promise<ProviderPayout>;

  /** What became of a payout; settles an unknown outcome. `null`: the bank never got the call. */
  status(payoutId: string): Promise<ProviderPayout | null>;

  /** Calls back a payout the bank has accepted but not sent. Refused with `already_sent` after that. */
  reverse(payoutId: string): Promise<ProviderPayout>;

  /** Payouts made or changed at or after `since`, oldest first. @rule S-8 */
  listSince(since: Date): AsyncIterable<ProviderPayout>;
}

export interface BankAccount {
  holder: string;
  accountNumber: string;
  ifsc: string;
}

/** An address of the Unified Payments Interface: 'meena@bank'. */
export interface UpiAccount {
  holder: string;
  vpa: string;
}

/** Where money can be sent. */
export type PayeeAccount = BankAccount | UpiAccount;

export interface TransferOrder {
  /** Our payout row's id (UUID). */
  payoutId: string;
  /** From `beneficiary`. */
  beneficiary: string;
  amount_paise: Paise;
  /** What the maker reads in the passbook, at most 30 characters. */
  narration: string;
}

/** `returned`: it was paid and the maker's bank sent it back (account closed since, frozen). Pay it again as a new payout. */
export type ProviderPayoutStatus = 'accepted' | 'paid' | 'failed' | 'returned' | 'reversed';

export interface ProviderPayout {
  providerId: string;
  payoutId: string;
  status: ProviderPayoutStatus;
  amount_paise: Paise;
  /** The bank's reference, once the money has left. */
  utr: string | null;
  /** The bank's code for why it failed or came back, e.g. 'account_closed'. */
  failure: string | null;
  changedAt: Date;
}
