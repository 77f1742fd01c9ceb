import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { z } from 'zod';
import { ReadClient, UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { metrics, runAsSystem } from '#platform/observability';

const registers = [metrics];
const openDifferences = new Gauge({
  name: 'odop_payment_differences_open',
  help: 'Differences between our books and the providers’ that nobody has explained',
  registers,
});
const reconciledAt = new Gauge({
  name: 'odop_payment_reconciled_timestamp_seconds',
  help: 'When our books were last held against the providers’ lists',
  registers,
});

const waiting = new Gauge({
  name: 'odop_payment_rows_waiting',
  help: 'Payments, refunds, payouts and compensations the desk was told about because nobody moved them in time',
  labelNames: ['about'],
  registers,
});

/** Reads what reconciliation found into its gauges (S-72). Alerts: docs/runbooks. */
@Injectable()
export class ReconciliationWatch {
  constructor(
    private readonly reads: ReadClient,
    private readonly work: UnitOfWork,
  ) {}

  async read(): Promise<void> {
    const row = await this.reads.maybe(
      z.object({ open: z.number(), at: z.date().nullable() }),
      `select (select count(*)::int from payments.difference where status = 'open') as open,
              (select ended_at from payments.reconciliation where ended_at is not null order by ended_at desc limit 1) as at`,
    );
    await runAsSystem('payments.watch', newId(), () => this.waiting());
    openDifferences.set(row!.open);
    if (row!.at) reconciledAt.set(row!.at.getTime() / 1_000);
  }

  /** Counts as the system: these rows are private, and a reader without a scope would find none (S-43). */
  private waiting(): Promise<void> {
    return this.work.run(async (tx) => {
      const rows = await tx.many(
        z.object({ about: z.string(), count: z.number() }),
        `select 'payment' as about, count(*)::int as count from payments.payment where alarmed_at is not null
          union all select 'refund', count(*)::int from payments.refund where alarmed_at is not null
          union all select 'payout', count(*)::int from payments.payout where alarmed_at is not null
          union all select 'compensation', count(*)::int from payments.compensation where alarmed_at is not null`,
      );
      for (const { about, count } of rows) waiting.set({ about }, count);
    });
  }
}
