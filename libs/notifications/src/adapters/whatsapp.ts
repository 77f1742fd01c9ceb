import { z } from 'zod';
import { assert } from '#platform/kernel';
import { fetchOutside } from '#platform/observability';
import { whatsappName } from '../domain/registered-templates.js';
import { MessageRefused, type MessageSender, type OutgoingMessage } from '../ports/message-sender.js';

const timeout_ms = 10_000;

const accepted = z.object({ id: z.string().min(1).max(200) });
const refusal = z.object({ error: z.object({ code: z.string().regex(/^[a-z0-9_]{1,60}$/) }) });

/** Under this name rows know who carried them. */
export const whatsappProvider = 'whatsapp';

/**
 * A company that carries WhatsApp messages: templates registered with it only, named, with their values in order, from a
 * sender that is registered too. It remembers idempotency keys, so a broken line is no doubt: it is asked again. @rule S-34
 */
export class WhatsApp implements MessageSender {
  readonly name = whatsappProvider;

  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly header: string,
  ) {}

  async send(message: OutgoingMessage): Promise<{ reference: string }> {
    const { id, to, template, templateVersion, language, registered } = message;
    assert(registered, 'a WhatsApp message is a registered template');
    const named = { name: whatsappName(template, templateVersion), language, ...registered };
    const answer = await fetchOutside('whatsapp', 'send', `${this.url}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ idempotencyKey: id, header: this.header, to, template: named }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
    });
    // An acceptance without a reference is still one: the message is out.
    if (answer.ok)
      return { reference: accepted.safeParse(await answer.json().catch(() => null)).data?.id ?? 'none given' };
    if (answer.status >= 500 || [401, 403, 408, 429].includes(answer.status))
      throw new Error(`whatsapp answered ${answer.status}`);
    const said = refusal.safeParse(await answer.json().catch(() => null));
    throw new MessageRefused(said.data?.error.code ?? `http_${answer.status}`);
  }
}
