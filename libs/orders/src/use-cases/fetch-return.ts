import { Injectable } from '@nestjs/common';
import { PlanReturn } from '#fulfilment';
import { seeingAll, type Tx } from '#platform/database';
import { SellersQuery } from '#sellers';
import { Orders, type Order } from '../data/orders.repository.js';
import type { ReturnRequest } from '../data/returns.repository.js';
import { named } from '../domain/pieces.js';

@Injectable()
export class FetchReturn {
  constructor(
    private readonly orders: Orders,
    private readonly sellers: SellersQuery,
    private readonly planReturn: PlanReturn,
  ) {}

  /**
   * The pieces of an approved return are fetched at the shopper's door, once however often it is asked.
   * @returns whether a courier is asked just now
   * @rule SM-4 SM-5
   */
  async inside(tx: Tx, order: Order, request: ReturnRequest): Promise<boolean> {
    const pieces = named(await this.orders.lines(tx, order.id), request.lines);
    // The shopper may be the one who asks; where the workshop lies the courier is told, not she.
    const { pincode } = await seeingAll(tx, () => this.sellers.byId(tx, order.seller_id));
    const { isNew } = await this.planReturn.inside(tx, {
      returnId: request.id,
      cause: { kind: 'order', id: order.id },
      ...{ sellerId: order.seller_id, senderId: order.buyer_id },
      ...{ fromPincode: order.ship_to_pincode, toPincode: pincode },
      weight_g: pieces.reduce((sum, one) => sum + one.line.weight_g * one.pieces, 0),
    });
    return isNew;
  }
}
