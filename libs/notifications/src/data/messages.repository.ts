import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { channels, outsideChannels, type OutsideChannel } from '../domain/channels.js';
import { deliveries, type Delivery } from '../domain/delivery.js';
import { languages } from '../domain/languages.js';
import { messageStates, type MessageState } from '../domain/message.states.js';
import type { Written } from '../domain/render.js';

const row = z.object({
  id: z.uuid(),
  event: z.string(),
  audience: z.string(),
  template_version: z.number(),
  recipient_id: z.uuid(),
  channel: z.enum(channels),
  language: z.enum(languages),
  params: z.record(z.string(), z.unknown()),
  state: z.enum(messageStates.names as [MessageState]),
  tries: z.number(),
  made_at: z.date(),
  fall_back_at: z.date().nullable(),
  fell_back_at: z.date().nullable(),
  event_id: z.uuid(),
});
export type Message = z.infer<typeof row>;

const columns = Object.keys(row.shape).join(', ');

/** A message that is to be written down. */
export type NewMessage = Pick<
  Message,
  'event' | 'audience' | 'template_version' | 'recipient_id' | 'channel' | 'language' | 'params'
> & {
  event_id: string;
  /** When it goes as an SMS unless it arrived; WhatsApp only. */
  fall_back_at?: Date | null;
};

/** How a message left: by whom, under which reference, to which address. All null in the inbox of this house. */
export interface Departure {
  provider: string | null;
  reference: string | null;
  address: string | null;
  hint: string | null;
}

/** What stays in this house went by nobody. */
const notCarried: Departure = { provider: null, reference: null, address: null, hint: null };

const learned = z.object({
  recipient_id: z.uuid(),
  channel: z.enum(outsideChannels),
  address_sealed: z.custom<Buffer | null>((value) => value === null || Buffer.isBuffer(value)),
});
/** Whose message it was, and the address it went to: null while that is not settled, or when she was erased. */
export interface Learned {
  recipientId: string;
  channel: OutsideChannel;
  address: string | null;
}

const sealable = ['subject_sealed', 'text_sealed', 'address_sealed'] as const;
export const sealedPlace = (column: (typeof sealable)[number], id: string) => ({
  table: 'notifications.message',
  column,
  row: id,
});

@Injectable()
export class Messages {
  constructor(private readonly keys: SubjectKeys) {}

  /** Writes messages down and answers those that were not there yet: one per news, reader, wording and channel. @rule S-13 */
  add(tx: Tx, messages: readonly NewMessage[]): Promise<Message[]> {
    const rows = messages.map((message) => ({ id: newId(), ...message }));
    return tx.many(
      row,
      `insert into notifications.message (id, event_id, event, audience, template_version, recipient_id, channel, language,
                                          params, fall_back_at, state, tries, made_at, changed_at)
       select r.id, r.event_id, r.event, r.audience, r.template_version, r.recipient_id, r.channel, r.language,
              r.params, r.fall_back_at, $2, 0, $3, $3
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, event_id uuid, event text, audience text, template_version integer, recipient_id uuid,
                channel text, language text, params jsonb, fall_back_at timestamptz)
           on conflict on constraint message_told_once do nothing
       returning ${columns}`,
      [JSON.stringify(rows), messageStates.initial, tx.now],
    );
  }

  /** The message, its row held; null when there is none. */
  lock(tx: Tx, id: string): Promise<Message | null> {
    return tx.maybe(row, `select ${columns} from notifications.message where id = $1 for update`, [id]);
  }

  /** @param until  it falls back no earlier, as it is on its way to its provider */
  async countTry(tx: Tx, id: string, until: Date): Promise<void> {
    await tx.run(
      `update notifications.message
          set tries = tries + 1, not_before = null,
              fall_back_at = case when fall_back_at is not null then greatest(fall_back_at, $2) end
        where id = $1`,
      [id, until],
    );
  }

  /**
   * It has to wait. For the morning or for room it loses nothing of the time in which it may arrive.
   * @param unsent  how many tries that were counted came to nothing, as its provider was not asked
   */
  async wait(tx: Tx, id: string, until: Date, unsent: 0 | 1): Promise<void> {
    await tx.run(
      `update notifications.message
          set not_before = $2, tries = tries - $3, ready_at = case when $3 = 0 then $2 else ready_at end,
              fall_back_at = case when $3 = 0 then fall_back_at + ($2::timestamptz - $4::timestamptz) else fall_back_at end
        where id = $1`,
      [id, until, unsent, tx.now],
    );
  }

  /** WhatsApp messages that had their time, the oldest first. */
  async late(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from notifications.message where fall_back_at <= $1 order by fall_back_at, id limit $2`,
      [tx.now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** It goes another way now. */
  async fellBack(tx: Tx, id: string): Promise<void> {
    await tx.run(`update notifications.message set fall_back_at = null, fell_back_at = $2 where id = $1`, [id, tx.now]);
  }

  /** Nobody will tell whether it arrived: nobody waits for that. */
  async staysThere(tx: Tx, id: string): Promise<void> {
    await tx.run(`update notifications.message set fall_back_at = null where id = $1`, [id]);
  }

  /** Messages whose time has come, the oldest first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from notifications.message where not_before <= $1 order by not_before, id limit $2`,
      [tx.now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes one whose time has come; who takes it up no later than `again` says clears it. @returns whether there was one */
  async wake(tx: Tx, id: string, again: Date): Promise<boolean> {
    const woken = await tx.run(
      `update notifications.message set not_before = $3 where id = $1 and state = 'queued' and not_before <= $2`,
      [id, tx.now, again],
    );
    return woken === 1;
  }

  /** It is out: what was written, and where to, is sealed with the reader's key. @param wording  which text of the desk it was; 0 for that of the build @rule S-63 */
  async markSent(tx: Tx, message: Message, written: Written, departure: Departure, wording: number): Promise<void> {
    const key = await this.keys.of(tx, message.recipient_id);
    if (key.isDestroyed) return this.markFailed(tx, message, 'reader_erased');
    const sealed = (column: (typeof sealable)[number], text: string | null): Buffer | null =>
      text === null ? null : key.seal(sealedPlace(column, message.id), text);
    await tx.run(
      `update notifications.message
          set state = $2, subject_sealed = $3, text_sealed = $4, address_sealed = $5, address_hint = $6, provider = $7,
              provider_reference = $8, changed_at = $9, not_before = null, wording_version = $10
        where id = $1`,
      [
        message.id,
        messageStates.next(message.state, 'send'),
        sealed('subject_sealed', written.subject),
        sealed('text_sealed', written.text),
        sealed('address_sealed', departure.address),
        departure.hint,
        departure.provider,
        departure.reference,
        tx.now,
        wording,
      ],
    );
  }

  /** It lies in its reader's inbox, under its number. */
  async putInInbox(tx: Tx, message: Message, written: Written, number: number, wording: number): Promise<void> {
    await this.markSent(tx, message, written, notCarried, wording);
    await tx.run(`update notifications.message set number = $2 where id = $1`, [message.id, number]);
  }

  /** It will not be sent unless somebody says so. @param failure one word, never with an address in it */
  async markFailed(
    tx: Tx,
    message: Message,
    failure: string,
    offered: Pick<Departure, 'provider' | 'hint'> = { provider: null, hint: null },
  ): Promise<void> {
    await tx.run(
      `update notifications.message
          set state = $2, failure = $3, address_hint = $4, provider = $5, changed_at = $6, not_before = null, ready_at = null,
              alarmed_at = null
        where id = $1`,
      [message.id, messageStates.next(message.state, 'fail'), failure, offered.hint, offered.provider, tx.now],
    );
  }

  /**
   * Its provider tells what became of it; what weighs less than what is known changes nothing, nor what another carried.
   * @returns the message and where it went, null when there is nothing new
   * @rule S-19
   */
  async learn(tx: Tx, id: string, delivery: Delivery, provider: string): Promise<Learned | null> {
    const message = await tx.maybe(
      learned,
      `update notifications.message set delivery = $2, delivery_at = $3,
              fall_back_at = case when $2 = 'delivered' then null else fall_back_at end
        where id = $1 and channel <> 'in_app' and coalesce(provider, $4) = $4
          and coalesce(array_position($5::text[], delivery), 0) < array_position($5::text[], $2)
       returning recipient_id, channel, address_sealed`,
      [id, delivery, tx.now, provider, deliveries],
    );
    if (message === null) return null;
    const { recipient_id, channel, address_sealed } = message;
    const key = (await this.keys.existing(tx, [recipient_id])).get(recipient_id);
    const opened = address_sealed && key?.open(sealedPlace('address_sealed', id), address_sealed);
    return { recipientId: recipient_id, channel, address: opened ?? null };
  }

  /** All its tries begin anew. */
  async markQueued(tx: Tx, message: Message): Promise<void> {
    await tx.run(
      `update notifications.message set state = $2, failure = null, tries = 0, changed_at = $3, alarmed_at = null
        where id = $1`,
      [message.id, messageStates.next(message.state, 'retry'), tx.now],
    );
  }

  /**
   * An erased reader's addresses are forgotten also where only their ends were kept, and what she read and when.
   * @returns under what her messages are known to those who carried them
   * @rule S-66
   */
  async forget(tx: Tx, recipientId: string): Promise<string[]> {
    await tx.run(
      `update notifications.message set address_hint = null, number = null, read_at = null
        where recipient_id = $1 and (address_hint is not null or number is not null)`,
      [recipientId],
    );
    const carried = await tx.many(
      z.object({ provider_reference: z.string() }),
      `select provider_reference from notifications.message where recipient_id = $1 and provider_reference is not null`,
      [recipientId],
    );
    return carried.map((message) => message.provider_reference);
  }

  /** @param days  older ones go, of real time @returns messages removed */
  deleteOlder(tx: Tx, days: number, at_most: number): Promise<number> {
    return tx.run(
      `delete from notifications.message where id in (
         select id from notifications.message
          where made_at < clock_timestamp() - make_interval(days => $1)
          order by made_at limit $2 for update skip locked)`,
      [days, at_most],
    );
  }
}
