import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn, type Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { eInvoiceStates, type EInvoiceEvent } from '../domain/e-invoice.states.js';
import { mustBeRegistered, reportDays, type Registrable } from '../domain/e-invoicing.js';
import { RegisterInvoiceJob } from '../domain/e-invoice.jobs.js';
import { fail } from '../domain/tax.errors.js';
import { EInvoiceEntity } from './e-invoice.entity.js';

const row = z.object({
  document_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(eInvoiceStates.names),
  round: z.number(),
  report_days: z.number().nullable(),
  state_since: z.date(),
  asked_at: z.date().nullable(),
  cancelled_at: z.date().nullable(),
  checked_at: z.date().nullable(),
  refusal: z.string().nullable(),
});
export type EInvoice = z.infer<typeof row>;
/** What the move brings beside the state. */
export type Brings = Partial<
  Pick<EInvoiceEntity, 'refusal' | 'irn' | 'ack_number' | 'acknowledged_at' | 'signed_sealed' | 'round'>
>;

/** A paper just issued. */
type Begun = Registrable & { id: string; seller_id: string; recipient_id: string; corrects_id: string | null };

/** Papers that the portal must know. */
@Injectable()
export class EInvoices {
  constructor(private readonly policy: PolicyQuery) {}

  /** Notes that a paper just issued must be told to the portal, and has it told. @returns false: it need not be @rule */
  async begin(tx: Tx, paper: Begun): Promise<boolean> {
    if (paper.recipient_gstin === null) return false;
    const turnover_paise = await this.turnover(tx, paper.seller_id);
    const threshold_paise = this.policy.at('einvoice.threshold', tx.now);
    const isToldAnyway = paper.corrects_id !== null && (await this.isTold(tx, paper.corrects_id));
    if (!isToldAnyway && !mustBeRegistered(paper, { turnover_paise, threshold_paise })) return false;
    await tx.insert(EInvoiceEntity, {
      ...{ document_id: paper.id, seller_id: paper.seller_id, recipient_id: paper.recipient_id },
      ...{ state: eInvoiceStates.initial, state_since: tx.now, alarmed_at: null, round: 0, asked_at: null },
      report_days: reportDays(turnover_paise, this.policy.at('einvoice.report', tx.now)),
      ...{ refusal: null, irn: null, ack_number: null, acknowledged_at: null, signed_sealed: null },
      ...{ cancelled_at: null, checked_at: null },
    });
    tx.enqueue(RegisterInvoiceJob, { documentId: paper.id, round: 0 });
    return true;
  }

  /** A note follows its invoice, whatever its maker says of her turnover since. */
  private async isTold(tx: Tx, documentId: string): Promise<boolean> {
    const sql = `select document_id from tax.e_invoice where document_id = $1`;
    return (await tx.maybe(z.object({ document_id: z.uuid() }), sql, [documentId])) !== null;
  }

  /** The highest turnover of a year that is known of a maker: what she says, and what she sold here. @rule */
  async turnover(tx: Tx, sellerId: string): Promise<Paise> {
    const found = await tx.maybe(
      z.object({ turnover_paise: paiseColumn }),
      `select greatest(
                coalesce((select turnover_paise from tax.maker_turnover where seller_id = $1), 0),
                coalesce((select max(gross_paise) from tax.seller_year where seller_id = $1), 0)) as turnover_paise`,
      [sellerId],
    );
    return found?.turnover_paise ?? 0n;
  }

  /** Holds its row. @throws tax_registration_not_needed (404), also for one that is not the caller's to see */
  async lock(tx: Tx, documentId: string): Promise<EInvoice> {
    const found = await tx.maybe(
      row,
      `select document_id, seller_id, state, state_since, round, report_days, asked_at, cancelled_at, checked_at, refusal
         from tax.e_invoice where document_id = $1 for update`,
      [documentId],
    );
    if (!found) throw fail('tax_registration_not_needed');
    return found;
  }

  /** Registered ones whose day of cancelling is over and of which the portal was not asked since. */
  async toCheck(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ document_id: z.uuid() }),
      `select document_id from tax.e_invoice where state = 'registered' and checked_at is null and state_since <= $1
        order by state_since limit $2`,
      [before, limit],
    );
    return rows.map(({ document_id }) => document_id);
  }

  /** The registered invoice that a note is of and that may be cancelled yet; null: none. */
  async openInvoiceOf(tx: Tx, noteId: string): Promise<string | null> {
    const found = await tx.maybe(
      z.object({ document_id: z.uuid() }),
      `select e.document_id from tax.e_invoice e join tax.document d on d.corrects_id = e.document_id
        where d.id = $1 and e.state = 'registered' and e.checked_at is null`,
      [noteId],
    );
    return found?.document_id ?? null;
  }

  async isCancelled(tx: Tx, documentId: string): Promise<boolean> {
    const sql = `select document_id from tax.e_invoice where document_id = $1 and cancelled_at is not null`;
    return (await tx.maybe(z.object({ document_id: z.uuid() }), sql, [documentId])) !== null;
  }

  /** What the portal said of it; asked no more. */
  async noteChecked(tx: Tx, { document_id }: EInvoice, isCancelled: boolean): Promise<void> {
    await tx.run(
      `update tax.e_invoice set checked_at = $2, cancelled_at = case when $3 then $2::timestamptz end where document_id = $1`,
      [document_id, tx.now, isCancelled],
    );
  }

  /** From now on the portal may know it. */
  async noteAsked(tx: Tx, { document_id }: EInvoice): Promise<void> {
    await tx.run(`update tax.e_invoice set asked_at = coalesce(asked_at, $2) where document_id = $1`, [
      document_id,
      tx.now,
    ]);
  }

  /** @throws illegal_transition (409) */
  async move(tx: Tx, of: EInvoice, event: EInvoiceEvent, brings: Brings = {}): Promise<void> {
    const state = eInvoiceStates.next(of.state, event);
    await tx.run(
      `update tax.e_invoice
          set state = $2, state_since = $3, alarmed_at = null, refusal = $4, round = $5, irn = $6, ack_number = $7,
              acknowledged_at = $8, signed_sealed = $9
        where document_id = $1`,
      [
        ...[of.document_id, state, tx.now, brings.refusal ?? null, brings.round ?? of.round, brings.irn ?? null],
        ...[brings.ack_number ?? null, brings.acknowledged_at ?? null, brings.signed_sealed ?? null],
      ],
    );
  }
}
