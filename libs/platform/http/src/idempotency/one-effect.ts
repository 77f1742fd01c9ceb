import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { currentContext, log, runInContext } from '#platform/observability';
import { IdempotencyAnswers, type KeptAnswer } from './answers.js';
import { claimOf, type Claim } from './key.js';

/** Longer than any request may take (S-48), so that a lease only runs out after a crash. */
const lease_s = 60;
const keep_hours = { inside: 24, outside: 7 * 24 };

/** Headers that belong to the answer itself; the others are made anew for each. */
const answerHeaders = ['location', 'etag', 'link', 'content-location', 'preference-applied'];

/**
 * One key, one effect. The key is claimed, the effect made and the answer kept in one transaction, which the handler's
 * own `UnitOfWork.run` joins; a refusal or a crash leaves nothing behind. @rule STD-1.2 S-3
 */
@Injectable()
export class OneEffect {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answers: IdempotencyAnswers,
  ) {}

  /** Runs `handle` unless its key was used before; then what was answered is answered again. */
  of(
    { outside }: { outside: boolean },
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const claim = claimOf(request);
    return outside ? this.outside(claim, reply, handle) : this.inside(claim, reply, handle);
  }

  private inside(claim: Claim, reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    return this.work.run(async (tx) => {
      const known = await this.answers.claim(tx, claim);
      if (known) return replay(known, reply);
      const body = await handle();
      await this.answers.keep(tx, claim, answerOf(reply, body), keep_hours.inside);
      return body;
    });
  }

  /** The claim is committed before the handler touches the outside world, and given back when it refuses. */
  private async outside(claim: Claim, reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    const holder = newId();
    const known = await quietly(() =>
      this.work.run(async (tx) => {
        const found = await this.answers.claim(tx, claim);
        if (!found) await this.answers.lease(tx, claim, holder, lease_s);
        return found;
      }),
    );
    if (known) return replay(known, reply);
    let body: unknown;
    try {
      body = await handle();
    } catch (error) {
      await this.settle(() => this.work.run((tx) => this.answers.release(tx, claim, holder)));
      throw error;
    }
    await this.settle(() =>
      this.work.run((tx) => this.answers.keep(tx, claim, answerOf(reply, body), keep_hours.outside)),
    );
    return body;
  }

  /** What was done stays done when this fails: the lease runs out and the handler's own rows recognise the repeat. */
  private settle(write: () => Promise<void>): Promise<void> {
    return quietly(write).catch((error: unknown) => log.warn({ err: error }, 'idempotency key could not be settled'));
  }
}

/** Without an audit line: claiming a key changes nothing anybody asks about later. */
const quietly = <T>(work: () => Promise<T>): Promise<T> => runInContext({ ...currentContext(), audited: false }, work);

function replay(known: KeptAnswer, reply: FastifyReply): unknown {
  currentContext().audited = false;
  void reply.status(known.status).headers({ ...known.headers, 'idempotent-replayed': 'true' });
  return known.body;
}

function answerOf(reply: FastifyReply, body: unknown): KeptAnswer {
  const headers = answerHeaders.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body };
}
