import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const look_ms = 20;

/** What this process is answering, and whether it is about to stop. */
@Injectable()
export class Draining {
  /** Requests that were let in and not answered yet. */
  readonly underWay = new Set<object>();
  /** Answers that go on until somebody ends them: they end at once, as nobody waits for their end. */
  readonly lines = new Set<AbortController>();
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /**
   * From now on each answer ends its connection, so that no caller writes into one that is closed under her.
   * @param grace_ms  for callers who have not heard yet
   * @param most_ms   after which it resolves although requests are under way
   * @returns when nothing is under way any more
   * @rule S-17
   */
  async begin(grace_ms: number, most_ms: number): Promise<void> {
    this.begun = true;
    for (const line of this.lines) line.abort();
    await sleep(grace_ms);
    for (let waited_ms = grace_ms; this.underWay.size > 0 && waited_ms < most_ms; waited_ms += look_ms) {
      await sleep(look_ms);
    }
  }
}

export function installDraining(server: FastifyInstance, draining: Draining): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.hasBegun) reply.header('connection', 'close');
    done();
  });
}
