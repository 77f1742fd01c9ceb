import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { editableChannels, editedStates, type TextPlace } from '../domain/edited-wording.js';
import { languages } from '../domain/languages.js';
import { EditedWordingEntity } from './edited-wording.entity.js';

export const editedWording = z.object({
  id: z.uuid(),
  event: z.string(),
  audience: z.string(),
  channel: z.enum(editableChannels),
  language: z.enum(languages),
  version: z.number(),
  subject: z.string().nullable(),
  text: z.string(),
  dlt_template_id: z.string().nullable(),
  dlt_text: z.string().nullable(),
  reason: z.string(),
  state: z.enum(editedStates),
  written_by: z.uuid(),
  written_at: z.date(),
  approved_by: z.uuid().nullable(),
  approved_at: z.date().nullable(),
  in_use_from: z.date().nullable(),
  withdrawn_by: z.uuid().nullable(),
  withdrawn_at: z.date().nullable(),
  withdrawal_reason: z.string().nullable(),
});
/** A text the desk wrote. */
export type EditedWording = z.infer<typeof editedWording>;

export const editedColumns = Object.keys(editedWording.shape).join(', ');

@Injectable()
export class EditedWordings {
  async add(tx: Tx, row: EditedWording): Promise<void> {
    await tx.insert(EditedWordingEntity, row);
  }

  byId(tx: Tx, id: string): Promise<EditedWording | null> {
    return tx.maybe(editedWording, `select ${editedColumns} from notifications.wording where id = $1`, [id]);
  }

  /** One text, held until the transaction ends. */
  lock(tx: Tx, id: string): Promise<EditedWording | null> {
    return tx.maybe(
      editedWording,
      `select ${editedColumns} from notifications.wording where id = $1 for no key update`,
      [id],
    );
  }

  /** The number of a place's next text; two who write at once wait for each other. */
  async nextVersion(tx: Tx, { event, audience, channel, language }: TextPlace): Promise<number> {
    const place = [event, audience, channel, language];
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`notifications.wording ${place.join(' ')}`]);
    const [last] = await tx.many(
      z.object({ version: z.number() }),
      `select coalesce(max(version), 0) as version from notifications.wording
        where event = $1 and audience = $2 and channel = $3 and language = $4`,
      place,
    );
    return last!.version + 1;
  }

  /** Every text of one message, the newest of each place first. */
  ofMessage(tx: Tx, event: string, audience: string, limit: number): Promise<EditedWording[]> {
    return tx.many(
      editedWording,
      `select ${editedColumns} from notifications.wording where event = $1 and audience = $2
        order by channel, language, version desc limit $3`,
      [event, audience, limit],
    );
  }

  async approve(tx: Tx, id: string, by: string, from: Date): Promise<void> {
    await tx.run(
      `update notifications.wording set state = 'approved', approved_by = $2, approved_at = $3, in_use_from = $4 where id = $1`,
      [id, by, tx.now, from],
    );
  }

  async withdraw(tx: Tx, id: string, by: string, reason: string): Promise<void> {
    await tx.run(
      `update notifications.wording
          set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4
        where id = $1`,
      [id, by, tx.now, reason],
    );
  }
}
