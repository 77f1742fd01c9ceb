import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { securityEvent } from '../security/security-log.js';
import { fail } from '../domain/errors.js';
import { guess, patience, type GuesserKind } from '../domain/guessing.js';

export type Guesser = { of: GuesserKind; id: string };

const countRow = z.object({ failures: z.number(), last_at: z.date(), free_at: z.date(), now: z.date() });

/** So many count against one account or address at once that the row could not be had in time (55P03). @rule S-31 */
const isCrowded = (error: unknown): boolean => (error as { code?: string }).code === '55P03';

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
   * @returns whether the next guess at the account has to wait for the first time: its owner is to be told
   * @throws too_many_tries (429) when one of them has to wait, sign_in_busy (429) in a crowd
   * @rule S-33
   */
  async take(guessers: readonly Guesser[]): Promise<boolean> {
    const counted = this.work.run(async (tx) => {
      const taken = [{ of: guessers[0]?.of, wait_s: await this.standing(tx, guessers), failures: 0 }];
      if (taken[0]!.wait_s > 0) return taken;
      for (const guesser of guessers) taken.push({ of: guesser.of, ...(await this.count(tx, guesser)) });
      return taken;
    });
    const counts = await counted.catch((error: unknown) => {
      throw isCrowded(error) ? fail('sign_in_busy', { retryAfter_s: 2 }) : error;
    });
    const wait_s = Math.max(0, ...counts.map((each) => each.wait_s));
    if (wait_s === 0) return counts.some(({ of, failures }) => of === 'account' && failures === patience.account.free);
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

  /** Who has to wait is told so without a lock: a flood of guesses costs one look each and holds up nobody. */
  private async standing(tx: Tx, guessers: readonly Guesser[]): Promise<number> {
    const row = await tx.maybe(
      z.object({ wait_s: z.coerce.number() }),
      `select coalesce(max(ceil(extract(epoch from free_at - clock_timestamp()))), 0) as wait_s
         from identity.guess where key = any($1::bytea[]) and free_at > clock_timestamp()`,
      [guessers.map((guesser) => this.key(guesser))],
    );
    return row!.wait_s;
  }

  private async count(tx: Tx, guesser: Guesser): Promise<{ wait_s: number; failures: number }> {
    const key = this.key(guesser);
    const row = (await this.hold(tx, key)) ?? (await this.begin(tx, key));
    const known = row && { failures: row.failures, lastAt: row.last_at, freeAt: row.free_at };
    const next = guess(guesser.of, known, row?.now ?? new Date());
    if ('wait_s' in next) return { wait_s: next.wait_s, failures: row?.failures ?? 0 };
    await tx.run(`update identity.guess set failures = $2, last_at = $3, free_at = $4 where key = $1`, [
      key,
      next.failures,
      next.lastAt,
      next.freeAt,
    ]);
    return { wait_s: 0, failures: next.failures };
  }

  /** Holds the row and reads it; the time is read after the wait for it. */
  private hold(tx: Tx, key: Buffer): Promise<z.infer<typeof countRow> | null> {
    return tx.maybe(
      countRow,
      `with held as (select failures, last_at, free_at from identity.guess where key = $1 for update)
       select failures, last_at, greatest(free_at, 'epoch') as free_at, clock_timestamp() as now from held`,
      [key],
    );
  }

  private async begin(tx: Tx, key: Buffer): Promise<z.infer<typeof countRow> | null> {
    await tx.run(
      `insert into identity.guess (key, failures, last_at, free_at) values ($1, 0, clock_timestamp(), '-infinity')
       on conflict (key) do nothing`,
      [key],
    );
    return this.hold(tx, key);
  }

  private key(guesser: Guesser): Buffer {
    return this.keys.hmac('lookup', 'guess', guesser.of, guesser.id);
  }
}
