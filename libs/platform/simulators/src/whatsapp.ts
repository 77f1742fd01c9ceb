import { z } from 'zod';
import type { Journal } from './journal.js';
import { MessageCarrier } from './message-carrier.js';
import { makeId } from './references.js';
import { checked, ok, refuse, type Handler } from './simulated-http.js';

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
export class WhatsappSimulator extends MessageCarrier<StoredWhatsapp> {
  readonly name = 'whatsapp';
  readonly routes: Record<string, Handler>;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(given, 'whatsapp');
    this.routes = {
      ...this.controls,
      'POST /messages': ({ body }) => {
        const message = checked(messageBody, body);
        if (message.to.endsWith('0002')) throw refuse(422, 'not_on_whatsapp', 'Nobody with this number is here.');
        return this.keys.once(message.idempotencyKey, message, () => ok(this.keep(message), 202));
      },
      'POST /_control/messages/:id/report': ({ params, body }) => {
        this.report(params['id']!, checked(reportBody, body).what);
        return ok({ told: true });
      },
    };
  }

  /** Tells what became of a message, whether that is true or not. */
  report(id: string, what: WhatsappReport): void {
    this.tell(id, `whatsapp.${what}`);
  }

  private keep({ idempotencyKey: reference, header, to, template }: z.infer<typeof messageBody>) {
    const id = makeId('wam');
    this.messages.put(id, { id, reference, header, to, template, at: new Date().toISOString() });
    if (to.endsWith('0004')) this.report(id, 'failed');
    else if (!to.endsWith('0003')) this.report(id, 'delivered');
    return { id, status: 'accepted' };
  }
}
