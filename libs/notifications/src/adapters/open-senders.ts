import { trialTemplateId, type Registered } from '../domain/registered-templates.js';
import { notificationsConfig } from '../notifications.config.js';
import type { MessageSender, MessageSenders } from '../ports/message-sender.js';
import { HttpGateway } from './http-gateway.js';
import { OutboxFolder } from './outbox-folder.js';
import { SenderLine } from './sender-line.js';
import { SmtpServer } from './smtp.js';
import { WhatsApp } from './whatsapp.js';

/** Who carries what, as the settings say. */
export function openSenders(): MessageSenders {
  const { MESSAGES_URL, MESSAGES_KEY, SMTP_URL, MAIL_FROM, OUTBOX_DIR, SMS_HEADER, SMS_TEMPLATES, ...line } =
    notificationsConfig();
  const registered = (name: string): Registered => ({
    header: SMS_HEADER,
    templateId: SMS_TEMPLATES?.[name] ?? trialTemplateId(name),
  });
  const lineTo = (provider: MessageSender): MessageSender =>
    new SenderLine(provider, { rests_ms: line.MESSAGES_REST_MS, atOnce: line.MESSAGES_AT_ONCE });
  const mail = SMTP_URL === undefined ? null : lineTo(new SmtpServer(SMTP_URL, MAIL_FROM));
  const whatsapp =
    line.WHATSAPP_URL === undefined
      ? null
      : lineTo(new WhatsApp(line.WHATSAPP_URL, line.WHATSAPP_KEY!, line.WHATSAPP_HEADER));
  if (MESSAGES_URL === undefined) {
    const outbox = new OutboxFolder(OUTBOX_DIR);
    return { whatsapp: whatsapp ?? outbox, sms: outbox, email: mail ?? outbox };
  }
  // One company, two services: when its SMS are down, its letters may go.
  const gateway = new HttpGateway(MESSAGES_URL, MESSAGES_KEY!, registered);
  return { whatsapp, sms: lineTo(gateway), email: mail ?? lineTo(gateway) };
}
