import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { PaidSales, type PaidSale } from '#payments';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';

const row = z.object({ id: z.uuid(), seller_id: z.uuid(), kept_paise: paiseColumn, came_back: z.boolean() });

/** The orders behind a checkout's payment. */
@Injectable()
export class PaidOrdersQuery implements OnModuleInit {
  constructor(private readonly paidSales: PaidSales) {}

  onModuleInit(): void {
    this.paidSales.askFor('checkout', (tx, checkoutId) => this.of(tx, checkoutId));
  }

  /** What was paid for each order of a checkout and not given back. @rule S-9 */
  async of(tx: Tx, checkoutId: string): Promise<PaidSale[]> {
    const rows = await tx.many(
      row,
      `select o.id, o.seller_id, o.total_paise - o.refunded_paise as kept_paise,
              not exists (select 1 from orders.order_line l where l.order_id = o.id and l.gone_quantity < l.quantity)
                and not exists (select 1 from orders.line_change c where c.order_id = o.id and c.kind = 'exchanged') as came_back
         from orders."order" o where o.checkout_id = $1 order by o.id`,
      [checkoutId],
    );
    return rows.map(({ id, seller_id: sellerId, kept_paise, came_back: cameBack }) => ({
      ...{ cause: { kind: 'order' as const, id }, sellerId, kept_paise, cameBack },
    }));
  }
}
