import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { EditedWordings } from '../data/edited-wordings.repository.js';
import { WordingsInUse } from '../data/wordings-in-use.js';
import { approver, checkWording } from '../domain/edited-wording.js';
import { fail } from '../domain/message.errors.js';

@Injectable()
export class ApproveWording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wordings: EditedWordings,
    private readonly inUse: WordingsInUse,
  ) {}

  /**
   * A second person lets a text out: it is what readers get from an instant on, until a later one begins. The message may
   * have changed since it was written, so it is checked again.
   * @param seen  checks the version the caller has seen, once the row is locked
   * @param from  null: at once
   * @throws wording_unknown, version_stale, wording_not_draft, wording_needs_person, author_cannot_approve, wording_faulty,
   *         wording_not_in_future
   * @rule S-28
   */
  async run(id: string, from: Date | null, seen: (state: string) => void): Promise<void> {
    await this.work.run(async (tx) => {
      const draft = await this.wordings.lock(tx, id);
      if (draft === null) throw fail('wording_unknown');
      seen(draft.state);
      const by = approver(draft, tx.actor);
      checkWording(draft);
      const begins = from ?? tx.now;
      if (begins < tx.now) throw fail('wording_not_in_future', { from: begins.toISOString() });
      await this.wordings.approve(tx, id, by, begins);
      tx.audit({
        action: 'notifications.wording_approved',
        object: { kind: 'notifications.wording', id },
        after: { in_use_from: begins.toISOString() },
        reason: draft.reason,
      });
    });
    await this.inUse.refresh();
  }
}
