import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BalanceQuery } from './data/balance.query.js';
import { BooksQuery } from './data/books.query.js';
import { HoldEntity } from './data/hold.entity.js';
import { MonthReader } from './data/month-reader.js';
import { PeriodEntity } from './data/period.entity.js';
import { Periods } from './data/periods.repository.js';
import { StatementQuery } from './data/statement.query.js';
import { TransferEntity } from './data/transfer.entity.js';
import { ClosePeriod } from './use-cases/close-period.js';
import { ExpireHold } from './use-cases/expire-hold.js';
import { HoldMoney } from './use-cases/hold-money.js';
import { PostTransfers } from './use-cases/post-transfers.js';

@Module({
  imports: [TypeOrmModule.forFeature([TransferEntity, HoldEntity, PeriodEntity])],
  providers: [
    PostTransfers,
    HoldMoney,
    ExpireHold,
    ClosePeriod,
    Periods,
    MonthReader,
    BalanceQuery,
    BooksQuery,
    StatementQuery,
  ],
  exports: [PostTransfers, HoldMoney, ExpireHold, ClosePeriod, Periods, BalanceQuery, BooksQuery, StatementQuery],
})
export class LedgerModule {}
