import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shares of the registration threshold that makers' sales have reached: each once a year (R-6.9). */
export class TurnoverIsWatched1795000063100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.turnover_mark (
        seller_id        uuid not null,
        financial_year   text not null,
        share_bp         integer not null,
        stops            boolean not null,
        turnover_paise   bigint not null,
        threshold_paise  bigint not null,
        reached_at       timestamptz not null,
        primary key (seller_id, financial_year, share_bp),
        constraint turnover_mark_amounts check (turnover_paise >= 0 and threshold_paise > 0)
      )`);
    await db.query(`alter table tax.turnover_mark enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.turnover_mark using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert on tax.turnover_mark to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.turnover_mark`);
  }
}
