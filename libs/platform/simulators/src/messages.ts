import { z } from 'zod';
import type { Journal } from './journal.js';
import { MessageCarrier } from './message-carrier.js';
import { makeId } from './references.js';
import { checked, ok, refuse, type Handler } from './simulated-http.js';

export interface StoredMessage {
  id: string;
  /** Its sender's own id of it. */
  reference: string;
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
  /** E-mail only: the page beside the text. */
  html: string | null;
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
  html: z.string().max(200_000).optional(),
  listUnsubscribe: z.url().optional(),
});

/** What may become of a message once it was taken. */
const reports = ['delivered', 'failed', 'bounced', 'complained'] as const;
export type MessageReport = (typeof reports)[number];
const reportBody = z.strictObject({ what: z.enum(reports), permanent: z.boolean().optional() });

/**
 * An SMS and e-mail gateway that keeps what it was given, and tells by signed notices what became of it. Numbers ending 0000
 * and mailboxes `bounce@…` do not exist; numbers ending 0001 are switched off; mailboxes `gone@…` say no afterwards, and
 * readers of `angry@…` call every letter unwanted.
 */
export class MessagesSimulator extends MessageCarrier<StoredMessage> {
  readonly name = 'messages';
  readonly routes: Record<string, Handler>;

  constructor(given: { journal?: Journal; seed?: number } = {}) {
    super(given, 'messages');
    this.routes = {
      ...this.controls,
      'POST /sms': ({ body }) => {
        const sms = checked(smsBody, body);
        if (sms.to.endsWith('0000')) throw refuse(422, 'no_such_number', 'The number does not exist.');
        return this.keys.once(sms.idempotencyKey, sms, () => ok(this.keep('sms', sms.idempotencyKey, sms, null), 202));
      },
      'POST /email': ({ body }) => {
        const mail = checked(emailBody, body);
        if (mail.to.startsWith('bounce@')) throw refuse(422, 'no_such_mailbox', 'The mailbox does not exist.');
        return this.keys.once(mail.idempotencyKey, mail, () =>
          ok(this.keep('email', mail.idempotencyKey, mail, mail.subject), 202),
        );
      },
      'POST /_control/messages/:id/report': ({ params, body }) => {
        const { what, permanent } = checked(reportBody, body);
        this.report(params['id']!, what, permanent);
        return ok({ told: true });
      },
    };
  }

  /** Tells what became of a message. @param permanent  of a bounce: that nobody will ever be there */
  report(id: string, what: MessageReport, permanent = what === 'bounced'): void {
    this.tell(id, `message.${what}`, { permanent });
  }

  private keep(
    channel: 'sms' | 'email',
    reference: string,
    given: {
      to: string;
      text: string;
      template?: string | undefined;
      header?: string;
      templateId?: string;
      listUnsubscribe?: string | undefined;
      html?: string | undefined;
    },
    subject: string | null,
  ) {
    const id = makeId('msg');
    const { to, text, template = null, header = null, templateId = null, listUnsubscribe = null, html = null } = given;
    this.messages.put(id, {
      id,
      reference,
      channel,
      to,
      subject,
      text,
      template,
      header,
      templateId,
      listUnsubscribe,
      html,
      at: new Date().toISOString(),
    });
    this.report(id, fateOf(to));
    return { id, status: 'accepted' };
  }
}

/** What becomes of a message to such an address. */
function fateOf(to: string): MessageReport {
  if (to.endsWith('0001')) return 'failed';
  if (to.startsWith('gone@')) return 'bounced';
  return to.startsWith('angry@') ? 'complained' : 'delivered';
}
