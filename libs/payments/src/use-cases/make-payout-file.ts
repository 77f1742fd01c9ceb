import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assert, assertFreshSecondFactor } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { BankAdvices, type Advice } from '../data/bank-advices.repository.js';
import { Beneficiaries } from '../data/beneficiaries.repository.js';
import { payoutFileAt } from '../data/payout-file-place.js';
import { PayoutFiles, type PayoutFile } from '../data/payout-files.repository.js';
import { adviceOf, digestOf, fileNumberOf } from '../domain/bank-file.js';
import { fail } from '../domain/payment.errors.js';
import type { PayeeAccount } from '../ports/payout-provider.js';

/** Two wrote the same file out at once: the other one's copy is kept. */
class WrittenMeanwhile extends Error {}

@Injectable()
export class MakePayoutFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly advices: BankAdvices,
    private readonly beneficiaries: Beneficiaries,
    private readonly payoutFiles: PayoutFiles,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Writes the payouts that wait into one file for the bank and keeps it sealed. First its rows are chosen for ever, then it
   * is written out: one that was begun and not finished is finished first, with the same rows. No payout is in two files.
   * @returns the file's id
   * @throws no_payouts_waiting (409), second_factor_needed (403)
   * @rule S-9 S-28 S-63
   */
  async run(): Promise<string> {
    const file = await this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      return seeingAll(tx, () => this.draw(tx));
    });
    const bytes = await this.work.run((tx) => seeingAll(tx, () => this.written(tx, file)));
    try {
      await this.files.keep(payoutFileAt(file.id), bytes, (tx, storageKey) => this.finish(tx, file, storageKey, bytes));
    } catch (error) {
      if (!(error instanceof WrittenMeanwhile)) throw error;
    }
    return file.id;
  }

  /** Chooses the rows. One at a time, so that two who ask at once do not both get a file. */
  private async draw(tx: Tx): Promise<PayoutFile> {
    await this.payoutFiles.takeTurns(tx);
    const begun = await this.payoutFiles.unwritten(tx);
    if (begun !== null) return begun;
    const payable = await this.payable(tx, await this.advices.waiting(tx));
    if (payable.length === 0) throw fail('no_payouts_waiting');
    const total_paise = sumPaise(payable.map((advice) => advice.amount_paise));
    const file = await this.payoutFiles.add(tx, { rows: payable.length, total_paise });
    await this.advices.file(
      tx,
      file.id,
      payable.map((advice) => advice.key),
    );
    tx.audit({
      action: 'payments.payout_file_made',
      object: { kind: 'payout_file', id: file.id },
      after: { number: fileNumberOf(file), rows: payable.length, total_paise: total_paise.toString() },
    });
    return file;
  }

  /** What has an account. Where its owner was erased meanwhile there is none to pay to. */
  private async payable(tx: Tx, waiting: readonly Advice[]): Promise<Advice[]> {
    const accounts = await this.accountsOf(tx, waiting);
    const lost = waiting.filter((advice) => !accounts.has(advice.beneficiary_id));
    for (const { key } of lost) {
      await this.advices.note(tx, key, { status: 'failed', utr: null, failure: 'account_unknown' });
    }
    return waiting.filter((advice) => accounts.has(advice.beneficiary_id));
  }

  private accountsOf(tx: Tx, advices: readonly Advice[]): Promise<Map<string, PayeeAccount>> {
    return this.beneficiaries.open(tx, [...new Set(advices.map((advice) => advice.beneficiary_id))]);
  }

  private async written(tx: Tx, file: PayoutFile): Promise<Buffer> {
    const rows = await this.advices.ofFile(tx, file.id);
    const accounts = await this.accountsOf(tx, rows);
    assert(sumPaise(rows.map((advice) => advice.amount_paise)) === file.total_paise, 'a file adds up to its rows');
    const lines = rows.map(({ key, beneficiary_id, rail, amount_paise, narration }) => {
      const account = accounts.get(beneficiary_id);
      assert(account !== undefined, 'who is erased while a file is written has waited for her money');
      const where =
        'vpa' in account ? { account: account.vpa, ifsc: '' } : { account: account.accountNumber, ifsc: account.ifsc };
      return { key, rail, amount_paise, holder: account.holder, ...where, narration };
    });
    return adviceOf({ number: fileNumberOf(file), madeAt: file.made_at }, lines);
  }

  private async finish(tx: Tx, file: PayoutFile, storageKey: string, bytes: Buffer): Promise<void> {
    if (!(await this.payoutFiles.written(tx, file.id, storageKey, digestOf(bytes)))) throw new WrittenMeanwhile();
  }
}
