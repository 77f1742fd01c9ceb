import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';

/** Why goods may not leave their maker yet: they are not packed, so nothing was asked for, or their e-way bill is not made. */
export type MissingPaper = 'not_packed' | 'not_made';
type Ask = (tx: Tx, causeId: string) => Promise<MissingPaper | null>;

/**
 * The papers without which a parcel must not move. The modules that issue them do not know parcels: each journey says at its start
 * how its own are asked for.
 * @rule
 */
@Injectable()
export class RoadPapers {
  private readonly asks = new Map<Cause['kind'], Ask>();

  askFor(kind: Cause['kind'], ask: Ask): void {
    this.asks.set(kind, ask);
  }

  /** What is missing; null: it may go. The cause's row is held before its parcel's. */
  async missing(tx: Tx, cause: Cause): Promise<MissingPaper | null> {
    return (await this.asks.get(cause.kind)?.(tx, cause.id)) ?? null;
  }
}
