import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BalanceQuery } from './data/balance.query.js';
import { BooksQuery } from './data/books.query.js';
import { StatementQuery } from './data/statement.query.js';
import { TransferEntity } from './data/transfer.entity.js';
import { PostTransfers } from './use-cases/post-transfers.js';

@Module({
  imports: [TypeOrmModule.forFeature([TransferEntity])],
  providers: [PostTransfers, BalanceQuery, BooksQuery, StatementQuery],
  exports: [PostTransfers, BalanceQuery, BooksQuery, StatementQuery],
})
export class LedgerModule {}
