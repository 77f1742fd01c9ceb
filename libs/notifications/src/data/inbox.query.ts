import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { languages, type Language } from '../domain/languages.js';
import { sealedPlace } from './messages.repository.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const row = z.object({
  id: z.uuid(),
  event: z.string(),
  language: z.enum(languages),
  subject_sealed: bytes,
  text_sealed: bytes,
  made_at: z.date(),
});

/** A message as its reader sees it. */
export interface InboxMessage {
  id: string;
  event: string;
  language: Language;
  subject: string;
  text: string;
  madeAt: Date;
}

/** The sort key of an inbox: newest first. */
export const inboxKey = z.tuple([z.uuid()]);

@Injectable()
export class InboxQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SubjectKeys,
  ) {}

  /** A page of the caller's own messages, newest first; the second wall hides those of others too. @rule S-42 S-43 */
  mine(request: PageRequest<z.infer<typeof inboxKey>>): Promise<InboxMessage[]> {
    return this.work.run(async (tx) => {
      const reader = tx.actor.personId;
      if (reader === null) return [];
      const part = keyset(request, ['id'], 'desc', 2);
      const rows = await tx.many(
        row,
        `select id, event, language, subject_sealed, text_sealed, made_at from notifications.message
          where recipient_id = $1 and channel = 'in_app' and state = 'sent' ${part.where}
          order by ${part.orderBy} limit ${part.limit}`,
        [reader, ...part.values],
      );
      const key = (await this.keys.existing(tx, [reader])).get(reader);
      return rows.map((each) => ({
        id: each.id,
        event: each.event,
        language: each.language,
        subject: key?.open(sealedPlace('subject_sealed', each.id), each.subject_sealed) ?? '',
        text: key?.open(sealedPlace('text_sealed', each.id), each.text_sealed) ?? '',
        madeAt: each.made_at,
      }));
    });
  }
}
