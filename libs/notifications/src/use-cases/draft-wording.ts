import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { EditedWordings, type EditedWording } from '../data/edited-wordings.repository.js';
import { checkWording, writer, type NewWording } from '../domain/edited-wording.js';

@Injectable()
export class DraftWording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wordings: EditedWordings,
  ) {}

  /**
   * Writes down another text for a message. Nobody reads it until a second person lets it out.
   * @throws wording_needs_person, message_template_unknown, wording_faulty
   * @rule S-34 S-28
   */
  run(wanted: NewWording & { reason: string }): Promise<EditedWording> {
    return this.work.run(async (tx) => {
      const written_by = writer(tx.actor);
      checkWording(wanted);
      const row: EditedWording = {
        ...wanted,
        id: newId(),
        version: await this.wordings.nextVersion(tx, wanted),
        state: 'draft',
        written_by,
        written_at: tx.now,
        approved_by: null,
        approved_at: null,
        in_use_from: null,
        withdrawn_by: null,
        withdrawn_at: null,
        withdrawal_reason: null,
      };
      await this.wordings.add(tx, row);
      const { event, audience, channel, language, version, subject, text, reason } = row;
      tx.audit({
        action: 'notifications.wording_drafted',
        object: { kind: 'notifications.wording', id: row.id },
        after: { message: `${event}/${audience}`, channel, language, version, subject, text },
        reason,
      });
      return row;
    });
  }
}
