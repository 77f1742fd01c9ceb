import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of goods on their way into the catalogue: how far each has come, what its rows say, and what is wrong with them. */
export class GoodsComeInSheets1795000058000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.listing_import (
        id            uuid primary key,
        seller_id     uuid not null constraint listing_import_of_seller references sellers.seller,
        person_id     uuid not null,
        state         text not null constraint listing_import_state check (state in
                        ('received', 'checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')),
        sha256        text not null,
        storage_key   text,
        next_row      integer not null constraint listing_import_next_row check (next_row >= 1),
        rows_read     integer not null default 0,
        submits       boolean not null default false,
        received_at   timestamptz not null,
        checked_at    timestamptz,
        due_at        timestamptz,
        ended_at      timestamptz,
        constraint listing_import_has_ended check ((state in ('applied', 'failed', 'cancelled')) = (ended_at is not null)),
        constraint listing_import_lapses check (due_at is null or state = 'checked')
      )`);
    await db.query(`create index listing_import_by_seller on catalogue.listing_import (seller_id, id)`);
    await db.query(`
      create unique index listing_import_open_once on catalogue.listing_import (seller_id, sha256)
       where state not in ('applied', 'failed', 'cancelled')`);
    await db.query(`create index listing_import_due on catalogue.listing_import (due_at) where due_at is not null`);
    await db.query(
      `create index listing_import_ended on catalogue.listing_import (ended_at) where ended_at is not null`,
    );
    await db.query(`grant select, insert, update, delete on catalogue.listing_import to odop_app`);
    await db.query(`alter table catalogue.listing_import enable row level security`);
    await db.query(`alter table catalogue.listing_import force row level security`);
    await db.query(
      `create policy parties on catalogue.listing_import
         using (platform.may_see(seller_id)) with check (platform.may_see(seller_id))`,
    );
    await db.query(`
      create table catalogue.import_goods (
        import_id   uuid not null constraint import_goods_of_import references catalogue.listing_import on delete cascade,
        "row"       integer not null,
        rows_count  smallint not null constraint import_goods_rows check (rows_count >= 1),
        said        jsonb,
        step        text constraint import_goods_step check (step in ('add', 'revise', 'change', 'none')),
        state       text not null constraint import_goods_state check (state in ('good', 'wrong', 'done', 'refused')),
        listing_id  uuid,
        waits       boolean not null default false,
        is_submitted boolean not null default false,
        primary key (import_id, "row")
      )`);
    await db.query(`create index import_goods_open on catalogue.import_goods (import_id, "row") where state = 'good'`);
    await db.query(`grant select, insert, update, delete on catalogue.import_goods to odop_app`);
    await db.query(`
      create table catalogue.import_fault (
        import_id    uuid not null constraint import_fault_of_import references catalogue.listing_import on delete cascade,
        "row"        integer not null,
        seq          integer not null,
        column_name  text,
        code         text not null,
        value        text,
        facts        jsonb not null,
        primary key (import_id, "row", seq)
      )`);
    await db.query(`grant select, insert, update, delete on catalogue.import_fault to odop_app`);
    await db.query(`
      create table catalogue.fetched_picture (
        seller_id  uuid not null constraint fetched_picture_of_seller references sellers.seller,
        address    text not null,
        media_id   uuid not null constraint fetched_picture_of_media references catalogue.media on delete cascade,
        primary key (seller_id, address)
      )`);
    await db.query(`create index fetched_picture_by_media on catalogue.fetched_picture (media_id)`);
    await db.query(`grant select, insert, update, delete on catalogue.fetched_picture to odop_app`);
    await db.query(`alter table catalogue.fetched_picture enable row level security`);
    await db.query(`alter table catalogue.fetched_picture force row level security`);
    await db.query(
      `create policy parties on catalogue.fetched_picture
         using (platform.may_see(seller_id)) with check (platform.may_see(seller_id))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table catalogue.fetched_picture, catalogue.import_fault, catalogue.import_goods, catalogue.listing_import`,
    );
  }
}
