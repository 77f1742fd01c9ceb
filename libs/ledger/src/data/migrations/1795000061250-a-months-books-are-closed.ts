import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A month's books are closed once and for all: what stood on every account is kept with a digest of every transfer, and from
 * then on the database takes nothing dated into it (S-1). A transfer bears the time its transaction began, so one that began
 * before the month was over and came too late is asked to begin again (40001) and stands in the open month.
 */
export class AMonthsBooksAreClosed1795000061250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ledger.period (
        month      text primary key constraint period_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        before_at  timestamptz not null,
        asked_by   uuid,
        asked_at   timestamptz not null,
        closed_by  uuid,
        closed_at  timestamptz,
        transfers  bigint constraint period_transfers check (transfers >= 0),
        trial      jsonb,
        digest     text,
        constraint period_closed_whole check ((closed_at is null) = (digest is null)
          and (closed_at is null) = (trial is null) and (closed_at is null) = (transfers is null)),
        constraint period_closed_by_another check (closed_at is null or closed_by is distinct from asked_by)
      )`);
    await db.query(`create index transfer_by_time on ledger.transfer using brin (posted_at)`);
    await db.query(`
      create function ledger.periods_stay() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and old.closed_at is null then return new; end if;
          raise exception 'ledger.period: a closed month is never changed or opened again';
        end $$`);
    await db.query(`
      create trigger periods_stay before update or delete on ledger.period
        for each row execute function ledger.periods_stay()`);
    await db.query(`
      create function ledger.closed_months_stay() returns trigger language plpgsql as $$
        declare until timestamptz;
        begin
          select max(before_at) into until from ledger.period where closed_at is not null;
          if until is not null and exists (select 1 from posted where posted_at < until) then
            raise exception 'ledger.transfer: the month is closed; a correction is posted in the open one' using errcode = '40001';
          end if;
          return null;
        end $$`);
    await db.query(`
      create trigger closed_months_stay after insert on ledger.transfer referencing new table as posted
        for each statement execute function ledger.closed_months_stay()`);
    // Who closes waits for everybody who is posting, and they for him: the service may not lock the table by itself.
    await db.query(`
      create function ledger.stop_posting() returns void language plpgsql security definer set search_path = '' as $$
        begin lock table ledger.transfer in share mode; end $$`);
    await db.query(`revoke all on function ledger.stop_posting() from public`);
    await db.query(`grant execute on function ledger.stop_posting() to odop_app`);
    await db.query(`grant select, insert, update on ledger.period to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger closed_months_stay on ledger.transfer`);
    await db.query(`drop function ledger.stop_posting()`);
    await db.query(`drop function ledger.closed_months_stay()`);
    await db.query(`drop index ledger.transfer_by_time`);
    await db.query(`drop table ledger.period`);
    await db.query(`drop function ledger.periods_stay()`);
  }
}
