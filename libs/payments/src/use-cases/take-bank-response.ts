import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { BankAdvices, type Advice } from '../data/bank-advices.repository.js';
import { PayoutFiles, type PayoutFile, type ResponseCounts } from '../data/payout-files.repository.js';
import { digestOf, fileNumberOf, readResponse, type ResponseLine } from '../domain/bank-file.js';
import { fail } from '../domain/payment.errors.js';
import { FollowPayoutJob, SendPayoutJob } from '../domain/payment.events.js';

/** What an answer of the bank changed; `isRepeat`: it was taken before, and nothing was done. */
export interface TakenResponse extends ResponseCounts {
  fileId: string;
  fileNumber: string;
  isRepeat: boolean;
}

const payoutRow = z.object({ id: z.uuid(), state: z.string(), checks: z.number() });

@Injectable()
export class TakeBankResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly advices: BankAdvices,
    private readonly payoutFiles: PayoutFiles,
  ) {}

  /**
   * Takes the bank's answer to a file, whole or not at all: what was paid, failed or came back later. The jobs that follow
   * settle each payout as if the bank had been asked. The same answer again changes nothing.
   * @throws bank_response_unreadable, bank_response_not_ours (422), payout_file_unknown (404), payout_file_not_released,
   *   bank_response_conflicts (409), second_factor_needed (403)
   * @rule S-8 S-28
   */
  run(bytes: Buffer): Promise<TakenResponse> {
    const { fileNumber, lines } = readResponse(bytes);
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      return seeingAll(tx, async () => {
        const file = await this.payoutFiles.lockByNumber(tx, Number(fileNumber.split('-')[2]));
        if (fileNumberOf(file) !== fileNumber) throw fail('payout_file_unknown');
        return this.take(tx, file, digestOf(bytes), lines);
      });
    });
  }

  private async take(tx: Tx, file: PayoutFile, digest: string, lines: readonly ResponseLine[]): Promise<TakenResponse> {
    const whose = { fileId: file.id, fileNumber: fileNumberOf(file) };
    if (file.released_at === null) throw fail('payout_file_not_released');
    const before = await this.payoutFiles.answered(tx, digest);
    if (before !== null) return { ...whose, ...before, isRepeat: true };
    const rows = new Map((await this.advices.ofFile(tx, file.id, true)).map((row) => [row.key, row]));
    const counts = { paid: 0, failed: 0, returned: 0, unchanged: 0 };
    for (const line of lines) {
      const row = rows.get(line.key);
      if (row === undefined || row.amount_paise !== line.amount_paise)
        throw fail('bank_response_not_ours', { payout: line.key });
      const isNews = await this.answer(tx, row, line);
      counts[isNews ? line.status : 'unchanged'] += 1;
    }
    await this.payoutFiles.addAnswer(tx, { digest, fileId: file.id, counts });
    tx.audit({ action: 'payments.bank_response_taken', object: { kind: 'payout_file', id: file.id }, after: counts });
    return { ...whose, ...counts, isRepeat: false };
  }

  /** What was paid can come back; nothing else that was said is ever taken back. */
  private async answer(tx: Tx, row: Advice, line: ResponseLine): Promise<boolean> {
    if (row.status === line.status && row.utr === line.utr) return false;
    const comesBack = row.status === 'paid' && line.status === 'returned' && row.utr === line.utr;
    if (row.status !== 'filed' && !comesBack)
      throw fail('bank_response_conflicts', { payout: row.key, said: row.status, says: line.status });
    await this.advices.note(tx, row.key, { status: line.status, utr: line.utr, failure: line.reason });
    await this.tell(tx, row.key);
    return true;
  }

  private async tell(tx: Tx, key: string): Promise<void> {
    const payout = await tx.maybe(
      payoutRow,
      `update payments.payout set checks = checks + 1 where key = $1 returning id, state, checks`,
      [key],
    );
    if (payout === null) return;
    if (payout.state === 'paid') tx.enqueue(FollowPayoutJob, { payoutKey: key, check: payout.checks });
    else tx.enqueue(SendPayoutJob, { payoutId: payout.id, check: payout.checks });
  }
}
