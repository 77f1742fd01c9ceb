/**
 * The chart of accounts. An account is a code and an owner (a maker, a checkout, a buyer organisation; for the
 * platform's own accounts the platform itself). `normal` is the side on which a healthy balance stands.
 */
export const chart = {
  gateway_clearing: {
    normal: 'debit',
    owner: 'platform',
    says: 'captured by the payment provider, not yet settled to the bank',
  },
  bank: { normal: 'debit', owner: 'platform', says: 'the bank account payouts leave from' },
  cash_receivable: {
    normal: 'debit',
    owner: 'platform',
    says: 'collected at doors by couriers, not yet brought to the bank',
  },
  buyer_escrow: { normal: 'credit', owner: 'checkout', says: 'paid by a shopper, owed to nobody else yet' },
  seller_payable: { normal: 'credit', owner: 'seller', says: 'earned by a maker, to be paid out' },
  platform_fees: { normal: 'credit', owner: 'platform', says: 'the platform’s own earnings' },
  gst_on_fees: {
    normal: 'credit',
    owner: 'platform',
    says: 'tax on the platform’s own earnings, owed to the government',
  },
  tcs_collected: {
    normal: 'credit',
    owner: 'platform',
    says: 'GST collected from makers’ sales, owed to the government',
  },
  income_tax_withheld: {
    normal: 'credit',
    owner: 'platform',
    says: 'income tax withheld from makers’ sales, owed to the government',
  },
  coupon_cost: { normal: 'debit', owner: 'platform', says: 'discounts the platform pays for' },
  freight_cost: {
    normal: 'debit',
    owner: 'platform',
    says: 'carriage the platform pays for: what couriers ask, less what shoppers paid for it',
  },
  courier_payable: { normal: 'credit', owner: 'platform', says: 'carriage owed to couriers' },
  provider_fees: { normal: 'debit', owner: 'platform', says: 'what the payment provider keeps for itself' },
  compensation_cost: { normal: 'debit', owner: 'platform', says: 'what refunds that came too late cost the platform' },
  compensation_due: { normal: 'credit', owner: 'checkout', says: 'owed to a shopper for a refund that came too late' },
  dispute_losses: {
    normal: 'debit',
    owner: 'platform',
    says: 'taken back by a shopper’s bank after the money had gone on',
  },
  government_due: {
    normal: 'debit',
    owner: 'buyer organisation',
    says: 'accepted goods a buyer organisation has to pay for',
  },
  seller_due_from_government: {
    normal: 'credit',
    owner: 'seller',
    says: 'accepted goods a maker will be paid for by the buyer’s own rail',
  },
  funds_granted: {
    normal: 'credit',
    owner: 'buyer organisation',
    says: 'what the payer’s rail has set aside for an office: blocked, committed and spent together',
  },
  funds_blocked: { normal: 'debit', owner: 'buyer organisation', says: 'set aside for demands, bound by no contract' },
  funds_committed: { normal: 'debit', owner: 'buyer organisation', says: 'bound by contracts, not yet paid' },
  funds_spent: {
    normal: 'debit',
    owner: 'buyer organisation',
    says: 'paid by the rail, what it kept for delay included',
  },
} as const;

export type AccountCode = keyof typeof chart;

export interface Account {
  code: AccountCode;
  owner: string;
}

/** The platform's own accounts belong to this owner. */
export const platformOwner = '00000000-0000-0000-0000-000000000000';
