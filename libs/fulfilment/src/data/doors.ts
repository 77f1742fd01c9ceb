import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Door } from '../ports/courier.js';

/** Where the parcel of a cause is fetched and where it is brought. */
export interface Doors {
  from: Door;
  /** null: who it goes to was erased. */
  to: Door | null;
}
type Ask = (tx: Tx, causeId: string) => Promise<Doors>;

/**
 * The doors of parcels. The modules that know them lie above this one, and keep them sealed: each says at its start how its own
 * are asked for. Nothing of them is stored here.
 * @rule S-63
 */
@Injectable()
export class KnownDoors {
  private readonly asks = new Map<Cause['kind'], Ask>();

  askFor(kind: Cause['kind'], ask: Ask): void {
    this.asks.set(kind, ask);
  }

  /** The doors of a cause's parcel; null where nobody knows more than its PIN codes. */
  async of(tx: Tx, cause: Cause): Promise<Doors | null> {
    return (await this.asks.get(cause.kind)?.(tx, cause.id)) ?? null;
  }
}
