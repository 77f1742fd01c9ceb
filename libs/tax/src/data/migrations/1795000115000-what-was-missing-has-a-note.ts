import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an invoice said too little stands on a debit note, which one of the desk asks for and another agrees to. */
export class WhatWasMissingHasANote1795000115000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table tax.document drop constraint document_kind, drop constraint document_corrects,
        add constraint document_kind
            check (kind in ('tax_invoice', 'bill_of_supply', 'credit_note', 'debit_note')) not valid,
        add constraint document_corrects check (
            (kind in ('credit_note', 'debit_note')) = (corrects_id is not null)
            and (corrects_id is null) = (change_id is null)) not valid`);
    await db.query(`alter table tax.document validate constraint document_kind`);
    await db.query(`alter table tax.document validate constraint document_corrects`);
    await db.query(`
      create table tax.debit_request (
        id               uuid primary key,
        document_id      uuid not null constraint debit_request_of_document references tax.document (id),
        seller_id        uuid not null,
        wishes           jsonb not null,
        lines            jsonb not null,
        reason           text not null constraint debit_request_reason check (length(reason) >= 10),
        state            text not null constraint debit_request_state
                         check (state in ('asked', 'issued', 'refused', 'withdrawn')),
        asked_by         uuid not null,
        asked_at         timestamptz not null,
        decided_by       uuid,
        decided_at       timestamptz,
        decision_reason  text,
        note_id          uuid constraint debit_request_note_is_document references tax.document (id),
        constraint debit_request_by_another check (state not in ('issued', 'refused') or decided_by <> asked_by),
        constraint debit_request_taken_back check (state <> 'withdrawn' or decided_by = asked_by),
        constraint debit_request_decided check (
          (state = 'asked') = (decided_by is null) and (state = 'asked') = (decided_at is null)),
        constraint debit_request_note check ((state = 'issued') = (note_id is not null))
      )`);
    await db.query(`create index debit_request_by_state on tax.debit_request (state, id)`);
    await db.query(`create unique index debit_request_once on tax.debit_request (document_id) where state = 'asked'`);
    await db.query(`alter table tax.debit_request enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.debit_request using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update on tax.debit_request to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.debit_request`);
    await db.query(`
      alter table tax.document drop constraint document_kind, drop constraint document_corrects,
        add constraint document_kind check (kind in ('tax_invoice', 'bill_of_supply', 'credit_note')),
        add constraint document_corrects check (
          (kind = 'credit_note') = (corrects_id is not null) and (kind = 'credit_note') = (change_id is not null))`);
  }
}
