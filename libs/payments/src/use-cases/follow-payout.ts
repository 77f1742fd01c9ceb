import { Inject, Injectable } from '@nestjs/common';
import type { PayoutProvider } from '../ports/payout-provider.js';
import { PAYOUT_PROVIDER } from '../ports/tokens.js';
import { NoteReturnedPayout } from './note-returned-payout.js';

@Injectable()
export class FollowPayout {
  constructor(
    @Inject(PAYOUT_PROVIDER) private readonly provider: PayoutProvider,
    private readonly noteReturnedPayout: NoteReturnedPayout,
  ) {}

  /** Asks what became of a payout that was paid: one that came back is owed again. @rule S-8 */
  async run({ payoutKey }: { payoutKey: string }): Promise<void> {
    const theirs = await this.provider.status(payoutKey);
    if (theirs !== null) await this.noteReturnedPayout.follow(theirs);
  }
}
