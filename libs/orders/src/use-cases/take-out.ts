import { Injectable } from '@nestjs/common';
import { RestorePieces } from '#catalogue';
import { LightenShipment } from '#fulfilment';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { LineChanges } from '../data/line-changes.repository.js';
import { Orders, type Order, type OrderLine } from '../data/orders.repository.js';
import { cashOf } from '../domain/cash.js';
import type { ChangeKind } from '../domain/line-change.js';
import { OrderLinesGone } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { allLeft, type Gone } from '../domain/pieces.js';

@Injectable()
export class TakeOut {
  constructor(
    private readonly orders: Orders,
    private readonly changes: LineChanges,
    private readonly restorePieces: RestorePieces,
    private readonly lightenShipment: LightenShipment,
  ) {}

  /**
   * Some pieces of an order that goes on are not sent: they are for sale again, the parcel holds the others, and what was
   * paid for them goes back, told by the news. All in the order's transaction.
   * @throws illegal_transition when the parcel has left its maker
   * @rule SM-4 S-4
   */
  async inside(tx: Tx, order: Order, gone: readonly Gone<OrderLine>[], kind: ChangeKind): Promise<void> {
    const cause: Cause = { kind: 'order', id: order.id };
    const { changeId, refund_paise, order: left } = await this.changes.add(tx, order, gone, { kind });
    const kept = allLeft(await this.orders.lines(tx, order.id));
    await this.lightenShipment.inside(
      tx,
      cause,
      kept.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces, weight_g: line.weight_g })),
      cashOf(left),
    );
    await this.restorePieces.inside(
      tx,
      cause,
      gone.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces })),
    );
    const pieces = gone.reduce((sum, one) => sum + one.pieces, 0);
    const told = { changeId, why: kind, pieces, refund_paise: Number(refund_paise), isAsked: false };
    tx.emit(OrderLinesGone, { ...parties(order), ...told });
  }
}
