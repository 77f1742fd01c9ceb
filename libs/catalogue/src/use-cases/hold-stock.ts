import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Stock } from '../data/stock.repository.js';
import { fail } from '../domain/listing.errors.js';
import { summedLines, type StockLine } from '../domain/stock.rules.js';

export interface HoldRequest {
  cause: Cause;
  lines: readonly StockLine[];
  /** Later than the end of the time to pay (S-4). */
  expiresAt: Date;
  /** Whether it counts to what the caller holds unpaid (S-52); it does when absent. */
  isCounted?: boolean;
}

@Injectable()
export class HoldStock {
  constructor(
    private readonly stock: Stock,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Promises pieces to a cause, all lines or none, from as many places of their seller as it takes. What a shopper holds unpaid
   * is counted; a contract is not.
   * @throws out_of_stock (409) with each short line, too_many_holds (429)
   * @rule S-4 S-52
   */
  async inside(tx: Tx, { cause, lines, expiresAt, isCounted = true }: HoldRequest): Promise<void> {
    assert(lines.length > 0, 'something is held');
    assert(expiresAt > tx.now, 'a hold ends later than it begins');
    const asked = summedLines(lines);
    const lines_max = this.policy.at('stock.holds_max', tx.now);
    const { personId } = tx.actor;
    const holder = cause.kind === 'contract' || personId === null || !isCounted ? null : { personId, lines_max };
    const found = await this.stock.reserve(tx, { cause, lines: asked, expiresAt }, holder);
    if (holder && found[0]!.held_lines + asked.length > lines_max) {
      throw fail('too_many_holds', { holds_max: lines_max });
    }
    const short = found.filter((line) => line.available < line.quantity);
    if (short.length > 0) {
      throw fail('out_of_stock', {
        lines: short.map((line) => ({
          offerId: line.offer_id,
          wanted: line.quantity,
          available: line.available,
        })),
      });
    }
  }
}
