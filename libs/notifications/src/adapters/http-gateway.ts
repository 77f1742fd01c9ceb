import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import { registeredName, type Registered } from '../domain/registered-templates.js';
import { letterHtml } from '../letters/letter.js';
import { MessageRefused, type MessageSender, type OutgoingMessage } from '../ports/message-sender.js';

const timeout_ms = 10_000;

const accepted = z.object({ id: z.string().min(1).max(200) });
const refusal = z.object({ error: z.object({ code: z.string().regex(/^[a-z0-9_]{1,60}$/) }) });

/** Under this name rows know who carried them. */
export const gatewayName = 'gateway';

/** A gateway with a JSON service that remembers idempotency keys, so a broken line is no doubt: it is asked again. */
export class HttpGateway implements MessageSender {
  readonly name = gatewayName;

  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly registered: (name: string) => Registered,
  ) {}

  async send(message: OutgoingMessage): Promise<{ reference: string }> {
    const { id, channel, to, subject, text, template, templateVersion, language, dltTemplateId, unsubscribe } = message;
    const own =
      channel === 'email'
        ? {
            subject,
            html: letterHtml({ subject: subject ?? '', text, language, endsAt: unsubscribe?.page }),
            ...(unsubscribe && { listUnsubscribe: unsubscribe.oneClick }),
          }
        : {
            ...this.registered(registeredName(template, templateVersion, language)),
            ...(dltTemplateId && { templateId: dltTemplateId }),
          };
    const body = { idempotencyKey: id, to, text, template, ...own };
    const answer = await fetchOutside('messages', `send ${channel}`, `${this.url}/${channel}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
    });
    if (answer.ok) return { reference: await referenceOf(answer) };
    // A wrong key, a limit or a fault of theirs says nothing about this message: it is offered again.
    if (answer.status >= 500 || [401, 403, 408, 429].includes(answer.status))
      throw new Error(`the gateway answered ${answer.status}`);
    const said = refusal.safeParse(await answer.json().catch(() => null));
    throw new MessageRefused(said.data?.error.code ?? `http_${answer.status}`);
  }
}

/** An acceptance without a reference is still one: the message is out. */
async function referenceOf(answer: Response): Promise<string> {
  const said = accepted.safeParse(await answer.json().catch(() => null));
  return said.data?.id ?? 'none given';
}
