import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invoices between two registered businesses are told to the government's portal. Who bought bears her GSTIN on the paper;
 * what makers say of their turnover decides whose papers are told.
 */
export class InvoicesAreRegistered1795000105000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table tax.document add column recipient_gstin text`);
    await db.query(`
      create table tax.e_invoice (
        document_id      uuid primary key constraint e_invoice_of_document references tax.document (id),
        seller_id        uuid not null,
        recipient_id     uuid not null,
        state            text not null constraint e_invoice_state check (state in ('waiting', 'refused', 'registered')),
        state_since      timestamptz not null,
        alarmed_at       timestamptz,
        round            integer not null constraint e_invoice_round check (round >= 0),
        report_days      integer,
        asked_at         timestamptz,
        refusal          text,
        irn              text constraint e_invoice_irn check (irn ~ '^[0-9a-f]{64}$'),
        ack_number       text,
        acknowledged_at  timestamptz,
        signed_sealed    bytea,
        constraint e_invoice_registered check ((state = 'registered') = (irn is not null)
          and num_nulls(irn, ack_number, acknowledged_at, signed_sealed) in (0, 4)),
        constraint e_invoice_refused check ((state = 'refused') = (refusal is not null))
      )`);
    await db.query(`
      create index e_invoice_waits on tax.e_invoice (state, state_since)
       where alarmed_at is null and state in ('waiting', 'refused')`);
    await db.query(`
      create table tax.maker_turnover (
        seller_id       uuid primary key,
        turnover_paise  bigint not null constraint maker_turnover_amount check (turnover_paise >= 0),
        declared_at     timestamptz not null
      )`);
    for (const table of ['e_invoice', 'maker_turnover'])
      await db.query(`alter table tax.${table} enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.e_invoice using (platform.may_see(seller_id, recipient_id))`);
    await db.query(`create policy parties_only on tax.maker_turnover using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update on tax.e_invoice, tax.maker_turnover to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.maker_turnover`);
    await db.query(`drop table tax.e_invoice`);
    await db.query(`alter table tax.document drop column recipient_gstin`);
  }
}
