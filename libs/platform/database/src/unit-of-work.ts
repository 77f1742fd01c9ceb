import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Counter } from 'prom-client';
import { assert } from '#platform/kernel';
import { currentContext, metrics, traced, withOpen } from '#platform/observability';
import { OpenTransaction } from './open-transaction.js';
import { PreparedTexts } from './prepared-texts.js';
import type { Tx } from './tx.js';

/** Serialization failure and deadlock: the database asks for the whole transaction again (S-11). */
const again = new Set(['40001', '40P01']);
const attempts = 5;
const retries = new Counter({
  name: 'odop_tx_retries_total',
  help: 'Transactions begun again, by SQLSTATE: 40001 serialization, 40P01 deadlock; others: a statement prepared before',
  labelNames: ['sqlstate'],
  registers: [metrics],
});

const ambient = new AsyncLocalStorage<OpenTransaction>();

@Injectable()
export class UnitOfWork {
  private readonly texts = new PreparedTexts('tx', 250);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs a use-case in one transaction as the current actor, with outbox and audit rows written before the commit.
   * Inside another `run` of the same request it joins that transaction. On a serialization failure, a deadlock or a
   * statement prepared before a migration the whole of `work` runs again, up to 5 times, so it must not call the
   * outside world.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const joined = ambient.getStore();
    if (joined?.isOpen) return work(joined);
    return traced('inside', 'transaction', {}, () => this.repeated(work));
  }

  /**
   * The same for what has to stay written although the use-case refuses afterwards, as a wrong code that counts: never part of
   * another transaction, which that refusal would undo. A route of such a use-case is `@Idempotent({ outside: true })`.
   */
  async runAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    assert(!ambient.getStore()?.isOpen, 'what outlives a refusal has a transaction of its own');
    return this.run(work);
  }

  private async repeated<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === attempts || !(again.has(codeOf(error)) || this.texts.learns(error))) throw error;
        retries.inc({ sqlstate: codeOf(error) });
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const tx = await OpenTransaction.begin(runner, this.texts, currentContext());
      try {
        const result = await ambient.run(tx, () => withOpen(tx, () => work(tx)));
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';
