import { z } from 'zod';
import { makeId } from './references.js';
import { checked, ok, type Handler } from './simulated-http.js';
import { Simulator } from './simulator.js';
import { signLikeStandardWebhooks } from './webhook-signatures.js';
import { webhookFaults, WebhookSender } from './webhook-sender.js';

const replyBody = z.strictObject({
  from: z.string().regex(/^\+91[6-9][0-9]{9}$/),
  text: z.string().max(2_000),
  channel: z.enum(['sms', 'whatsapp']).default('sms'),
  /** The gateway's id of the reply; said twice, it is passed on twice. */
  id: z.string().min(1).max(100).optional(),
});
export type WrittenReply = z.input<typeof replyBody>;

export interface PhonesOptions {
  secretKey: string;
  /** `whsec_` and base64, as Standard Webhooks wants it. */
  webhookSecret: string;
  webhookUrl?: string;
  webhooks?: 'at_once' | 'when_told';
}

/** Whoever has a phone writes back to a message, and the gateway passes it on as a signed notice. */
export class PhonesSimulator extends Simulator {
  readonly name = 'phones';
  readonly webhooks: WebhookSender;
  readonly routes: Record<string, Handler> = {
    'POST /_control/replies': ({ body }) => ok(this.reply(checked(replyBody, body)), 202),
  };

  constructor(given: { seed?: number } = {}) {
    super([...webhookFaults], given.seed);
    this.webhooks = new WebhookSender(this.faults, signLikeStandardWebhooks);
  }

  configure(options: PhonesOptions): this {
    this.secretKey = options.secretKey;
    const { webhookUrl: url, webhookSecret: secret } = options;
    this.webhooks.aimAt(url === undefined ? null : { url, secret, when: options.webhooks ?? 'at_once' });
    return this;
  }

  override async stop(): Promise<void> {
    await this.webhooks.stop();
    await super.stop();
  }

  state() {
    return { webhooks: { pending: this.webhooks.pending(), deliveries: this.webhooks.deliveries() } };
  }

  private reply({ from, text, channel, id = makeId('rep') }: z.output<typeof replyBody>) {
    this.webhooks.queue({ id, body: JSON.stringify({ id, from, text, channel }) });
    return { id };
  }
}
