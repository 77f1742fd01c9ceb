import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { EditedWordings } from '../data/edited-wordings.repository.js';
import { WordingsInUse } from '../data/wordings-in-use.js';
import { writer } from '../domain/edited-wording.js';
import { fail } from '../domain/message.errors.js';

@Injectable()
export class WithdrawWording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wordings: EditedWordings,
    private readonly inUse: WordingsInUse,
  ) {}

  /**
   * Takes a text back, a draft or one in use: the text before it holds again, or what the build says. One person may: what
   * comes back was let out before.
   * @param seen  checks the version the caller has seen, once the row is locked
   * @throws wording_unknown, version_stale, wording_needs_person, wording_not_draft
   * @rule S-28
   */
  async run(id: string, reason: string, seen: (state: string) => void): Promise<void> {
    await this.work.run(async (tx) => {
      const row = await this.wordings.lock(tx, id);
      if (row === null) throw fail('wording_unknown');
      seen(row.state);
      if (row.state === 'withdrawn') throw fail('wording_not_draft', { state: row.state });
      await this.wordings.withdraw(tx, id, writer(tx.actor), reason);
      tx.audit({
        action: 'notifications.wording_withdrawn',
        object: { kind: 'notifications.wording', id },
        before: { state: row.state },
        after: { state: 'withdrawn' },
        reason,
      });
    });
    await this.inUse.refresh();
  }
}
