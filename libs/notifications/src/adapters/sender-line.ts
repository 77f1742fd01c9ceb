import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import { log } from '#platform/observability';
import { MessageRefused, ProviderRests, type MessageSender, type OutgoingMessage } from '../ports/message-sender.js';

export interface LineOptions {
  /** How long a provider that failed is left alone, before one message tries again. */
  rests_ms: number;
  /** Messages it is given at once by this process; codes come on top. */
  atOnce: number;
  /** Failures in a row after which it is left alone. Default 5. */
  failuresToRest?: number;
  /** An answer that takes longer counts as a failure, though it is taken. Default 5 s. */
  slow_ms?: number;
}

/** All places at a provider are taken: a message waits this long. */
const busy_ms = 1_000;

/** It was sent, and took so long that the provider is better left alone. */
class Slow extends Error {
  constructor(readonly answer: { reference: string }) {
    super('The provider is slow.');
  }
}

/**
 * The line to one provider over one channel: a breaker that leaves it alone for a while when it fails or is slow, and a number
 * of places, so that one that hangs does not take all hands from the others. That it refuses a message says that it is well.
 * @rule S-14 S-81
 */
export class SenderLine implements MessageSender {
  readonly name: string;
  readonly isSilent: boolean;
  private readonly places;
  private readonly breaker;
  private readonly rests_ms: number;
  private readonly slow_ms: number;
  private openedAt_ms = 0;

  constructor(
    private readonly provider: MessageSender,
    options: LineOptions,
  ) {
    this.name = provider.name;
    this.isSilent = provider.isSilent ?? false;
    this.rests_ms = options.rests_ms;
    this.slow_ms = options.slow_ms ?? 5_000;
    this.places = bulkhead(options.atOnce, 0);
    this.breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof MessageRefused)),
      { halfOpenAfter: options.rests_ms, breaker: new ConsecutiveBreaker(options.failuresToRest ?? 5) },
    );
    this.breaker.onBreak(() => {
      this.openedAt_ms = Date.now();
      log.warn({ provider: this.name, rests_ms: this.rests_ms }, 'a provider of messages is left alone for a while');
    });
    this.breaker.onReset(() => log.info({ provider: this.name }, 'a provider of messages is asked again'));
  }

  /** @throws ProviderRests, without a call, while it is left alone or all its places are taken; else as the provider does */
  async send(message: OutgoingMessage): Promise<{ reference: string }> {
    const offer = () => this.breaker.execute(() => this.offer(message));
    try {
      return await (message.isUrgent ? offer() : this.places.execute(offer));
    } catch (error) {
      if (error instanceof Slow) return error.answer;
      if (error instanceof BulkheadRejectedError) throw new ProviderRests(busy_ms, true);
      if (error instanceof BrokenCircuitError) throw new ProviderRests(this.left_ms());
      throw error;
    }
  }

  async forget(references: readonly string[]): Promise<void> {
    await this.provider.forget?.(references);
  }

  private async offer(message: OutgoingMessage): Promise<{ reference: string }> {
    const began_ms = Date.now();
    const answer = await this.provider.send(message);
    if (Date.now() - began_ms > this.slow_ms) throw new Slow(answer);
    return answer;
  }

  private left_ms(): number {
    return Math.max(busy_ms, this.openedAt_ms + this.rests_ms - Date.now());
  }
}
