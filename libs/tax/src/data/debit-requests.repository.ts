import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { debitLineText, debitRequestStates, debitWish, type DebitRequestState } from '../domain/debit-request.js';
import { fail } from '../domain/tax.errors.js';
import { DebitRequestEntity } from './debit-request.entity.js';

const row = z.object({
  ...{ id: z.uuid(), document_id: z.uuid(), seller_id: z.uuid(), number: z.string(), note: z.string().nullable() },
  ...{ wishes: z.array(debitWish), lines: z.array(debitLineText), reason: z.string() },
  ...{ state: z.enum(debitRequestStates), asked_by: z.uuid(), asked_at: z.date() },
  ...{ decided_by: z.uuid().nullable(), decided_at: z.date().nullable(), decision_reason: z.string().nullable() },
});
export type DebitRequest = z.infer<typeof row>;

const select = `
  select r.id, r.document_id, r.seller_id, i.number, n.number as note, r.wishes, r.lines, r.reason, r.state, r.asked_by,
         r.asked_at, r.decided_by, r.decided_at, r.decision_reason
    from tax.debit_request r join tax.document i on i.id = r.document_id left join tax.document n on n.id = r.note_id`;

/** Debit notes that are asked for. */
@Injectable()
export class DebitRequests {
  /** @throws debit_request_unknown (404) */
  async byId(tx: Tx, id: string): Promise<DebitRequest> {
    const found = await tx.maybe(row, `${select} where r.id = $1`, [id]);
    if (!found) throw fail('debit_request_unknown');
    return found;
  }

  /** Holds it until the transaction ends. @throws debit_request_unknown (404) */
  async lock(tx: Tx, id: string): Promise<DebitRequest> {
    await tx.run(`select from tax.debit_request where id = $1 for update`, [id]);
    return this.byId(tx, id);
  }

  /** The newest first; an invoice has at most one that is open. */
  page(tx: Tx, state: DebitRequestState, request: PageRequest): Promise<DebitRequest[]> {
    const page = keyset(request, ['r.id'], 'desc', 2);
    return tx.many(row, `${select} where r.state = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`, [
      state,
      ...page.values,
    ]);
  }

  async isOpen(tx: Tx, documentId: string): Promise<boolean> {
    const sql = `select id from tax.debit_request where document_id = $1 and state = 'asked'`;
    return (await tx.maybe(z.object({ id: z.uuid() }), sql, [documentId])) !== null;
  }

  add(tx: Tx, request: Omit<DebitRequest, 'number' | 'note'>): Promise<void> {
    return tx.insert(DebitRequestEntity, { ...request, note_id: null });
  }

  async decide(
    tx: Tx,
    id: string,
    as: { state: DebitRequestState; by: string; reason: string | null; noteId?: string },
  ): Promise<void> {
    await tx.run(
      `update tax.debit_request
          set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, note_id = $6 where id = $1`,
      [id, as.state, as.by, tx.now, as.reason, as.noteId ?? null],
    );
  }
}
