import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';

/** Whether this process should be sent requests: not once it has been told to stop, not without its database. */
@Injectable()
export class Readiness {
  private stopping = false;

  constructor(private readonly reads: ReadClient) {}

  /** Says "not ready" from now on (S-17). */
  stop(): void {
    this.stopping = true;
  }

  async isReady(): Promise<boolean> {
    if (this.stopping) return false;
    return this.reads.many(z.object({ ready: z.literal(1) }), 'select 1 as ready').then(
      () => true,
      () => false,
    );
  }
}
