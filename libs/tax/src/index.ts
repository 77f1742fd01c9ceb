export { TaxModule } from './tax.module.js';
export { taxMigrations } from './data/migrations/index.js';
export { QuoteTax, type Deal, type GoodsLine, type QuotedTax } from './use-cases/quote-tax.js';
export { Withhold, type CreditedSale, type Withheld } from './use-cases/withhold.js';
export { chargesTax, maySupply, stateTaxName, supplyBetween, type Supply } from './domain/supply.js';
export { taxOf, type LineTax } from './domain/line-tax.js';
export { bearsCollection } from './domain/collected.js';
export type { Payee } from './domain/income-tax.js';
export { feeOf, noFee, paysFees, transactionCharge, type Fee, type FeeTerms } from './domain/fees.js';
