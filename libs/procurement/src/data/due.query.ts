import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { undecided } from '../incident/incident.states.js';

const idRow = z.object({ id: z.uuid() });

@Injectable()
export class DueQuery {
  /** Contracts whose seller did not answer in time. */
  contracts(tx: Tx, limit: number): Promise<string[]> {
    return this.ids(tx, `select id from procurement.contract where due_at <= $1 order by due_at limit $2`, limit);
  }

  /** Deliveries whose consignee did not certify in time; goods received over which an incident is open wait for it. @rule */
  acceptances(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select a.shipment_id as id from procurement.acceptance a
                  where a.due_at <= $1
                    and not (a.state = 'received' and exists (
                      select from procurement.incident i where i.contract_id = a.contract_id and i.state = any($3)))
                  order by a.due_at limit $2`;
    return this.ids(tx, sql, limit, [undecided]);
  }

  /** Deliveries whose office owes a certificate or a payment, and is to be reminded. @rule */
  reminders(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select shipment_id as id from procurement.acceptance where remind_at <= $1 order by remind_at limit $2`;
    return this.ids(tx, sql, limit);
  }

  /** Demands whose payer has not said whether the money is set aside. */
  funds(tx: Tx, limit: number): Promise<string[]> {
    return this.ids(tx, `select id from procurement.demand where check_at <= $1 order by check_at limit $2`, limit);
  }

  /** Demands whose comparison of prices is too old to order from. */
  comparisons(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select d.id from procurement.demand d join procurement.comparison c on c.id = d.comparison_id
                  where d.state = 'compared' and c.valid_until <= $1 order by c.valid_until limit $2`;
    return this.ids(tx, sql, limit);
  }

  /** Bills of which the payer has not said what became of them. */
  bills(tx: Tx, limit: number): Promise<string[]> {
    return this.ids(tx, `select id from procurement.bill where check_at <= $1 order by check_at limit $2`, limit);
  }

  private async ids(tx: Tx, sql: string, limit: number, more: unknown[] = []): Promise<string[]> {
    return (await tx.many(idRow, sql, [tx.now, limit, ...more])).map((row) => row.id);
  }
}
