import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { channels, type Channel } from '../domain/channels.js';
import { deliveries, type Delivery } from '../domain/delivery.js';
import { messageStates, type MessageState } from '../domain/message.states.js';

const row = z.object({
  id: z.uuid(),
  event_id: z.uuid(),
  event: z.string(),
  audience: z.string(),
  template_version: z.number(),
  wording_version: z.number().nullable(),
  channel: z.enum(channels),
  language: z.string(),
  state: z.enum(messageStates.names as [MessageState]),
  tries: z.number(),
  failure: z.string().nullable(),
  delivery: z.enum(deliveries).nullable(),
  address_hint: z.string().nullable(),
  provider: z.string().nullable(),
  provider_reference: z.string().nullable(),
  made_at: z.date(),
  changed_at: z.date(),
});
/** A message as the operator sees it: what, how and when, never to whom or in which words. */
export type MessageRecord = z.infer<typeof row>;

/** Newest first. */
export const recordKey = z.tuple([z.uuid()]);

@Injectable()
export class SentMessagesQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** What could not be sent, the newest first: what fails now says what is to be mended. @rule S-14 */
  undelivered(tx: Tx, limit: number): Promise<MessageRecord[]> {
    return tx.many(
      row,
      `select ${Object.keys(row.shape).join(', ')} from notifications.message
        where state = 'failed' order by id desc limit $1`,
      [limit],
    );
  }

  /** A page over everybody's messages, for who may keep the service running (`admin:jobs`). */
  page(
    wanted: { state?: MessageState | undefined; channel?: Channel | undefined; delivery?: Delivery | undefined },
    request: PageRequest<z.infer<typeof recordKey>>,
  ): Promise<MessageRecord[]> {
    const part = keyset(request, ['id'], 'desc', 4);
    return this.work.run((tx) =>
      seeingAll(tx, () =>
        tx.many(
          row,
          `select ${Object.keys(row.shape).join(', ')} from notifications.message
            where ($1::text is null or state = $1) and ($2::text is null or channel = $2)
              and ($3::text is null or delivery = $3) ${part.where}
            order by ${part.orderBy} limit ${part.limit}`,
          [wanted.state ?? null, wanted.channel ?? null, wanted.delivery ?? null, ...part.values],
        ),
      ),
    );
  }
}
