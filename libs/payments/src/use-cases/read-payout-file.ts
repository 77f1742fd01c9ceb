import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assert, assertFreshSecondFactor } from '#platform/kernel';
import { payoutFileAt } from '../data/payout-file-place.js';
import { PayoutFiles } from '../data/payout-files.repository.js';
import { digestOf, fileNumberOf } from '../domain/bank-file.js';
import { fail } from '../domain/payment.errors.js';

@Injectable()
export class ReadPayoutFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payoutFiles: PayoutFiles,
    private readonly files: SealedFiles,
  ) {}

  /**
   * The file as the bank is to get it; whoever takes it stands in the audit trail.
   * @throws payout_file_unknown (404), payout_file_not_released (409), second_factor_needed (403)
   * @rule S-28 S-63
   */
  run(id: string): Promise<{ number: string; bytes: Buffer }> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      const file = await this.payoutFiles.lock(tx, id);
      if (file.released_at === null) throw fail('payout_file_not_released');
      const bytes = await this.files.open(tx, { ...payoutFileAt(id), storageKey: file.storage_key! });
      if (bytes === null) throw fail('payout_file_unknown');
      assert(digestOf(bytes) === file.digest, 'a file is as it was written');
      tx.audit({ action: 'payments.payout_file_read', object: { kind: 'payout_file', id } });
      return { number: fileNumberOf(file), bytes };
    });
  }
}
