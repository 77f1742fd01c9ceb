import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { PayoutFiles } from '../data/payout-files.repository.js';
import { fail } from '../domain/payment.errors.js';

@Injectable()
export class ReleasePayoutFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payoutFiles: PayoutFiles,
  ) {}

  /**
   * A second officer has looked at a file and lets it go to the bank: only then it can be had.
   * @throws payout_file_unknown (404), own_payout_file (403), payout_file_released (409), second_factor_needed (403)
   * @rule S-28
   */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      const file = await this.payoutFiles.lock(tx, id);
      if (file.storage_key === null) throw fail('payout_file_unknown'); // it is being written yet
      if (file.released_at !== null) throw fail('payout_file_released');
      if (file.made_by !== null && file.made_by === tx.actor.personId) throw fail('own_payout_file');
      await this.payoutFiles.release(tx, id);
      tx.audit({ action: 'payments.payout_file_released', object: { kind: 'payout_file', id } });
    });
  }
}
