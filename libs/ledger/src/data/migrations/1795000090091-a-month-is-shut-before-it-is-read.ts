import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A month takes nothing from the moment it is shut; what it is made of is read after that, a day at a time, so that closing a month
 * of millions of transfers holds nobody up and fits the time a statement may take.
 */
export class AMonthIsShutBeforeItIsRead1795000090091 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ledger.period add column closing_at timestamptz,
        add constraint period_shut_by_another check (closing_at is null or closed_by is distinct from asked_by)`);
    await this.takesNothing(db, 'closed_at is not null or closing_at is not null');
    await db.query(`
      create or replace function ledger.periods_stay() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and old.closed_at is null
             and (new.month, new.before_at) is not distinct from (old.month, old.before_at)
             and (old.closing_at is null or new.closing_at is not distinct from old.closing_at) then return new; end if;
          raise exception 'ledger.period: a closed month is never changed or opened again';
        end $$`);
  }

  private takesNothing(db: QueryRunner, which: string): Promise<unknown> {
    return db.query(`
      create or replace function ledger.closed_months_stay() returns trigger language plpgsql as $$
        declare until timestamptz;
        begin
          select max(before_at) into until from ledger.period where ${which};
          if until is not null and exists (select 1 from posted where posted_at < until) then
            raise exception 'ledger.transfer: the month is closed; a correction is posted in the open one' using errcode = '40001';
          end if;
          return null;
        end $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.takesNothing(db, 'closed_at is not null');
    await db.query(`
      create or replace function ledger.periods_stay() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and old.closed_at is null then return new; end if;
          raise exception 'ledger.period: a closed month is never changed or opened again';
        end $$`);
    await db.query(`alter table ledger.period drop column closing_at`);
  }
}
