import { z } from 'zod';
import { IdempotencyMemory, plainKeyTrouble } from './idempotency-memory.js';
import { Journal, type Collection } from './journal.js';
import { makeId } from './references.js';
import { checked, ok, refuse, textOf, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';
import { signLikeStandardWebhooks } from './webhook-signatures.js';
import { webhookFaults, WebhookSender } from './webhook-sender.js';
import type { MessagesOptions } from './messages.js';

/** Carried are registered templates only: named, with their values in order, from a registered sender. */
const messageBody = z.strictObject({
  idempotencyKey: z.string().min(1).max(255),
  header: z.string().regex(/^[0-9]{6,20}$/),
  to: z.string().regex(/^\+91[6-9][0-9]{9}$/),
  template: z.strictObject({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.string().regex(/^[a-z]{2}$/),
    category: z.enum(['utility', 'marketing']),
    values: z.array(z.string().max(1_024)).max(20),
  }),
});

const reports = ['delivered', 'read', 'failed'] as const;
export type WhatsappReport = (typeof reports)[number];
const reportBody = z.strictObject({ what: z.enum(reports) });

export interface StoredWhatsapp {
  id: string;
  /** Its sender's own id of it. */
  reference: string;
  header: string;
  to: string;
  template: z.infer<typeof messageBody>['template'];
  at: string;
}

/**
 * A company that carries WhatsApp messages, keeps what it was given, and tells by signed notices what became of it. Numbers
 * ending 0002 are not on WhatsApp; of messages to numbers ending 0003 nothing is ever told; to numbers ending 0004 they fail
 * after they were taken.
 */
export class WhatsappSimulator extends Simulator {
  readonly name = 'whatsapp';
  readonly routes: Record<string, Handler>;
  readonly webhooks: WebhookSender;
  private readonly messages: Collection<StoredWhatsapp>;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(webhookFaults, given.seed);
    const journal = given.journal ?? new Journal();
    this.messages = journal.collection<StoredWhatsapp>('whatsapp');
    const keys = new IdempotencyMemory(journal, plainKeyTrouble, () => false);
    this.webhooks = new WebhookSender(this.faults, signLikeStandardWebhooks);
    this.routes = {
      'POST /messages': ({ body }) => {
        const message = checked(messageBody, body);
        if (message.to.endsWith('0002')) throw refuse(422, 'not_on_whatsapp', 'Nobody with this number is here.');
        return keys.once(message.idempotencyKey, message, () => ok(this.keep(message), 202));
      },
      'POST /_control/messages/:id/report': ({ params, body }) => {
        this.report(params['id']!, checked(reportBody, body).what);
        return ok({ told: true });
      },
      'POST /_control/deliver': async () => ok({ deliveries: await this.webhooks.deliverPending() }),
      'GET /_control/inbox': ({ query }) => ok({ messages: this.inbox(textOf(query['to'])) }),
    };
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

  /** Tells what became of a message, whether that is true or not. */
  report(id: string, what: WhatsappReport): void {
    const message = this.messages.get(id);
    if (message === undefined) throw refuse(404, 'no_such_message', id);
    const notice = { id: makeId('rcp'), type: `whatsapp.${what}`, message: id, reference: message.reference };
    this.webhooks.queue({ id: notice.id, body: JSON.stringify({ ...notice, at: new Date().toISOString() }) });
  }

  /** Everything sent to a number (+91…), oldest first. */
  inbox(to: string): StoredWhatsapp[] {
    return this.messages.all().filter((message) => message.to === to);
  }

  state() {
    return { messages: this.messages.all() };
  }

  private keep({ idempotencyKey: reference, header, to, template }: z.infer<typeof messageBody>) {
    const id = makeId('wam');
    this.messages.put(id, { id, reference, header, to, template, at: new Date().toISOString() });
    if (to.endsWith('0004')) this.report(id, 'failed');
    else if (!to.endsWith('0003')) this.report(id, 'delivered');
    return { id, status: 'accepted' };
  }
}
