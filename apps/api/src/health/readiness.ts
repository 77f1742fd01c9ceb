import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { Draining } from '#platform/http';

/** Whether this process should be sent requests: not once it has been told to stop, not without its database. */
@Injectable()
export class Readiness {
  constructor(
    private readonly reads: ReadClient,
    private readonly draining: Draining,
  ) {}

  async isReady(): Promise<boolean> {
    if (this.draining.hasBegun) return false;
    return this.reads.many(z.object({ ready: z.literal(1) }), 'select 1 as ready').then(
      () => true,
      () => false,
    );
  }
}
