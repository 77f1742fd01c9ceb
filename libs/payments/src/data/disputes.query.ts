import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { cause, type Cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import { fail } from '../domain/payment.errors.js';

export const disputeStatuses = ['open', 'won', 'lost'] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

const row = z
  .object({
    provider: z.string(),
    provider_id: z.string(),
    payment_id: z.uuid(),
    cause_kind: cause.shape.kind,
    cause_id: z.uuid(),
    amount_paise: paiseColumn,
    paid_paise: paiseColumn,
    status: z.enum(disputeStatuses),
    reason: z.string().nullable(),
    respond_by: z.date().nullable(),
    evidence_at: z.date().nullable(),
    borne_paise: paiseColumn,
    opened_at: z.date(),
    closed_at: z.date().nullable(),
  })
  .transform(({ cause_kind, cause_id, ...rest }) => ({ ...rest, cause: { kind: cause_kind, id: cause_id } as Cause }));
/** A dispute as the payments desk sees it. */
export type DisputeRow = z.infer<typeof row>;

const select = `
  select d.provider, d.provider_id, d.payment_id, p.cause_kind, p.cause_id, d.amount_paise, p.captured_paise as paid_paise,
         d.status, d.reason, d.respond_by, d.evidence_at, d.borne_paise, d.opened_at, d.closed_at
    from payments.dispute d join payments.payment p on p.id = d.payment_id`;

@Injectable()
export class DisputesQuery {
  /** Disputes in a status, by their number at the provider. @rule SM-6 */
  page(tx: Tx, status: DisputeStatus, request: PageRequest<[string]>): Promise<DisputeRow[]> {
    const page = keyset(request, ['d.provider_id'], 'asc', 2);
    const sql = `${select} where d.status = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(row, sql, [status, ...page.values]);
  }

  /** @throws dispute_unknown */
  async byId(tx: Tx, providerId: string): Promise<DisputeRow> {
    const found = await tx.maybe(row, `${select} where d.provider_id = $1`, [providerId]);
    if (!found) throw fail('dispute_unknown');
    return found;
  }
}
