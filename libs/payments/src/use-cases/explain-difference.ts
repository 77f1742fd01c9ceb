import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Differences } from '../data/differences.repository.js';
import { fail } from '../domain/payment.errors.js';

@Injectable()
export class ExplainDifference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly differences: Differences,
  ) {}

  /**
   * The payments desk has found out what a difference with a provider is, and says so; nobody looks for it any more.
   * @throws difference_unknown · difference_settled
   * @rule S-8
   */
  run(id: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { status } = await this.differences.lock(tx, id);
      if (status !== 'open') throw fail('difference_settled', { status });
      await tx.run(
        `update payments.difference set status = 'explained', reason = $2, settled_by = $3, settled_at = $4 where id = $1`,
        [id, reason, tx.actor.personId, tx.now],
      );
      tx.audit({
        action: 'payments.difference_explained',
        object: { kind: 'difference', id },
        before: { status },
        after: { status: 'explained' },
        reason,
      });
    });
  }
}
