import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { DomainError } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { SplittingReported } from '../procurement.events.js';

const warningRow = z.object({
  demand_id: z.uuid(),
  found: z.enum(['warning', 'block']),
  sum_paise: paiseColumn,
  ceiling_paise: paiseColumn,
  raised_at: z.date(),
  reported_at: z.date().nullable(),
});
export type SplitWarning = z.infer<typeof warningRow>;

/** What was found, and of which sum. */
export interface Found {
  found: 'warning' | 'block';
  sum_paise: Paise;
  ceiling_paise: Paise;
}

const refusals: Readonly<Record<string, Found['found']>> = { split_warning: 'warning', split_block: 'block' };

@Injectable()
export class SplitWarnings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policy: PolicyQuery,
  ) {}

  /** Those of an office, newest first. @rule */
  of(tx: Tx, officeId: string): Promise<SplitWarning[]> {
    return tx.many(
      warningRow,
      `select demand_id, found, sum_paise, ceiling_paise, raised_at, reported_at from procurement.split_warning
        where office_id = $1 order by raised_at desc, demand_id limit 100`,
      [officeId],
    );
  }

  /** A refused order leaves nothing behind but the warning, which is why its route keeps its answer outside. @rule */
  async keeping<T>(demandOf: (tx: Tx) => Promise<string>, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (refused) {
      const found = refused instanceof DomainError ? refusals[refused.code] : undefined;
      if (found === undefined) throw refused;
      const { sum_paise, ceiling_paise } = (refused as DomainError).facts as Record<string, string>;
      const sums = { sum_paise: BigInt(sum_paise!), ceiling_paise: BigInt(ceiling_paise!) };
      await this.work.runAlone(async (tx) => this.note(tx, await demandOf(tx), { found, ...sums }));
      throw refused;
    }
  }

  /**
   * Keeps that a demand looked like splitting, once; when so many of an office have come together that nobody was told of,
   * its vigilance is.
   * @rule
   */
  async note(tx: Tx, demandId: string, { found, sum_paise, ceiling_paise }: Found): Promise<void> {
    const office = await tx.maybe(
      z.object({ office_id: z.uuid() }),
      `insert into procurement.split_warning (demand_id, office_id, found, sum_paise, ceiling_paise, raised_at)
       select id, office_id, $2, $3, $4, $5 from procurement.demand where id = $1
       on conflict do nothing returning office_id`,
      [demandId, found, sum_paise, ceiling_paise, tx.now],
    );
    if (office === null) return;
    tx.audit({ action: 'procurement.splitting.warn', object: { kind: 'demand', id: demandId }, after: { found } });
    await this.report(tx, office.office_id);
  }

  private async report(tx: Tx, officeId: string): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('procurement.split_warning ' || $1, 0))`, [officeId]);
    const untold = (await this.of(tx, officeId)).filter(
      ({ reported_at, raised_at }) =>
        reported_at === null && this.policy.deadline('split.audit_window_days', raised_at) >= tx.now,
    );
    if (untold.length < this.policy.at('split.audit_warnings', tx.now)) return;
    await tx.run(`update procurement.split_warning set reported_at = $2 where demand_id = any($1)`, [
      untold.map((one) => one.demand_id),
      tx.now,
    ]);
    tx.emit(SplittingReported, { officeId, warnings: untold.length });
  }
}
