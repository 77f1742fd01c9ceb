import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and scans of papers: a row here, the sealed file in the store under a name nobody can guess (S-58, S-63). */
export class PapersHaveDocuments1795000044000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.document (
        id            uuid primary key,
        seller_id     uuid not null constraint document_of_seller references sellers.seller,
        kind          text not null constraint document_kind check
                      (kind in ('authorised_person', 'pan', 'pehchan_card', 'weaver_id', 'shg_code', 'registration',
                                'producer_register', 'udyam', 'dpiit', 'gst', 'itr', 'bank_account', 'fssai', 'gi_user',
                                'land_border')),
        content_type  text not null constraint document_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        pages         integer not null constraint document_has_pages check (pages >= 1),
        storage_key   text not null,
        state         text not null constraint document_state check
                      (state in ('waiting', 'clean', 'infected', 'replaced', 'removed', 'erased')),
        given_at      timestamptz not null,
        scanned_at    timestamptz,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint document_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint document_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`create index document_by_seller on sellers.document (seller_id, given_at)`);
    await db.query(`grant select, insert, update on sellers.document to odop_app`);
    const rule = `exists (
      select 1 from sellers.seller s
       where s.id = document.seller_id and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
    await db.query(`alter table sellers.document enable row level security`);
    await db.query(`alter table sellers.document force row level security`);
    await db.query(`create policy parties on sellers.document using (${rule}) with check (${rule})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.document`);
  }
}
