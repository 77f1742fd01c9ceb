/** Injection names of the two outside worlds; the module decides which adapter stands behind each. */
export const PAYMENT_PROVIDER = Symbol('PaymentProvider');
export const PAYOUT_PROVIDER = Symbol('PayoutProvider');
export const PAYOUT_ACCOUNTS = Symbol('PayoutAccounts');
export const FILE_PAYOUTS = Symbol('FilePayouts');
