import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { makeId } from './references.js';
import { ok, refuse, textOf, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';
import { signLikeStandardWebhooks } from './webhook-signatures.js';
import { webhookFaults, WebhookSender } from './webhook-sender.js';

export interface MessagesOptions {
  secretKey: string;
  /** `whsec_` and base64, as Standard Webhooks wants it. */
  webhookSecret?: string;
  webhookUrl?: string;
  webhooks?: 'at_once' | 'when_told';
}

/** Who carries messages: keeps what it was given, and tells by signed notices what became of it. */
export abstract class MessageCarrier<Message extends { to: string; reference: string }> extends Simulator {
  readonly webhooks: WebhookSender;
  protected readonly messages: Collection<Message>;
  protected readonly keys: IdempotencyMemory;
  /** What is watched and told from outside; a carrier adds what it takes. */
  protected readonly controls: Record<string, Handler> = {
    'POST /_control/deliver': async () => ok({ deliveries: await this.webhooks.deliverPending() }),
    'GET /_control/inbox': ({ query }) => ok({ messages: this.inbox(textOf(query['to'])) }),
  };

  /** @param collection  what its messages are called in the journal */
  constructor(given: { journal?: Journal; seed?: number }, collection: string) {
    super(webhookFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.messages = journal.collection<Message>(collection);
    this.keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.webhooks = new WebhookSender(this.faults, signLikeStandardWebhooks);
  }

  configure(options: MessagesOptions): this {
    this.secretKey = options.secretKey;
    const { webhookUrl: url, webhookSecret: secret = '' } = options;
    this.webhooks.aimAt(url === undefined ? null : { url, secret, when: options.webhooks ?? 'at_once' });
    return this;
  }

  async start(options: MessagesOptions & { port?: number }): Promise<void> {
    await this.configure(options).open(options.port);
  }

  override async stop(): Promise<void> {
    await this.webhooks.stop();
    await super.stop();
  }

  /** Everything sent to a number (+91…) or mailbox, oldest first. */
  inbox(to: string): Message[] {
    return this.messages.all().filter((message) => message.to === to);
  }

  state() {
    return { messages: this.messages.all() };
  }

  /** Tells what became of a message, whether that is true or not. @param type  of the notice, `message.delivered` */
  protected tell(id: string, type: string, more: object = {}): void {
    const message = this.messages.get(id);
    if (message === undefined) throw refuse(404, 'no_such_message', id);
    const notice = { id: makeId('rcp'), type, message: id, reference: message.reference };
    const at = new Date().toISOString();
    this.webhooks.queue({ id: notice.id, body: JSON.stringify({ ...notice, ...more, at }) });
  }
}
