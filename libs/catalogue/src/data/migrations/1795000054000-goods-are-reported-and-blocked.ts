import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody says against goods, what the desk finds, and the maker's words against it. */
export class GoodsAreReportedAndBlocked1795000054000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table catalogue.listing
        add column blocked_for text constraint listing_blocked_for check (blocked_for in ('report', 'licence')),
        add constraint listing_blocked_says_why check ((state = 'blocked') = (blocked_for is not null))`);
    await this.reports(db);
    await this.appeals(db);
  }

  private async reports(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.report (
        id             uuid primary key,
        listing_id     uuid not null constraint report_of_listing references catalogue.listing,
        seller_id      uuid not null,
        reporter_id    uuid not null,
        reason         text not null constraint report_reason check
                       (reason in ('ip', 'not_as_described', 'false_origin', 'not_handmade', 'unsafe', 'prohibited',
                                   'above_mrp', 'offensive', 'other')),
        words          text not null,
        state          text not null constraint report_state check (state in ('waiting', 'upheld', 'dismissed')),
        desk_id        uuid,
        above_desk_id  uuid,
        made_at        timestamptz not null,
        due_at         timestamptz,
        escalated_at   timestamptz,
        decided_at     timestamptz,
        decided_by     uuid,
        answer         text,
        constraint report_is_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await db.query(
      `create unique index report_waits_once on catalogue.report (listing_id, reporter_id) where state = 'waiting'`,
    );
    await db.query(`create index report_on_desk on catalogue.report (made_at, id) where state = 'waiting'`);
    await db.query(`create index report_due on catalogue.report (due_at) where due_at is not null`);
    await db.query(
      `create index report_of_ip on catalogue.report (seller_id) where reason = 'ip' and state = 'upheld'`,
    );
    await db.query(`create index report_by_reporter on catalogue.report (reporter_id, made_at)`);
    await db.query(`grant select, insert, update on catalogue.report to odop_app`);
    await this.wall(db, 'report', 'reporter_id, desk_id, above_desk_id');
  }

  private async appeals(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.block_appeal (
        id          uuid primary key,
        listing_id  uuid not null constraint block_appeal_of_listing references catalogue.listing,
        seller_id   uuid not null,
        desk_id     uuid,
        words       text not null,
        made_at     timestamptz not null,
        decided_at  timestamptz,
        decided_by  uuid,
        is_allowed  boolean,
        reason      text,
        constraint block_appeal_is_decided check ((decided_at is null) = (is_allowed is null))
      )`);
    await db.query(
      `create unique index block_appeal_waits_once on catalogue.block_appeal (listing_id) where decided_at is null`,
    );
    await db.query(`create index block_appeal_by_listing on catalogue.block_appeal (listing_id, made_at)`);
    await db.query(
      `create index block_appeal_on_desk on catalogue.block_appeal (desk_id, made_at) where decided_at is null`,
    );
    await db.query(`grant select, insert, update on catalogue.block_appeal to odop_app`);
    await this.wall(db, 'block_appeal', 'seller_id, desk_id');
  }

  /** Who reported is known to the desk only, never to the maker (S-43). */
  private async wall(db: QueryRunner, table: string, parties: string): Promise<void> {
    await db.query(`alter table catalogue.${table} enable row level security`);
    await db.query(`alter table catalogue.${table} force row level security`);
    await db.query(
      `create policy parties on catalogue.${table}
         using (platform.may_see(${parties})) with check (platform.may_see(${parties}))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.report, catalogue.block_appeal`);
    await db.query(`alter table catalogue.listing drop constraint listing_blocked_says_why, drop column blocked_for`);
  }
}
