import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sellers who have a PAN, an account or a mobile in common are shown to the officer; keyed hashes only (S-63). */
export class DuplicatesAreShownToTheDesk1795000047500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.trace (
        seller_id   uuid not null constraint trace_of_seller references sellers.seller,
        kind        text not null constraint trace_kind check (kind in ('pan', 'bank_account', 'mobile')),
        value_hash  bytea not null,
        seen_at     timestamptz not null,
        primary key (seller_id, kind, value_hash)
      )`);
    await db.query(`create index trace_by_hash on sellers.trace (kind, value_hash)`);
    await db.query(`grant select, insert, delete on sellers.trace to odop_app`);
    await db.query(`
      create table sellers.duplicate_flag (
        id          uuid primary key,
        seller_id   uuid not null constraint duplicate_flag_of_seller references sellers.seller,
        other_id    uuid not null constraint duplicate_flag_of_other references sellers.seller,
        kind        text not null constraint duplicate_flag_kind check (kind in ('pan', 'bank_account', 'mobile')),
        found_at    timestamptz not null,
        state       text not null default 'open' constraint duplicate_flag_state check
                    (state in ('open', 'cleared', 'confirmed')),
        decided_by  uuid,
        decided_at  timestamptz,
        reason      text,
        constraint duplicate_flag_once unique (seller_id, other_id, kind),
        constraint duplicate_flag_of_two check (seller_id <> other_id),
        constraint duplicate_flag_decided_with_a_reason
          check ((state = 'open') = (decided_at is null) and (state = 'open') = (reason is null))
      )`);
    await db.query(`grant select, insert, update, delete on sellers.duplicate_flag to odop_app`);
    const desks = `exists (
      select 1 from sellers.seller s
       where s.id = duplicate_flag.seller_id and platform.may_see(s.desk_id, s.above_desk_id))`;
    await this.wall(db, 'trace', 'platform.may_see(seller_id)');
    await this.wall(db, 'duplicate_flag', desks);
  }

  private async wall(db: QueryRunner, table: string, rule: string): Promise<void> {
    await db.query(`alter table sellers.${table} enable row level security`);
    await db.query(`alter table sellers.${table} force row level security`);
    await db.query(`create policy parties on sellers.${table} using (${rule}) with check (${rule})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.duplicate_flag`);
    await db.query(`drop table sellers.trace`);
  }
}
