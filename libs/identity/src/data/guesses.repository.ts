import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { fail } from '../domain/errors.js';
import { guess, type GuesserKind } from '../domain/guessing.js';

export type Guesser = { of: GuesserKind; id: string };

const countRow = z.object({ failures: z.number(), last_at: z.date(), free_at: z.date(), now: z.date() });

/** Wrong guesses of late. Counted before the password is looked at, so that parallel guesses cannot pass together. */
@Injectable()
export class Guesses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ServiceKeys,
  ) {}

  /**
   * Counts one guess against each, in a transaction of its own. Nobody is locked out for ever: the wait has a bound,
   * and a known device has a budget of its own.
   * @throws too_many_tries (429) when one of them has to wait
   * @rule S-33
   */
  async take(guessers: readonly Guesser[]): Promise<void> {
    const wait_s = await this.work.run(async (tx) => {
      let longest_s = 0;
      for (const guesser of guessers) longest_s = Math.max(longest_s, await this.count(tx, guesser));
      return longest_s;
    });
    if (wait_s === 0) return;
    securityEvent('limit_hit', { limit: 'sign_in' });
    throw fail('too_many_tries', { retryAfter_s: wait_s });
  }

  /** A right guess: what was counted against the account or device is forgotten, this one against the address too. */
  async forget(...guessers: readonly Guesser[]): Promise<void> {
    await this.work.run(async (tx) => {
      for (const guesser of guessers) {
        const key = this.key(guesser);
        if (guesser.of !== 'address') await tx.run(`delete from identity.guess where key = $1`, [key]);
        else await tx.run(`update identity.guess set failures = greatest(failures - 1, 0) where key = $1`, [key]);
      }
    });
  }

  private async count(tx: Tx, guesser: Guesser): Promise<number> {
    const key = this.key(guesser);
    await tx.run(
      `insert into identity.guess (key, failures, last_at, free_at) values ($1, 0, clock_timestamp(), '-infinity')
       on conflict (key) do nothing`,
      [key],
    );
    await tx.run(`select 1 from identity.guess where key = $1 for update`, [key]);
    const row = await tx.maybe(
      countRow,
      `select failures, last_at, greatest(free_at, 'epoch') as free_at, clock_timestamp() as now
         from identity.guess where key = $1`,
      [key],
    );
    const known = row && { failures: row.failures, lastAt: row.last_at, freeAt: row.free_at };
    const next = guess(guesser.of, known, row?.now ?? new Date());
    if ('wait_s' in next) return next.wait_s;
    await tx.run(`update identity.guess set failures = $2, last_at = $3, free_at = $4 where key = $1`, [
      key,
      next.failures,
      next.lastAt,
      next.freeAt,
    ]);
    return 0;
  }

  private key(guesser: Guesser): Buffer {
    return this.keys.hmac('lookup', 'guess', guesser.of, guesser.id);
  }
}
