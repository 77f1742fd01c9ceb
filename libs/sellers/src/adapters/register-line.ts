import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { RegisterRefusesUs, RegisterUnreachable } from '../ports/register-unreachable.js';

export interface RegisterLineOptions {
  /** A register that says nothing for this long is not waited for any longer. Default 10 s. */
  patience_ms?: number;
  /** Failures in a row after which it is left alone. Default 5. */
  failuresToRest?: number;
  /** For how long, before one call tries again. Default 30 s. */
  rests_ms?: number;
}

/**
 * The line to one register: a time limit for each call, and a breaker that leaves a failing register alone for a while.
 * It is not asked again here: the queue does that, so that nobody waits. That it refuses a request of ours says that it is
 * well.
 * @rule SM-1
 */
export class RegisterLine {
  private readonly patience_ms: number;
  private readonly breaker;

  constructor(
    private readonly register: string,
    options: RegisterLineOptions = {},
  ) {
    this.patience_ms = options.patience_ms ?? 10_000;
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof RegisterUnreachable && !(error instanceof RegisterRefusesUs)),
      {
        halfOpenAfter: options.rests_ms ?? 30_000,
        breaker: new ConsecutiveBreaker(options.failuresToRest ?? 5),
      },
    );
  }

  /** @throws RegisterUnreachable, also without a call while the register rests */
  async ask<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(() => attempt(AbortSignal.timeout(this.patience_ms)));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new RegisterUnreachable(this.register, 'it rests after failing');
      throw error;
    }
  }
}
