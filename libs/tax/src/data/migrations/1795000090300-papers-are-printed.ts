import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each document is printed once, with and without the name of who bought; the file lies sealed in the store. */
export class PapersArePrinted1795000090300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.document_file (
        document_id   uuid not null constraint document_file_of_document references tax.document (id),
        edition       text not null constraint document_file_edition check (edition in ('named', 'unnamed')),
        seller_id     uuid not null,
        recipient_id  uuid not null,
        storage_key   text not null,
        size_bytes    integer not null constraint document_file_size check (size_bytes > 0),
        sha256        bytea not null,
        printed_at    timestamptz not null,
        primary key (document_id, edition)
      )`);
    await db.query(`alter table tax.document_file enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.document_file using (platform.may_see(seller_id, recipient_id))`);
    await db.query(`grant select, insert on tax.document_file to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.document_file`);
  }
}
