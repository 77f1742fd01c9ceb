import { z } from 'zod';
import { assert } from '#platform/kernel';
import { traceHeaders } from '#platform/observability';
import type { PayeeAccount, PayoutProvider, ProviderPayout, TransferOrder } from '../ports/payout-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { ProviderLine, type LineOptions, type Verdict } from './provider-line.js';

export interface BankSettings {
  /** 'https://bank.example/api' or the simulator's 'http://127.0.0.1:3003/bank'. */
  baseUrl: string;
  apiKey: string;
  line?: LineOptions;
}

const payout = z.object({
  id: z.string(),
  idempotencyKey: z.string(),
  amount_paise: z.coerce.bigint(),
  status: z.enum(['accepted', 'paid', 'failed', 'returned', 'reversed']),
  utr: z.string().nullable(),
  reason: z.string().nullable(),
  changed_at: z.coerce.date(),
});
const payoutPage = z.object({ payouts: z.array(payout), next: z.string().nullable() });
const beneficiaryAnswer = z.object({ id: z.string() });
const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Payouts through the escrow bank's interface. */
export class BankPayoutProvider implements PayoutProvider {
  readonly name = 'bank';
  private readonly line: ProviderLine;

  constructor(private readonly settings: BankSettings) {
    this.line = new ProviderLine(this.name, judgeBank, settings.line);
  }

  async beneficiary(account: PayeeAccount): Promise<string> {
    const body =
      'vpa' in account
        ? { name: account.holder, vpa: account.vpa }
        : { name: account.holder, account: account.accountNumber, ifsc: account.ifsc };
    // The same account always gets the same name, so an unanswered registration is no doubt about money.
    const registered = await this.line.ask('register beneficiary', (timeout_ms) =>
      this.send(beneficiaryAnswer, timeout_ms, 'POST', '/beneficiaries', body),
    );
    return registered.id;
  }

  async transfer(order: TransferOrder): Promise<ProviderPayout> {
    assert(order.amount_paise > 0n, 'a payout is positive');
    assert(order.amount_paise <= BigInt(Number.MAX_SAFE_INTEGER), 'a payout fits a JSON integer');
    const body = {
      idempotencyKey: order.payoutId,
      beneficiary: order.beneficiary,
      amount_paise: Number(order.amount_paise),
      narration: order.narration,
    };
    const sent = await this.line.order('transfer', (timeout_ms) =>
      this.send(payout, timeout_ms, 'POST', '/payouts', body),
    );
    return view(sent);
  }

  async status(payoutId: string): Promise<ProviderPayout | null> {
    const found = await this.list({ idempotencyKey: payoutId });
    return found.payouts[0] === undefined ? null : view(found.payouts[0]);
  }

  async reverse(payoutId: string): Promise<ProviderPayout> {
    const found = await this.list({ idempotencyKey: payoutId });
    const id = found.payouts[0]?.id;
    if (id === undefined) throw new ProviderRefused(this.name, 'no_such_payout', 'The bank knows no such payout.');
    const reversed = await this.line.order('reverse', (timeout_ms) =>
      this.send(payout, timeout_ms, 'POST', `/payouts/${encodeURIComponent(id)}/reverse`),
    );
    return view(reversed);
  }

  async *listSince(since: Date): AsyncGenerator<ProviderPayout> {
    for (let after: string | null = ''; after !== null;) {
      const page: z.infer<typeof payoutPage> = await this.list({ since: since.toISOString(), ...(after && { after }) });
      yield* page.payouts.map(view);
      after = page.next;
    }
  }

  private list(query: Record<string, string>): Promise<z.infer<typeof payoutPage>> {
    const path = `/payouts?${new URLSearchParams(query).toString()}`;
    return this.line.ask('list payouts', (timeout_ms) => this.send(payoutPage, timeout_ms, 'GET', path));
  }

  private async send<S extends z.ZodType>(
    schema: S,
    timeout_ms: number,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<z.infer<S>> {
    const { status, said } = await this.talk(timeout_ms, method, path, body);
    if (status < 200 || status > 299) throw new BankAnswer(status, said);
    return schema.parse(said);
  }

  private async talk(timeout_ms: number, method: string, path: string, body?: object) {
    try {
      const answer = await fetch(this.settings.baseUrl + path, {
        method,
        headers: {
          authorization: `Bearer ${this.settings.apiKey}`,
          'content-type': 'application/json',
          ...traceHeaders(),
        },
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeout_ms),
      });
      return { status: answer.status, said: (await answer.json()) as unknown };
    } catch (error) {
      throw new NoAnswer('the bank did not answer', { cause: error });
    }
  }
}

/** No connection, a cut one, a time-out, or an answer that is not JSON. */
class NoAnswer extends Error {}

/** An answer of the bank that is not a success. */
class BankAnswer extends Error {
  constructor(
    readonly status: number,
    readonly said: unknown,
  ) {
    super(`the bank answered ${status}`);
  }
}

function judgeBank(error: unknown): Verdict | null {
  if (error instanceof NoAnswer) return { kind: neverArrived(error.cause) ? 'not_done' : 'unknown', retry: true };
  // The bank's answer is not what was agreed: it may have paid.
  if (error instanceof z.ZodError) return { kind: 'unknown', retry: false };
  if (!(error instanceof BankAnswer)) return null;
  const { status } = error;
  if (status === 401 || status === 403) return { kind: 'not_done', retry: false };
  if (status === 429) return { kind: 'not_done', retry: true };
  const said = errorAnswer.safeParse(error.said);
  const { code, message } = said.data?.error ?? { code: `http_${status}`, message: error.message };
  if (status >= 500 || code === 'key_in_use') return { kind: 'unknown', retry: true };
  return { kind: 'refused', retry: false, refusal: new ProviderRefused('bank', code, message, error) };
}

/** `fetch` keeps the socket's error as the cause of its own. */
function neverArrived(error: unknown): boolean {
  const cause: unknown = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED';
}

const view = (given: z.infer<typeof payout>): ProviderPayout => ({
  providerId: given.id,
  payoutId: given.idempotencyKey,
  status: given.status,
  amount_paise: given.amount_paise,
  utr: given.utr,
  failure: given.reason,
  changedAt: given.changed_at,
});
