import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Whether this process is about to stop: it still answers, and sends each caller to another process with the answer. */
@Injectable()
export class Draining {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** From now on each answer ends its connection, so that no caller writes into one that is closed under her. @rule S-17 */
  begin(): void {
    this.begun = true;
  }
}

export function installDraining(server: FastifyInstance, draining: Draining): void {
  server.addHook('onSend', async (_request, reply) => {
    if (draining.hasBegun) void reply.header('connection', 'close');
  });
}
