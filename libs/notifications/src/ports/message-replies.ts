import type { WebhookFault } from '#platform/crypto';

/** What somebody wrote back, as a provider passes it on. */
export interface GivenReply {
  /** The provider's id of it: passed on twice, it is one. */
  eventId: string;
  /** The mobile it came from: `+919…` */
  from: string;
  text: string;
  channel: 'sms' | 'whatsapp';
}

/** Reads what a provider passes on. */
export interface MessageReplies {
  /** Believes a notice or throws `ReplyRejected`: signature over the raw bytes, at most 300 s old (S-18). */
  read(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): GivenReply;
}

export class ReplyRejected extends Error {
  constructor(readonly fault: WebhookFault) {
    super(`The notice was rejected: ${fault}.`);
    this.name = 'ReplyRejected';
  }
}

export const MESSAGE_REPLIES = Symbol('MessageReplies');
