import type pg from 'pg';
import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import { metrics } from '#platform/observability';

/** Shows the connections of this process's pool at each scrape (S-72). */
export function watchPool(dataSource: DataSource): void {
  const pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  const gauge: Gauge = new Gauge({
    name: 'odop_db_connections',
    help: 'Connections of the pool, and requests that wait for one',
    labelNames: ['state'],
    registers: [metrics],
    collect: () => {
      gauge.set({ state: 'open' }, pool.totalCount);
      gauge.set({ state: 'idle' }, pool.idleCount);
      gauge.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
