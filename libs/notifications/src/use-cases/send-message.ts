import { Inject, Injectable } from '@nestjs/common';
import { PersonsQuery } from '#identity';
import { OrderLinks } from '#orders';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { minutesAfter } from '#platform/time';
import { endLettersAt, followPage } from '../adapters/follow-page.js';
import { Messages, type Message } from '../data/messages.repository.js';
import { SendingTimes } from '../data/sending-times.js';
import { StoppedAddresses } from '../data/stopped-addresses.repository.js';
import type { EditedWording } from '../data/edited-wordings.repository.js';
import { UnsubscribeLinks } from '../data/unsubscribe-links.js';
import { WordingsInUse } from '../data/wordings-in-use.js';
import type { OutsideChannel } from '../domain/channels.js';
import { stopsForRefusal } from '../domain/delivery.js';
import { masked } from '../domain/masked.js';
import { sendTries } from '../domain/message.jobs.js';
import { followed, valuesInOrder, written, type Written } from '../domain/render.js';
import { consentFor, topicOf, topics } from '../domain/topics.js';
import {
  MESSAGE_SENDERS,
  MessageRefused,
  OutcomeUnknown,
  ProviderRests,
  type MessageSender,
  type MessageSenders,
  type OutgoingMessage,
  type UnsubscribeAt,
} from '../ports/message-sender.js';
import { FallBack } from './fall-back.js';
import { StopAddress } from './stop-address.js';

interface Claimed {
  message: Message;
  channel: OutsideChannel;
  address: string;
  text: Written;
  /** The text of the desk it is written with; undefined for that of the build. */
  edited: EditedWording | undefined;
  /** What a registered template takes. */
  registered: OutgoingMessage['registered'];
  /** By which a letter's reader ends letters of its kind; undefined where she may not. */
  unsubscribe: UnsubscribeAt | undefined;
}

/** So long a message that is with its provider does not fall back: no call takes longer. */
const onTheWay_minutes = 1;

/** The provider's reference, why it will never be sent, or how long it has to wait. */
type Outcome = { reference: string } | { failure: string } | { wait_ms: number };

@Injectable()
export class SendMessage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly persons: PersonsQuery,
    private readonly links: OrderLinks,
    private readonly unsubscribing: UnsubscribeLinks,
    private readonly stopped: StoppedAddresses,
    private readonly stop: StopAddress,
    private readonly times: SendingTimes,
    private readonly back: FallBack,
    private readonly wordings: WordingsInUse,
    @Inject(MESSAGE_SENDERS) private readonly senders: MessageSenders,
  ) {}

  /**
   * Claim, call, settle: the only place where a reader's name and address are opened. The message's id is the provider's
   * key. A provider that is away is asked again by the queue, 12 times in all; then, or when it refuses, the message is
   * `failed` and stays visible. One that has to wait, for the morning or for a provider that is left alone, loses no try.
   * @rule S-13 S-63 S-81
   */
  async run({ messageId }: { messageId: string }): Promise<void> {
    const claimed = await this.work.run((tx) => this.claim(tx, messageId));
    if (claimed === null) return;
    const sender = this.senders[claimed.channel];
    assert(sender, 'a message has somebody to carry it');
    const outcome = await this.offer(sender, claimed);
    await this.work.run((tx) => this.settle(tx, claimed, sender, outcome));
  }

  private async claim(tx: Tx, messageId: string): Promise<Claimed | null> {
    const message = await this.messages.lock(tx, messageId);
    assert(message, 'a message job names a message');
    if (message.state !== 'queued') return null;
    assert(message.channel !== 'in_app', 'only messages that leave the house are sent');
    const reader = await this.persons.contactOf(message.recipient_id);
    const address = message.channel === 'email' ? reader?.email : reader?.mobile;
    if (!reader || !address) {
      await this.messages.markFailed(tx, message, reader ? 'no_address' : 'reader_erased');
      return null;
    }
    if (await this.isStopped(tx, message)) {
      await this.messages.markFailed(tx, message, 'address_stopped');
      return null;
    }
    if (this.senders[message.channel] === null) {
      await this.messages.markFailed(tx, message, 'nobody_carries_it');
      await this.back.inside(tx, message);
      return null;
    }
    if (message.fall_back_at !== null && message.fall_back_at <= tx.now) {
      await this.messages.markFailed(tx, message, 'too_late');
      await this.back.inside(tx, message);
      return null;
    }
    const until = await this.times.waitUntil(tx, message.channel, topicOf(message.event, message.audience));
    if (until !== null) {
      await this.messages.wait(tx, messageId, until, 0);
      return null;
    }
    await this.messages.countTry(tx, messageId, minutesAfter(tx.now, onTheWay_minutes));
    const { event, audience, language, params } = message;
    const edited = this.wordings.of(event, audience, message.channel, language, tx.now);
    const told = { event, audience, language, values: params, edited };
    const unsubscribe = this.unsubscribeOf(message);
    const follow = (orderId: string) => followPage(this.links.of(orderId));
    const text = written(told, message.channel, reader.name, follow, unsubscribe?.page);
    const category = consentFor(topicOf(event, audience));
    const registered = message.channel === 'whatsapp' ? { values: valuesInOrder(told, follow), category } : undefined;
    return { message, channel: message.channel, address, text, edited, registered, unsubscribe };
  }

  /** Her address was stopped since the message was written, and it is none that insists. @rule S-14 */
  private async isStopped(tx: Tx, { event, audience, channel, recipient_id }: Message): Promise<boolean> {
    if (topics[topicOf(event, audience)].insists) return false;
    const stops = (await this.stopped.of(tx, [recipient_id])).get(recipient_id) ?? [];
    return stops.some((stop) => stop.channel === channel);
  }

  /** Letters that are not necessary end at a click; guests are written to about what they ordered, and for no longer. @rule S-14 */
  private unsubscribeOf({ event, audience, channel, recipient_id, params }: Message): UnsubscribeAt | undefined {
    const topic = topicOf(event, audience);
    if (channel !== 'email' || topics[topic].necessary !== null || followed in params) return undefined;
    return endLettersAt(this.unsubscribing.of(recipient_id, topic));
  }

  /** @throws when it is to be offered again */
  private async offer(sender: MessageSender, claimed: Claimed): Promise<Outcome> {
    const { message, channel, address: to, text, edited, registered, unsubscribe } = claimed;
    const template = `${message.event}/${message.audience}`;
    try {
      const { id, language, made_at: at, template_version: templateVersion } = message;
      const dltTemplateId = edited?.dlt_template_id ?? undefined;
      const known = { template, templateVersion, language, registered, dltTemplateId };
      return await sender.send({ id, channel, to, ...text, ...known, at, unsubscribe });
    } catch (error) {
      if (error instanceof MessageRefused) return { failure: error.code };
      // Whoever may have it by SMS waits for no provider that is left alone.
      if (error instanceof ProviderRests)
        return message.fall_back_at === null || error.isBusy
          ? { wait_ms: error.wait_ms }
          : { failure: 'provider_rests' };
      if (error instanceof OutcomeUnknown) return { failure: 'outcome_unknown' };
      if (message.tries + 1 >= sendTries) return { failure: 'provider_away' };
      throw error;
    }
  }

  private async settle(
    tx: Tx,
    { message, channel, address, text, edited }: Claimed,
    sender: MessageSender,
    outcome: Outcome,
  ): Promise<void> {
    const now = await this.messages.lock(tx, message.id);
    if (now?.state !== 'queued') return;
    if ('wait_ms' in outcome) return this.messages.wait(tx, now.id, new Date(tx.now.getTime() + outcome.wait_ms), 1);
    const offered = { provider: sender.name, hint: masked(channel, address) };
    if ('failure' in outcome) {
      const why = stopsForRefusal(outcome.failure);
      if (why !== null && channel !== 'whatsapp') await this.stop.inside(tx, now.recipient_id, channel, why);
      await this.messages.markFailed(tx, now, outcome.failure, offered);
      return this.back.inside(tx, now);
    }
    const departure = { ...offered, reference: outcome.reference, address };
    await this.messages.markSent(tx, now, text, departure, edited?.version ?? 0);
    if (sender.isSilent === true) await this.messages.staysThere(tx, now.id);
  }
}
