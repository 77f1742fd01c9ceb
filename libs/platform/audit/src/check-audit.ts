import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { job } from '#platform/kernel';
import { log } from '#platform/observability';
import { addDays } from '#platform/time';
import { realDay } from './data/chain.js';
import { checkedKind } from './data/trail.query.js';
import { VerifyAudit, type AuditCheck } from './verify-audit.js';

export const CheckAuditDay = job('platform.check-audit-day', {
  payload: z.strictObject({ day: z.iso.date() }),
  key: (p) => p.day,
});

/** The daily look at yesterday's chain. What it finds is noted in the trail itself, where metrics and alerts read it. */
@Injectable()
export class CheckAudit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly verify: VerifyAudit,
  ) {}

  /** Lets a worker check the day before today. */
  ask(): Promise<void> {
    return this.work.run(async (tx) => tx.enqueue(CheckAuditDay, { day: addDays(await realDay(tx), -1) }));
  }

  /** @rule S-69 */
  async run(day: string): Promise<AuditCheck> {
    const check = await this.verify.run(day);
    if (check.fault) log.error({ ...check.fault }, 'the audit trail is not as it was written');
    await this.work.run(async (tx) =>
      tx.audit({
        action: 'audit.checked',
        object: { kind: checkedKind, id: day },
        after: { links: check.links, fault: check.fault },
      }),
    );
    return check;
  }
}
