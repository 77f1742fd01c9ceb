import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members of groups, their consent, and their shares as versions. */
export class GroupsHaveMembers1795000048000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.member (
        id                   uuid primary key,
        seller_id            uuid not null constraint member_of_seller references sellers.seller,
        name_sealed          bytea not null,
        mobile_sealed        bytea,
        mobile_hash          bytea,
        joined_on            date not null,
        left_on              date,
        consent              text not null default 'asked' constraint member_consent check
                             (consent in ('asked', 'code', 'paper')),
        consent_at           timestamptz,
        consent_document_id  uuid,
        added_at             timestamptz not null,
        constraint member_agreed_at_a_time check ((consent = 'asked') = (consent_at is null)),
        constraint member_agreed_on_a_paper check ((consent = 'paper') = (consent_document_id is not null)),
        constraint member_leaves_after_joining check (left_on >= joined_on)
      )`);
    await db.query(`create index member_by_seller on sellers.member (seller_id, joined_on)`);
    await db.query(`create index member_by_mobile on sellers.member (mobile_hash)`);
    await db.query(`grant select, insert, update on sellers.member to odop_app`);
    await this.shares(db);
    const seller = (id: string): string => `exists (
      select 1 from sellers.seller s
       where s.id = ${id} and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
    await this.wall(db, 'member', seller('member.seller_id'));
    await this.wall(db, 'share_table', seller('share_table.seller_id'));
    await this.wall(
      db,
      'member_share',
      `exists (select 1 from sellers.share_table t join sellers.seller s on s.id = t.seller_id
                where t.id = member_share.table_id
                  and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`,
    );
  }

  /** Only added to; that a table is the whole is held at the end of its transaction. */
  private async shares(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.share_table (
        id          uuid primary key,
        seller_id   uuid not null constraint share_table_of_seller references sellers.seller,
        holds_from  date not null,
        set_at      timestamptz not null,
        set_by      uuid,
        reason      text not null
      )`);
    await db.query(`create index share_table_by_day on sellers.share_table (seller_id, holds_from, set_at)`);
    await db.query(`
      create table sellers.member_share (
        table_id   uuid not null constraint member_share_of_table references sellers.share_table,
        member_id  uuid not null constraint member_share_of_member references sellers.member,
        share_bp   integer not null constraint member_share_is_a_part check (share_bp between 1 and 10000),
        primary key (table_id, member_id)
      )`);
    await db.query(`grant select, insert on sellers.share_table, sellers.member_share to odop_app`);
    await db.query(`
      create function sellers.shares_are_the_whole() returns trigger language plpgsql as $$
      begin
        if (select sum(share_bp) from sellers.member_share where table_id = new.table_id) <> 10000 then
          raise exception 'shares of a group add up to 10000 basis points';
        end if;
        return null;
      end $$`);
    await db.query(`
      create constraint trigger shares_are_the_whole after insert on sellers.member_share
        deferrable initially deferred for each row execute function sellers.shares_are_the_whole()`);
  }

  private async wall(db: QueryRunner, table: string, rule: string): Promise<void> {
    await db.query(`alter table sellers.${table} enable row level security`);
    await db.query(`alter table sellers.${table} force row level security`);
    await db.query(`create policy parties on sellers.${table} using (${rule}) with check (${rule})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.member_share`);
    await db.query(`drop function sellers.shares_are_the_whole`);
    await db.query(`drop table sellers.share_table`);
    await db.query(`drop table sellers.member`);
  }
}
