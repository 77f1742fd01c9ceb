import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { environment } from '#platform/config';
import { fail } from '../domain/errors.js';

/** What one hash costs, memory in KiB. argon2id is the library's default algorithm. @rule S-31 */
export const fullStrength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The tests sign in some ten thousand times, with one password that everybody may read. */
const testStrength = { memoryCost: 256, timeCost: 1, parallelism: 1 } as const;

/** No setting of its own: nothing but a test run, which serves nobody, hashes with less. */
export const strengthIn = (installation: ReturnType<typeof environment>['NODE_ENV']) =>
  installation === 'test' ? testStrength : fullStrength;

/** Room for a crowd at the door; more is told to come back, so that hashing never starves the checkout. */
const waiting_max = 64;

/** Hashes and verifies passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly strength = strengthIn(environment().NODE_ENV);
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | null = null;

  /** How many are hashed just now, and how many wait for their turn. */
  get load(): { hashing: number; waiting: number } {
    return { hashing: this.running, waiting: this.waiting.length };
  }

  /** @throws sign_in_busy (429) when too many wait already */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.strength));
  }

  /**
   * Compares with the stored hash, or with a dummy when there is none, at the same cost (S-32).
   * @throws sign_in_busy (429)
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    this.dummy ??= hash('nobody has this password', this.strength);
    const against = stored ?? (await this.dummy);
    const isRight = await this.inTurn(() => verify(against, password));
    return isRight && stored !== null;
  }

  /** The stored hash was made with weaker parameters than today's. */
  isOutdated(stored: string): boolean {
    const made = parseOptions(stored);
    return made.memoryCost < this.strength.memoryCost || made.timeCost < this.strength.timeCost;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= availableParallelism() * 2) {
      if (this.waiting.length >= waiting_max) throw fail('sign_in_busy', { retryAfter_s: 2 });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on without being given back, so that a newcomer cannot slip in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
