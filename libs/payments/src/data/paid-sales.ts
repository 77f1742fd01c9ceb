import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import type { Paise } from '#platform/money';

/** One of the sales that were paid together. */
export interface PaidSale {
  /** What its maker earns it with (an order). */
  cause: Cause;
  sellerId: string;
  /** What was paid for it and was not given back or called off, paise. */
  kept_paise: Paise;
  /** All its goods came back, and none went out in their place: there was no supply, and what is left of it is carriage. */
  cameBack: boolean;
}
type Ask = (tx: Tx, paidForId: string) => Promise<readonly PaidSale[]>;

/**
 * The sales behind a payment. The modules that know them lie above this one: each says at its start how its own are asked
 * for.
 */
@Injectable()
export class PaidSales {
  private readonly asks = new Map<Cause['kind'], Ask>();

  askFor(kind: Cause['kind'], ask: Ask): void {
    this.asks.set(kind, ask);
  }

  /** The sales a cause was paid for, in a fixed order; null where nobody knows them. */
  async of(tx: Tx, paidFor: Cause): Promise<readonly PaidSale[] | null> {
    return (await this.asks.get(paidFor.kind)?.(tx, paidFor.id)) ?? null;
  }
}
