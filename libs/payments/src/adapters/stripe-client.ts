import type Stripe from 'stripe';
import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { ProviderLine, type LineOptions } from './provider-line.js';
import { judgeStripe } from './stripe-errors.js';
import { loadStripe } from './stripe-sdk.js';

export interface StripeAccess {
  secretKey: string;
  /** Another address than the real one: the simulator's 'http://127.0.0.1:3003'. */
  apiBase?: string | undefined;
  line?: LineOptions;
}

const page = 100;

/** The SDK behind our own line. Retries are ours, so that ten seconds mean ten seconds. */
export class StripeClient {
  private opened: Promise<Stripe> | null = null;
  private readonly open: () => Promise<Stripe>;
  private readonly line: ProviderLine;

  /** @param name  the provider's, in errors and traces */
  constructor(name: string, { secretKey, apiBase, line }: StripeAccess) {
    const options = { ...addressOf(apiBase), maxNetworkRetries: 0, telemetry: false };
    this.open = async () => new (await loadStripe())(secretKey, options);
    this.line = new ProviderLine(name, judgeStripe, line);
  }

  sdk(): Promise<Stripe> {
    return (this.opened ??= this.open());
  }

  /** A question. @throws ProviderUnavailable · ProviderRefused */
  async ask<T>(what: string, call: (stripe: Stripe, timeout: number) => Promise<T>): Promise<T> {
    const stripe = await this.sdk();
    return this.line.ask(what, (timeout) => call(stripe, timeout));
  }

  /** What may move money, with an idempotency key. @throws OutcomeUnknown · ProviderUnavailable · ProviderRefused */
  async order<T>(what: string, call: (stripe: Stripe, timeout: number) => Promise<T>): Promise<T> {
    const stripe = await this.sdk();
    return this.line.order(what, (timeout) => call(stripe, timeout));
  }

  /** Every object of a list, newest first; each page is a call of its own on the line. */
  async *pages<T extends { id: string }>(
    list: (
      stripe: Stripe,
      params: { limit: number; starting_after?: string },
      timeout: number,
    ) => Promise<Stripe.ApiList<T>>,
  ): AsyncGenerator<T> {
    for (let after: string | undefined; ;) {
      const params = { limit: page, ...(after !== undefined && { starting_after: after }) };
      const answer = await this.ask('list', (stripe, timeout) => list(stripe, params, timeout));
      yield* answer.data;
      after = answer.data.at(-1)?.id;
      if (!answer.has_more || after === undefined) return;
    }
  }
}

/** Paise as the JSON number the provider wants. */
export function whole(amount: Paise): number {
  assert(amount > 0n, 'an amount is positive');
  assert(amount <= BigInt(Number.MAX_SAFE_INTEGER), 'an amount fits a JSON integer');
  return Number(amount);
}

function addressOf(apiBase: string | undefined): { host?: string; port?: string; protocol?: 'http' | 'https' } {
  if (apiBase === undefined) return {};
  const { hostname, port, protocol } = new URL(apiBase);
  const secure = protocol === 'https:';
  return { host: hostname, port: port || (secure ? '443' : '80'), protocol: secure ? 'https' : 'http' };
}
