import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Paise } from '#platform/money';
import { LineChanges } from '../data/line-changes.repository.js';
import { Orders, type Order } from '../data/orders.repository.js';
import type { ChangeKind } from '../domain/line-change.js';
import { allLeft } from '../domain/pieces.js';

@Injectable()
export class GiveBack {
  constructor(
    private readonly orders: Orders,
    private readonly changes: LineChanges,
  ) {}

  /**
   * All pieces that are left of an order go, and what was paid for them, carriage included. Asked again, nothing is left.
   * @returns the refund, paise
   * @rule SM-4
   */
  async all(tx: Tx, order: Order, kind: ChangeKind): Promise<Paise> {
    const gone = allLeft(await this.orders.lines(tx, order.id));
    if (gone.length === 0) return 0n;
    return (await this.changes.add(tx, order, gone, { kind })).refund_paise;
  }
}
