import { AMonthIsShutBeforeItIsRead1795000090091 } from './data/migrations/1795000090091-a-month-is-shut-before-it-is-read.js';
import { AMonthsBooksAreClosed1795000061250 } from './data/migrations/1795000061250-a-months-books-are-closed.js';
import { MoneyCanBeHeld1795000061100 } from './data/migrations/1795000061100-money-can-be-held.js';
import { StatementsAreReadByTime1795000061000 } from './data/migrations/1795000061000-statements-are-read-by-time.js';
import { MoneyMovesAsTransfers1795000055000 } from './data/migrations/1795000055000-money-moves-as-transfers.js';

export { LedgerModule } from './ledger.module.js';
export { PostTransfers } from './use-cases/post-transfers.js';
export { HoldMoney, type HeldTransfer } from './use-cases/hold-money.js';
export { ExpireHold } from './use-cases/expire-hold.js';
export { HoldExpired } from './domain/ledger.events.js';
export { ClosePeriod } from './use-cases/close-period.js';
export { Periods, periodKey, type ClosedPeriod, type Period } from './data/periods.repository.js';
export { monthAfter, spanOf, type TrialLine } from './domain/period.js';
export { BalanceQuery } from './data/balance.query.js';
export { BooksQuery, type Books } from './data/books.query.js';
export { StatementQuery, statementKey, type Statement, type StatementLine } from './data/statement.query.js';
export { chart, platformOwner, type Account, type AccountCode } from './domain/chart.js';
export { statementOrder, type Transfer, type TransferWhy } from './domain/transfer.js';
export const ledgerMigrations = [
  MoneyMovesAsTransfers1795000055000,
  StatementsAreReadByTime1795000061000,
  MoneyCanBeHeld1795000061100,
  AMonthsBooksAreClosed1795000061250,
  AMonthIsShutBeforeItIsRead1795000090091,
];
