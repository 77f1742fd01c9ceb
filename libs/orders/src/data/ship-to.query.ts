import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { seeingAll, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { fail } from '../domain/order.errors.js';
import { shipToSchema, type Destination, type ShipTo } from '../domain/ship-to.js';

const orderRow = z.object({ checkout_id: z.uuid() });
const checkoutRow = z.object({
  buyer_id: z.uuid(),
  ship_to_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  ship_to_pincode: z.string(),
  ship_to_state: z.string(),
});
const sealedPart = shipToSchema.omit({ pincode: true });

/** Where the goods of orders go: sealed under their shoppers' keys, opened for who has to bring them there. */
@Injectable()
export class ShipToQuery {
  constructor(private readonly keys: SubjectKeys) {}

  /**
   * Where an order of the caller's goes, as shopper or as maker. A checkout is its shopper's alone, so it is opened for the
   * maker only after the order was found to be hers too.
   * @returns null when its shopper was erased
   * @throws order_not_found, also for another's
   * @rule S-42 S-63
   */
  async ofOrder(tx: Tx, orderId: string): Promise<(ShipTo & Destination) | null> {
    const order = await tx.maybe(orderRow, `select checkout_id from orders."order" where id = $1`, [orderId]);
    if (!order) throw fail('order_not_found');
    return seeingAll(tx, () => this.ofCheckout(tx, order.checkout_id));
  }

  private async ofCheckout(tx: Tx, id: string): Promise<(ShipTo & Destination) | null> {
    const found = await tx.maybe(
      checkoutRow,
      `select buyer_id, ship_to_sealed, ship_to_pincode, ship_to_state from orders.checkout where id = $1`,
      [id],
    );
    assert(found, 'an order has its checkout');
    const { buyer_id, ...row } = found;
    const key = (await this.keys.existing(tx, [buyer_id])).get(buyer_id);
    const text = key?.open({ table: 'orders.checkout', column: 'ship_to', row: id }, row.ship_to_sealed);
    if (typeof text !== 'string') return null;
    return { ...sealedPart.parse(JSON.parse(text)), pincode: row.ship_to_pincode, stateCode: row.ship_to_state };
  }
}
