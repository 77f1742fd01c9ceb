import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import type { ChangeKind } from '../domain/line-change.js';
import type { Gone } from '../domain/pieces.js';
import { goneColumns, shareGone } from '../domain/shares.rules.js';
import { madeBy } from '../domain/step.js';
import { LineChangeEntity } from './line-change.entity.js';
import type { Order, OrderLine } from './orders.repository.js';

@Injectable()
export class LineChanges {
  /**
   * Writes down that pieces are gone from an order whose row is held, and what of it goes back.
   * @param gone  ≥ 1 line; counted against what was left when the lines were read under that lock
   * @param withFreight  whether the carriage of these pieces goes back too
   * @returns the id of the act, its refund, and the order with that refund in it
   * @rule SM-4
   */
  async add(
    tx: Tx,
    order: Order,
    gone: readonly Gone<OrderLine>[],
    { kind, withFreight = true }: { kind: ChangeKind; withFreight?: boolean },
  ): Promise<{ changeId: string; refund_paise: Paise; order: Order }> {
    assert(gone.length > 0, 'something is gone');
    const changeId = newId();
    const parts = gone.map(({ line, pieces }) => shareGone(line, line.gone_quantity, pieces, withFreight));
    await tx.insert(
      LineChangeEntity,
      gone.map(({ line, pieces }, i) => ({
        change_id: changeId,
        line_id: line.id,
        order_id: order.id,
        buyer_id: order.buyer_id,
        seller_id: order.seller_id,
        kind,
        quantity: pieces,
        ...inWriting(parts[i]!),
        made_by: madeBy(tx.actor, order),
        at: tx.now,
      })),
    );
    const refund_paise = sumPaise(parts.map((part) => part.refund_paise));
    await tx.run(
      `with lines as (
         update orders.order_line l set gone_quantity = l.gone_quantity + g.pieces
           from unnest($2::uuid[], $3::integer[]) as g(line_id, pieces) where l.id = g.line_id
       )
       update orders."order" set refunded_paise = refunded_paise + $4 where id = $1`,
      [order.id, gone.map(({ line }) => line.id), gone.map(({ pieces }) => pieces), refund_paise.toString()],
    );
    return { changeId, refund_paise, order: { ...order, refunded_paise: order.refunded_paise + refund_paise } };
  }
}

/** Amounts as the columns of the table take them. */
function inWriting(part: ReturnType<typeof shareGone>): Record<(typeof goneColumns)[number], string> {
  return Object.fromEntries(goneColumns.map((column) => [column, part[column].toString()])) as Record<
    (typeof goneColumns)[number],
    string
  >;
}
