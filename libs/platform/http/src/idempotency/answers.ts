import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { KeyWrapper } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { fail } from './errors.js';
import type { Claim } from './key.js';

/** What was answered, as it will be answered again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const row = z.object({
  fingerprint: bytes,
  state: z.enum(['running', 'done']),
  leased: z.boolean().nullable(),
  status: z.number().nullable(),
  answer: bytes.nullable(),
  master_version: z.number().nullable(),
});

const kept = z.object({ headers: z.record(z.string(), z.string()), body: z.unknown() });

/** Keys and answers as rows (`platform.idempotency`). Real time throughout: a moved demo clock must not repeat a payment. */
@Injectable()
export class IdempotencyAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wrapper: KeyWrapper,
  ) {}

  /**
   * Takes the key for this transaction, and finds what was answered to it before.
   * @throws idempotency_in_progress (409), idempotency_key_reused (422)
   */
  async claim(tx: Tx, claim: Claim): Promise<KeptAnswer | null> {
    const lock = await tx.maybe(
      z.object({ mine: z.boolean() }),
      `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine`,
      [[claim.scope, claim.operation, claim.key].join('\n')],
    );
    if (!lock?.mine) throw fail('idempotency_in_progress', { retryAfter_s: 1 });
    const known = await tx.maybe(
      row,
      `select fingerprint, state, lease_until > clock_timestamp() as leased, status, answer, master_version
         from platform.idempotency where scope = $1 and operation = $2 and key = $3`,
      [claim.scope, claim.operation, claim.key],
    );
    if (!known) return null;
    if (!known.fingerprint.equals(claim.fingerprint)) throw fail('idempotency_key_reused');
    if (known.state === 'running') {
      if (known.leased) throw fail('idempotency_in_progress', { retryAfter_s: 1 });
      return null;
    }
    const { status, answer, master_version } = known;
    assert(status !== null && answer !== null && master_version !== null, 'a finished key has its answer');
    const text = this.wrapper.unwrap({ bytes: answer, masterVersion: master_version }, place(claim));
    return { status, ...kept.parse(JSON.parse(text.toString())) };
  }

  /** Keeps the answer in the transaction of the effect. @param keep_hours at least 24 (STD-1.2) */
  async keep(tx: Tx, claim: Claim, answer: KeptAnswer, keep_hours: number): Promise<void> {
    const { status, headers, body } = answer;
    const sealed = this.wrapper.wrap(Buffer.from(JSON.stringify({ headers, body })), place(claim));
    await tx.run(
      `insert into platform.idempotency
         (scope, operation, key, fingerprint, state, status, answer, master_version, keep_until)
       values ($1, $2, $3, $4, 'done', $5, $6, $7, clock_timestamp() + make_interval(hours => $8))
       on conflict (scope, operation, key) do update
         set state = 'done', lease_until = null, holder = null, status = excluded.status, answer = excluded.answer,
             master_version = excluded.master_version, keep_until = excluded.keep_until`,
      [
        claim.scope,
        claim.operation,
        claim.key,
        claim.fingerprint,
        status,
        sealed.bytes,
        sealed.masterVersion,
        keep_hours,
      ],
    );
  }

  /** Takes the key for `lease_s` seconds, beyond this transaction; a crash gives it back when they are over. */
  async lease(tx: Tx, claim: Claim, holder: string, lease_s: number): Promise<void> {
    await tx.run(
      `insert into platform.idempotency (scope, operation, key, fingerprint, state, lease_until, holder, keep_until)
       values ($1, $2, $3, $4, 'running', clock_timestamp() + make_interval(secs => $5), $6,
               clock_timestamp() + interval '1 day')
       on conflict (scope, operation, key) do update
         set lease_until = excluded.lease_until, holder = excluded.holder`,
      [claim.scope, claim.operation, claim.key, claim.fingerprint, lease_s, holder],
    );
  }

  /** Gives a leased key back: nothing was done. */
  async release(tx: Tx, claim: Claim, holder: string): Promise<void> {
    await tx.run(
      `delete from platform.idempotency
        where scope = $1 and operation = $2 and key = $3 and state = 'running' and holder = $4`,
      [claim.scope, claim.operation, claim.key, holder],
    );
  }

  /** Forgets keys that have been kept long enough; in bites; for the scheduler, every quarter of an hour. @returns how many */
  purge(): Promise<number> {
    return this.work.run((tx) =>
      tx.run(
        `delete from platform.idempotency where ctid = any (array(
           select ctid from platform.idempotency where keep_until < clock_timestamp() limit 10000))`,
      ),
    );
  }
}

/** An answer opens only where it was put (S-63). */
const place = ({ scope, operation, key }: Claim): string =>
  `platform.idempotency|answer|${JSON.stringify([scope, operation, key])}`;
