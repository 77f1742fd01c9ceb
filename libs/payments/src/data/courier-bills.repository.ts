import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';

const row = z.object({
  id: z.uuid(),
  number: z.string(),
  amount_paise: paiseColumn,
  reason: z.string(),
  paid_by: z.uuid().nullable(),
  paid_at: z.date(),
});
export type CourierBill = z.infer<typeof row>;

/** Where a page of bills ends: by the time, then the id. */
export const courierBillKey = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class CourierBills {
  /** Two bills are not paid out of the same balance: one after the other. */
  async waitForOthers(tx: Tx): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('payments.courier_bill', 64))`);
  }

  async has(tx: Tx, number: string): Promise<boolean> {
    return (await tx.run(`select 1 from payments.courier_bill where number = $1`, [number])) > 0;
  }

  /** Bills that were paid, the latest first. */
  page(tx: Tx, request: PageRequest<z.infer<typeof courierBillKey>>): Promise<CourierBill[]> {
    const page = keyset(request, ['paid_at', 'id'], 'desc', 1);
    return tx.many(
      row,
      `select id, number, amount_paise, reason, paid_by, paid_at from payments.courier_bill
        where true ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
  }
}
