import { trialTemplateId, type Registered } from '../domain/registered-templates.js';
import { notificationsConfig } from '../notifications.config.js';
import type { MessageSender, MessageSenders } from '../ports/message-sender.js';
import { HttpGateway } from './http-gateway.js';
import { OutboxFolder } from './outbox-folder.js';
import { SmtpServer } from './smtp.js';

/** Who carries what, as the settings say. */
export function openSenders(): MessageSenders {
  const { MESSAGES_URL, MESSAGES_KEY, SMTP_URL, MAIL_FROM, OUTBOX_DIR, SMS_HEADER, SMS_TEMPLATES } =
    notificationsConfig();
  const registered = (name: string): Registered => ({
    header: SMS_HEADER,
    templateId: SMS_TEMPLATES?.[name] ?? trialTemplateId(name),
  });
  const gateway: MessageSender =
    MESSAGES_URL === undefined
      ? new OutboxFolder(OUTBOX_DIR)
      : new HttpGateway(MESSAGES_URL, MESSAGES_KEY!, registered);
  return { sms: gateway, email: SMTP_URL === undefined ? gateway : new SmtpServer(SMTP_URL, MAIL_FROM) };
}
