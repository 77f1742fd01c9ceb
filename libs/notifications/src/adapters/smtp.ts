import type { Transporter } from 'nodemailer';
import { callOutside } from '#platform/observability';
import { letterHtml } from '../letters/letter.js';
import { MessageRefused, OutcomeUnknown, type MessageSender, type OutgoingMessage } from '../ports/message-sender.js';

const timeout_ms = 10_000;

/** E-mail through a mail server, as text and drawn. The Message-ID comes from the message's own, so that a copy is known as one. */
export class SmtpServer implements MessageSender {
  readonly name = 'smtp';
  private transport: Promise<Transporter> | null = null;
  private readonly domain: string;

  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {
    this.domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'odop-bazaar.invalid';
  }

  async send({ id, to, subject, text, language, unsubscribe }: OutgoingMessage): Promise<{ reference: string }> {
    const messageId = `<${id}@${this.domain}>`;
    try {
      const mail = {
        messageId,
        from: this.from,
        to: { name: '', address: to },
        subject: subject ?? '',
        text,
        html: letterHtml({ subject: subject ?? '', text, language, endsAt: unsubscribe?.page }),
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribe) },
      };
      const transport = await (this.transport ??= open(this.url));
      await callOutside('mail server', 'send', () => transport.sendMail(mail));
    } catch (error) {
      throw judged(error);
    }
    return { reference: messageId };
  }
}

/** What mail programs show as their own button. @rule S-14 */
const unsubscribing = (at: OutgoingMessage['unsubscribe']): Record<string, string> =>
  at === undefined
    ? {}
    : { 'List-Unsubscribe': `<${at.oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/** Loaded with the first letter: most processes never write one. */
async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const waits = { connectionTimeout: timeout_ms, greetingTimeout: timeout_ms, socketTimeout: timeout_ms };
  return createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true });
}

/** The mail server's own sentences often hold the address, so only the number of its answer is kept. */
function judged(error: unknown): Error {
  const { code = '', responseCode, syscall } = error as { code?: string; responseCode?: number; syscall?: string };
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH')
    return new MessageRefused(`smtp_${responseCode}`);
  if (responseCode !== undefined) return new Error(`the mail server answered ${responseCode}`);
  const neverBegan = syscall === 'connect' || ['EDNS', 'ETLS', 'EAUTH', 'ECONNREFUSED'].includes(code);
  return neverBegan ? new Error(`the mail server cannot be reached: ${code}`) : new OutcomeUnknown();
}
