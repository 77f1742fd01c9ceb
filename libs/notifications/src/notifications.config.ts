import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defineConfig, isProduction } from '#platform/config';
import { everySms } from './domain/registered-templates.js';

const isLoopback = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url);

/** What the simulator signs with. */
const trialSecret = 'whsec_c2ltdWxhdGVk';

const secrets = z
  .string()
  .default(trialSecret)
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .pipe(
    z.array(z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'write whsec_ and base64, two with a comma between')).max(2),
  );

const perMinute = z.coerce.number().int().min(1).max(1_000_000).optional();

const templateIds = z.record(z.string(), z.string().regex(/^[0-9]{19}$/));

function readTemplates(path: string, check: z.RefinementCtx): z.infer<typeof templateIds> {
  try {
    return templateIds.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    check.addIssue({ code: 'custom', message: 'the file cannot be read, or is not names and ids of 19 digits' });
    return z.NEVER;
  }
}

/** Who carries messages. Without settings they are written to a folder, which production refuses (S-62). */
export const notificationsConfig = defineConfig(
  z
    .object({
      MESSAGES_URL: z.url().optional().describe('gateway for SMS and e-mail; without it messages go to OUTBOX_DIR'),
      MESSAGES_KEY: z.string().min(1).optional().describe('key shown to the gateway'),
      MESSAGES_WEBHOOK_SECRETS: secrets.describe(
        'secrets of the gateway’s notices of what became of messages, the new and the old one',
      ),
      WHATSAPP_URL: z
        .url()
        .optional()
        .describe(
          'who carries WhatsApp messages; without it nobody is offered them, unless all messages go to OUTBOX_DIR',
        ),
      WHATSAPP_KEY: z.string().min(1).optional().describe('key shown to who carries WhatsApp messages'),
      WHATSAPP_HEADER: z
        .string()
        .regex(/^[0-9]{6,20}$/, 'its id is digits')
        .default('1000000001')
        .describe('id under which our sender is registered with who carries WhatsApp messages'),
      WHATSAPP_WEBHOOK_SECRETS: secrets.describe(
        'secrets of the notices of what became of WhatsApp messages, the new and the old one',
      ),
      SMTP_URL: z
        .string()
        .regex(/^smtps?:\/\/\S+$/, 'expected smtp://user:password@host:port or smtps://…')
        .optional()
        .describe('mail server for e-mail, instead of the gateway'),
      MAIL_FROM: z.string().min(3).default('ODOP Bazaar <no-reply@odop-bazaar.invalid>').describe('sender of e-mails'),
      SMS_HEADER: z
        .string()
        .regex(/^[A-Z]{6}$/, 'expected six capital letters')
        .default('ODOPBZ')
        .describe('sender header registered for our SMS'),
      SMS_TEMPLATES: z
        .string()
        .transform(readTemplates)
        .optional()
        .describe(
          'file with the registered id of each SMS wording, as JSON: {"orders.placed/maker.v1.en": "19 digits"}',
        ),
      MESSAGES_REST_MS: z.coerce
        .number()
        .int()
        .min(1)
        .max(600_000)
        .default(30_000)
        .describe('a provider of messages that failed five times in a row, or is slow, is left alone for so long'),
      MESSAGES_AT_ONCE: z.coerce
        .number()
        .int()
        .min(1)
        .max(100)
        .default(4)
        .describe('messages a provider is given at once by one process, for each channel'),
      WHATSAPP_PER_MINUTE: perMinute.describe('WhatsApp messages handed over in a minute; empty for no limit'),
      SMS_PER_MINUTE: perMinute.describe('SMS handed over in a minute, by all processes; empty for no limit'),
      EMAIL_PER_MINUTE: perMinute.describe('letters handed over in a minute, by all processes; empty for no limit'),
      INBOX_HEARTBEAT_MS: z.coerce
        .number()
        .int()
        .min(100)
        .max(60_000)
        .default(15_000)
        .describe(
          'a followed inbox in which nothing happens says so this often, and looks whether its reader may stay',
        ),
      OUTBOX_DIR: z.string().min(1).default('.data/outbox').describe('folder for messages when nobody carries them'),
    })
    .superRefine((given, check) => {
      const fault = (name: string, message: string) => check.addIssue({ code: 'custom', path: [name], message });
      if (given.MESSAGES_URL !== undefined && given.MESSAGES_KEY === undefined)
        fault('MESSAGES_KEY', 'it belongs to the address of the gateway');
      if (given.WHATSAPP_URL !== undefined && given.WHATSAPP_KEY === undefined)
        fault('WHATSAPP_KEY', 'it belongs to the address of who carries them');
      if (!isProduction()) return;
      if (given.WHATSAPP_URL !== undefined && isLoopback(given.WHATSAPP_URL))
        fault('WHATSAPP_URL', 'production uses no simulator');
      if (given.WHATSAPP_URL !== undefined && given.WHATSAPP_HEADER === '1000000001')
        fault('WHATSAPP_HEADER', 'the carrier names it');
      if (given.WHATSAPP_URL !== undefined && given.WHATSAPP_WEBHOOK_SECRETS.includes(trialSecret))
        fault('WHATSAPP_WEBHOOK_SECRETS', 'production has a secret of its own');
      if (given.MESSAGES_WEBHOOK_SECRETS.includes(trialSecret))
        fault('MESSAGES_WEBHOOK_SECRETS', 'production has a secret of its own');
      if (given.SMS_TEMPLATES === undefined) fault('SMS_TEMPLATES', 'operators carry registered wordings only');
      const missing = everySms().filter((name) => given.SMS_TEMPLATES && !(name in given.SMS_TEMPLATES));
      if (missing.length > 0) fault('SMS_TEMPLATES', `these wordings have no id: ${missing.join(', ')}`);
      if (given.MESSAGES_URL === undefined) fault('MESSAGES_URL', 'production sends its messages');
      else if (isLoopback(given.MESSAGES_URL)) fault('MESSAGES_URL', 'production uses no simulator');
      if (given.SMTP_URL !== undefined && given.MAIL_FROM.includes('.invalid'))
        fault('MAIL_FROM', 'e-mail of production has a sender');
    }),
);
