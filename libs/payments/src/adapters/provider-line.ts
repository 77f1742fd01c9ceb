import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { callOutside } from '#platform/observability';
import { OutcomeUnknown, ProviderRefused, ProviderUnavailable } from '../ports/provider-errors.js';

/**
 * What a failed attempt means: `refused` (a clear no), `not_done` (never arrived, or told to wait), `unknown` (it may
 * have worked).
 */
export interface Verdict {
  kind: 'refused' | 'not_done' | 'unknown';
  /** Whether the same request, with the same key, is worth another try now. */
  retry: boolean;
  refusal?: ProviderRefused;
}

export interface LineOptions {
  /** Attempts and pauses together end within this time. Default 10 s. @rule S-7 */
  limit_ms?: number;
  /** Failed calls in a row that open the breaker. Default 5. */
  failuresToOpen?: number;
  /** How long the breaker stays open before one call tries again. Default 30 s. */
  openFor_ms?: number;
}

/** Pauses before the second, third … attempt; the limit ends them too. */
const pauses_ms = [200, 400, 800, 1_600, 3_200];

/**
 * The line to one provider: a time limit per call, retries of the same request, and a breaker that stops asking for a
 * while after repeated failure. Refusals are answers and do not count as failure.
 * @rule S-7
 */
export class ProviderLine {
  private readonly limit_ms: number;
  private readonly openFor_ms: number;
  private readonly breaker;
  private openedAt_ms = 0;

  /** @param judge reads the provider's own errors; `null` for anything that is our fault and passes through */
  constructor(
    private readonly provider: string,
    private readonly judge: (error: unknown) => Verdict | null,
    options: LineOptions = {},
  ) {
    this.limit_ms = options.limit_ms ?? 10_000;
    this.openFor_ms = options.openFor_ms ?? 30_000;
    const counted = (error: Error) => error instanceof ProviderUnavailable || error instanceof OutcomeUnknown;
    this.breaker = circuitBreaker(handleWhen(counted), {
      halfOpenAfter: this.openFor_ms,
      breaker: new ConsecutiveBreaker(options.failuresToOpen ?? 5),
    });
    this.breaker.onBreak(() => (this.openedAt_ms = Date.now()));
  }

  /** A call that changes nothing there: without an answer it simply was not answered. @throws ProviderUnavailable · ProviderRefused */
  ask<T>(name: string, attempt: (timeout_ms: number) => Promise<T>): Promise<T> {
    return this.call(name, 'reads', attempt);
  }

  /** A call that may move money; `attempt` uses the same key every time. @throws OutcomeUnknown · ProviderUnavailable · ProviderRefused */
  order<T>(name: string, attempt: (timeout_ms: number) => Promise<T>): Promise<T> {
    return this.call(name, 'writes', attempt);
  }

  private async call<T>(
    name: string,
    does: 'reads' | 'writes',
    attempt: (timeout_ms: number) => Promise<T>,
  ): Promise<T> {
    const endsAt_ms = Date.now() + this.limit_ms;
    try {
      return await this.breaker.execute(() => this.attempts(name, does, attempt, endsAt_ms));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw this.unavailable(error);
      throw error;
    }
  }

  private async attempts<T>(
    name: string,
    does: 'reads' | 'writes',
    attempt: (timeout_ms: number) => Promise<T>,
    endsAt_ms: number,
  ): Promise<T> {
    let doubt = false;
    for (let tries = 0; ; tries += 1) {
      const left_ms = endsAt_ms - Date.now();
      // Waiting behind the breaker's trial call can use up the time.
      if (left_ms <= 0) throw doubt ? new OutcomeUnknown(this.provider, name) : this.unavailable();
      try {
        const isRefusal = (error: unknown): boolean => this.judge(error)?.kind === 'refused';
        return await callOutside(this.provider, name, () => attempt(left_ms), isRefusal);
      } catch (error) {
        const verdict = this.judge(error);
        if (verdict === null) throw error;
        if (verdict.kind === 'refused') throw verdict.refusal!;
        doubt ||= verdict.kind === 'unknown' && does === 'writes';
        const pause_ms = pauses_ms[tries];
        const goOn = verdict.retry && pause_ms !== undefined && Date.now() + pause_ms < endsAt_ms;
        if (!goOn) throw doubt ? new OutcomeUnknown(this.provider, name, error) : this.unavailable(error);
        await sleep(pause_ms);
      }
    }
  }

  private unavailable(cause?: unknown): ProviderUnavailable {
    const opensIn_ms = this.openedAt_ms + this.openFor_ms - Date.now();
    return new ProviderUnavailable(this.provider, Math.max(1, Math.ceil(opensIn_ms / 1_000)), cause);
  }
}
