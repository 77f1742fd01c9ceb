import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { metrics, runAsSystem } from '#platform/observability';
import { UnplacedOrdersQuery } from './unplaced-orders.query.js';

const registers = [metrics];
const unplaced = new Gauge({
  name: 'odop_orders_unplaced',
  help: 'Orders that were paid for more than a minute ago and are not placed',
  registers,
});
const waiting = new Gauge({
  name: 'odop_order_rows_waiting',
  help: 'Orders the desk was told about because nobody moved them in time',
  labelNames: ['state'],
  registers,
});

const row = z.object({ state: z.string(), count: z.number() });

/** Reads the orders that wait for somebody into their gauges (S-72). Alerts: docs/runbooks. */
@Injectable()
export class OrdersWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly unplaced: UnplacedOrdersQuery,
  ) {}

  /** Counts as the system: orders are private, and a reader without a scope would find none. */
  read(): Promise<void> {
    return runAsSystem('orders.watch', newId(), () => this.work.run((tx) => this.count(tx)));
  }

  private async count(tx: Tx): Promise<void> {
    unplaced.set(await this.unplaced.count(tx));
    const sql = `select state, count(*)::int as count from orders."order" where alarmed_at is not null group by state`;
    const rows = await tx.many(row, sql);
    waiting.reset(); // a state in which none waits any more is told as none
    for (const { state, count } of rows) waiting.set({ state }, count);
  }
}
