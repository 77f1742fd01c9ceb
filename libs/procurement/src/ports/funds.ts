export type Rail = 'pfms' | 'gpa' | 'treasury';

/** The payer said no; nothing moved. */
export class FundsRefused extends Error {
  constructor(readonly code: string) {
    super(`the payer's rail refused: ${code}`);
    this.name = 'FundsRefused';
  }
}

export interface BillPayment {
  paymentId: string;
  status: 'processing' | 'paid' | 'partly_paid' | 'refused';
  reason: string | null;
  advice: { voucher: string; utr: string; paid_paise: bigint } | null;
}

/**
 * How a government buyer's money moves: budget blocks and payments of a Central department, a pool account, a treasury
 * . Calls take at most 10 s; call them with no transaction open. An answer that never came is an Error: the
 * job asks again under the same key, and the rail does the work once.
 */
export interface FundsRail {
  /** Sets money aside. A treasury only declares it: then the block is null. @throws FundsRefused */
  block(order: {
    key: string;
    rail: Rail;
    budgetHead: string;
    amount_paise: bigint;
    reference: string;
  }): Promise<string | null>;
  /** Pays a bill from the block, or answers what became of it under the same key. @throws FundsRefused */
  pay(order: {
    key: string;
    rail: Rail;
    block: string | null;
    billNumber: string;
    gross_paise: bigint;
    deductions: readonly { code: string; amount_paise: bigint }[];
    beneficiary: { holder: string; accountNumber: string; ifsc: string };
  }): Promise<BillPayment>;
  /** What became of the payment ordered under a key; null when the rail has never heard of it. */
  find(order: { key: string; billNumber: string }): Promise<BillPayment | null>;
  /** What became of a payment. */
  status(paymentId: string): Promise<BillPayment>;
}

export const FUNDS_RAIL = Symbol('FundsRail');
