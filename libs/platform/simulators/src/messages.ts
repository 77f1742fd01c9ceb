import { z } from 'zod';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { makeId } from './references.js';
import { checked, ok, textOf, refuse, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';

export interface StoredMessage {
  id: string;
  channel: 'sms' | 'email';
  to: string;
  subject: string | null;
  text: string;
  template: string | null;
  /** SMS only: sender header and registered template. */
  header: string | null;
  templateId: string | null;
  /** E-mail only: where its reader ends letters of this kind. */
  listUnsubscribe: string | null;
  at: string;
}

const common = {
  idempotencyKey: z.string().min(1).max(255),
  text: z.string().min(1).max(20_000),
  template: z.string().max(60).optional(),
};
/** Operators carry what was registered only: a header of six letters and the id of the wording (DLT). */
const smsBody = z.strictObject({
  ...common,
  to: z.string().regex(/^\+91[6-9][0-9]{9}$/),
  header: z.string().regex(/^[A-Z]{6}$/),
  templateId: z.string().regex(/^[0-9]{19}$/),
});
const emailBody = z.strictObject({
  ...common,
  to: z.email(),
  subject: z.string().min(1).max(200),
  listUnsubscribe: z.url().optional(),
});

/** An SMS and e-mail gateway that keeps what it was given. Numbers ending 0000 and mailboxes `bounce@…` do not exist. */
export class MessagesSimulator extends Simulator {
  readonly name = 'messages';
  readonly routes: Record<string, Handler>;
  private readonly messages: Collection<StoredMessage>;
  private readonly keys: IdempotencyMemory;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super([], given.seed);
    const journal = given.journal ?? new Journal();
    this.messages = journal.collection<StoredMessage>('messages');
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.routes = {
      'POST /sms': ({ body }) => {
        const sms = checked(smsBody, body);
        if (sms.to.endsWith('0000')) throw refuse(422, 'no_such_number', 'The number does not exist.');
        return this.keys.once(sms.idempotencyKey, sms, () => ok(this.keep('sms', sms, null), 202));
      },
      'POST /email': ({ body }) => {
        const mail = checked(emailBody, body);
        if (mail.to.startsWith('bounce@')) throw refuse(422, 'no_such_mailbox', 'The mailbox does not exist.');
        return this.keys.once(mail.idempotencyKey, mail, () => ok(this.keep('email', mail, mail.subject), 202));
      },
      'GET /_control/inbox': ({ query }) => ok({ messages: this.inbox(textOf(query['to'])) }),
    };
  }

  configure(options: { secretKey: string }): this {
    this.secretKey = options.secretKey;
    return this;
  }

  async start(options: { secretKey: string; port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  /** Everything sent to a number (+91…) or mailbox, oldest first. */
  inbox(to: string): StoredMessage[] {
    return this.messages.all().filter((message) => message.to === to);
  }

  state() {
    return { messages: this.messages.all() };
  }

  private keep(
    channel: 'sms' | 'email',
    given: {
      to: string;
      text: string;
      template?: string | undefined;
      header?: string;
      templateId?: string;
      listUnsubscribe?: string | undefined;
    },
    subject: string | null,
  ) {
    const id = makeId('msg');
    const { to, text, template = null, header = null, templateId = null, listUnsubscribe = null } = given;
    this.messages.put(id, {
      id,
      channel,
      to,
      subject,
      text,
      template,
      header,
      templateId,
      listUnsubscribe,
      at: new Date().toISOString(),
    });
    return { id, status: 'accepted' };
  }
}
