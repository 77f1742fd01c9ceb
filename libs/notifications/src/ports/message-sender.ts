import type { OutsideChannel } from '../domain/channels.js';
import type { ConsentCategory } from '../domain/topics.js';

/** A message on its way out. */
export interface OutgoingMessage {
  /** The provider's idempotency key: handed over twice, it is sent once. */
  id: string;
  channel: OutsideChannel;
  /** `+919…` or a mailbox. */
  to: string;
  /** E-mail only. */
  subject: string | null;
  text: string;
  /** WhatsApp only: what its registered template takes. */
  registered?: { values: readonly string[]; category: ConsentCategory } | undefined;
  /** `orders.placed/maker`: what a provider's registered template is found by (S-34). */
  template: string;
  /** Counts changes of the wording: another one is registered for itself. */
  templateVersion: number;
  language: string;
  /** SMS only: under which id the desk registered its own text; without one, that of the build. */
  dltTemplateId?: string | undefined;
  /** Somebody waits for it now, as for a code: it passes those that may wait. */
  isUrgent?: boolean;
  /** When the news came. */
  at: Date;
  /** E-mail only, where its reader may end letters of this kind. */
  unsubscribe?: UnsubscribeAt | undefined;
}

/** Where letters of a kind are ended: by a mail program with one POST (RFC 8058), or on a page. */
export interface UnsubscribeAt {
  oneClick: string;
  page: string;
}

/** Carries messages to mobiles or mailboxes. Calls take at most 10 s; call them with no transaction open (S-81). */
export interface MessageSender {
  readonly name: string;
  /** It never tells what became of a message: nobody waits to hear that one arrived. */
  readonly isSilent?: boolean;
  /**
   * @returns the provider's reference
   * @throws MessageRefused when it will never be sent · OutcomeUnknown when nobody can say whether it was · ProviderRests
   *         when it was not offered at all · any other error when it was not sent and may be tried again. None of them
   *         carries the address or the text.
   */
  send(message: OutgoingMessage): Promise<{ reference: string }>;
  /**
   * Takes away what it keeps in this house of the messages with these references, and all else that went where they went:
   * codes too, of which nobody else knows. A provider elsewhere keeps what was agreed with it. @rule S-66
   */
  forget?(references: readonly string[]): Promise<void>;
}

/** Who carries what; WhatsApp perhaps nobody. */
export type MessageSenders = Readonly<
  Record<Exclude<OutsideChannel, 'whatsapp'>, MessageSender> & { whatsapp: MessageSender | null }
>;

/** The provider says no, for good. `code` is a word, never a sentence with an address in it. */
export class MessageRefused extends Error {
  constructor(readonly code: string) {
    super(`The provider refused the message: ${code}.`);
    this.name = 'MessageRefused';
  }
}

/** The provider was not asked: it is left alone for a while, or has its hands full. */
export class ProviderRests extends Error {
  /** @param isBusy  it is well, only all places at it are taken */
  constructor(
    readonly wait_ms: number,
    readonly isBusy = false,
  ) {
    super('The provider is left alone for a while.');
    this.name = 'ProviderRests';
  }
}

/** The line broke while the provider had the message, and it keeps no keys: somebody has to look (S-13). */
export class OutcomeUnknown extends Error {
  constructor() {
    super('The provider may or may not have sent the message.');
    this.name = 'OutcomeUnknown';
  }
}

export const MESSAGE_SENDERS = Symbol('MessageSenders');
