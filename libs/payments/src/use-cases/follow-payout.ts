import { Inject, Injectable } from '@nestjs/common';
import type { PayoutProvider } from '../ports/payout-provider.js';
import { FILE_PAYOUTS } from '../ports/tokens.js';
import { NoteReturnedPayout } from './note-returned-payout.js';

@Injectable()
export class FollowPayout {
  constructor(
    @Inject(FILE_PAYOUTS) private readonly files: PayoutProvider,
    private readonly noteReturnedPayout: NoteReturnedPayout,
  ) {}

  /**
   * The bank answered a file about a payout that was paid: one that came back is owed again, whoever pays makers by then.
   * @rule S-8
   */
  async run({ payoutKey }: { payoutKey: string }): Promise<void> {
    const theirs = await this.files.status(payoutKey);
    if (theirs !== null) await this.noteReturnedPayout.follow(theirs);
  }
}
