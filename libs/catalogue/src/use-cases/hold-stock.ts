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
}

@Injectable()
export class HoldStock {
  constructor(
    private readonly stock: Stock,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Promises pieces to a cause, all lines or none. What a shopper holds unpaid is counted; a contract is not.
   * @throws out_of_stock (409) with each short line, too_many_holds (429)
   * @rule S-4 S-52
   */
  async inside(tx: Tx, { cause, lines, expiresAt }: HoldRequest): Promise<void> {
    assert(lines.length > 0, 'something is held');
    assert(expiresAt > tx.now, 'a hold ends later than it begins');
    const asked = summedLines(lines);
    const heldBy = cause.kind === 'contract' ? null : tx.actor.personId;
    if (heldBy !== null) await this.assertMayHold(tx, heldBy, asked.length);
    const held = await this.stock.shift(
      tx,
      asked.map((line) => ({ offerId: line.offerId, on_hand: 0, reserved: line.quantity })),
    );
    if (held.length < asked.length) throw await this.shortage(tx, asked, new Set(held.map((row) => row.offer_id)));
    await this.stock.addHolds(tx, cause, asked, expiresAt, heldBy);
  }

  private async assertMayHold(tx: Tx, personId: string, more: number): Promise<void> {
    const holds_max = this.policy.at('stock.holds_max', tx.now);
    const held = await this.stock.heldBy(tx, personId);
    if (held + more > holds_max) throw fail('too_many_holds', { holds_max });
  }

  private async shortage(tx: Tx, asked: readonly StockLine[], held: ReadonlySet<string>): Promise<Error> {
    const short = asked.filter((line) => !held.has(line.offerId));
    const available = await this.stock.available(
      tx,
      short.map((line) => line.offerId),
    );
    return fail('out_of_stock', {
      lines: short.map((line) => ({
        offerId: line.offerId,
        wanted: line.quantity,
        available: available.get(line.offerId) ?? 0,
      })),
    });
  }
}
