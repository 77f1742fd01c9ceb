import type { Tx } from '#platform/database';
import type { BankAccount } from './payout-provider.js';

/** Where a maker wants her money: kept by the sellers module, decrypted only for the payout job. */
export interface PayoutAccounts {
  of(tx: Tx, sellerId: string): Promise<BankAccount | null>;
  /** Until when nothing is paid to her, because she changed her account; null = pay. @rule S-9 */
  restsUntil(tx: Tx, sellerId: string): Promise<Date | null>;
}
