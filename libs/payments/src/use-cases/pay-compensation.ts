import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor, namedId } from '#platform/kernel';
import { Compensations } from '../data/compensations.repository.js';
import { fail } from '../domain/payment.errors.js';

@Injectable()
export class PayCompensation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly compensations: Compensations,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * The desk has sent a shopper what a late refund cost, by a transfer of its own: no provider gives back more than it took.
   * @param reference  the bank's, of that transfer
   * @throws compensation_unknown (404), compensation_not_owed (409), second_factor_needed (403)
   * @rule
   */
  run(refundId: string, reference: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        assertFreshSecondFactor(tx.actor, new Date());
        const owed = await this.compensations.lock(tx, refundId);
        if (owed === null) throw fail('compensation_unknown');
        if (owed.state !== 'owed') throw fail('compensation_not_owed', { state: owed.state });
        await this.compensations.notePaid(tx, refundId, reference);
        await this.postTransfers.inside(tx, [
          {
            id: namedId('compensation paid', refundId),
            debit: { code: 'compensation_due', owner: owed.cause.id },
            credit: { code: 'bank', owner: platformOwner },
            ...{ amount_paise: owed.amount_paise, why: 'compensation_paid', cause: owed.cause },
          },
        ]);
        tx.audit({
          action: 'payments.compensation_paid',
          object: { kind: 'refund', id: refundId },
          after: { reference },
        });
      }),
    );
  }
}
