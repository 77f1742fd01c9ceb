import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
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
  read_at: z.date().nullable(),
  number: z.number().nullable(),
});
const columns = Object.keys(row.shape).join(', ');

const progress = z.object({ told: z.number(), changes: z.number() });

/** More unread messages than this are not counted. */
export const unread_max = 1_000;

/** A message as its reader sees it. */
export interface InboxMessage {
  id: string;
  event: string;
  language: Language;
  subject: string;
  text: string;
  madeAt: Date;
  /** When she opened it; null while it is new. */
  readAt: Date | null;
  /** Its place in her inbox, by which she reads on; null once nobody may. */
  number: number | null;
}

/** The sort key of an inbox: newest first. */
export const inboxKey = z.tuple([z.uuid()]);

/** The caller's own inbox; the second wall hides those of others too. @rule S-42 S-43 */
@Injectable()
export class InboxQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SubjectKeys,
  ) {}

  /** A page of the caller's messages, newest first. */
  mine(request: PageRequest<z.infer<typeof inboxKey>>): Promise<InboxMessage[]> {
    const part = keyset(request, ['id'], 'desc', 2);
    return this.read(
      `channel = 'in_app' and state = 'sent' ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      part.values,
    );
  }

  /** What came into the caller's inbox after a message, oldest first. @param number of that message @rule S-13 */
  after(number: number, at_most: number): Promise<InboxMessage[]> {
    return this.read(`number > $2 order by number limit $3`, [number, at_most]);
  }

  /** How many of the caller's messages she has not opened, up to `unread_max`. */
  unread(): Promise<number> {
    return this.work.run(async (tx) => {
      const counted = await tx.maybe(
        z.object({ n: z.number() }),
        `select count(*)::int as n from (
           select 1 from notifications.message
            where recipient_id = $1 and number is not null and read_at is null limit ${unread_max}) u`,
        [tx.actor.personId],
      );
      return counted!.n;
    });
  }

  /** How many messages the caller was ever told, and how often anything in her inbox has changed. */
  progress(): Promise<z.infer<typeof progress>> {
    return this.work.run(
      async (tx) =>
        (await tx.maybe(progress, `select told, changes from notifications.inbox where person_id = $1`, [
          tx.actor.personId,
        ])) ?? { told: 0, changes: 0 },
    );
  }

  /** Whether a message stands in the caller's inbox. @returns its id, or null */
  async own(tx: Tx, id: string): Promise<string | null> {
    const found = await tx.maybe(
      z.object({ id: z.uuid() }),
      `select id from notifications.message where recipient_id = $1 and id = $2 and channel = 'in_app'`,
      [tx.actor.personId, id],
    );
    return found?.id ?? null;
  }

  /** @param rest of the question, from its second value on */
  private read(rest: string, values: readonly unknown[]): Promise<InboxMessage[]> {
    return this.work.run(async (tx) => {
      const reader = tx.actor.personId;
      if (reader === null) return [];
      const rows = await tx.many(
        row,
        `select ${columns} from notifications.message where recipient_id = $1 and ${rest}`,
        [reader, ...values],
      );
      const key = (await this.keys.existing(tx, [reader])).get(reader);
      return rows.map((each) => ({
        id: each.id,
        event: each.event,
        language: each.language,
        subject: key?.open(sealedPlace('subject_sealed', each.id), each.subject_sealed) ?? '',
        text: key?.open(sealedPlace('text_sealed', each.id), each.text_sealed) ?? '',
        madeAt: each.made_at,
        readAt: each.read_at,
        number: each.number,
      }));
    });
  }
}
