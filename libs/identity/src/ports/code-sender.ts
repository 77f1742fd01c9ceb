/** A message with a one-time code, or a warning to the owner of an address. */
export interface CodeMessage {
  /** The id of the challenge: a provider that takes an idempotency key gets this one. */
  id: string;
  channel: 'sms' | 'email';
  to: string;
  template: 'code' | 'already_registered' | 'warning';
  /** Six digits; null when the message only tells something. */
  code: string | null;
  purpose: string;
  /** What the code is for, when there is more to say than the purpose: the act and the amount. */
  says: string | null;
  language: string;
}

/** Carries a message to a mobile or a mailbox. SMS needs the template id and header registered with the operators (S-34). */
export abstract class CodeSender {
  abstract send(message: CodeMessage): Promise<void>;
}
