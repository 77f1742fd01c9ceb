import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { PaidSales, type PaidSale } from '#payments';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';

const row = z.object({ id: z.uuid(), seller_id: z.uuid(), kept_paise: paiseColumn });

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
      `select id, seller_id, total_paise - refunded_paise as kept_paise
         from orders."order" where checkout_id = $1 order by id`,
      [checkoutId],
    );
    return rows.map(({ id, seller_id: sellerId, kept_paise }) => ({
      ...{ cause: { kind: 'order' as const, id }, sellerId, kept_paise },
    }));
  }
}
