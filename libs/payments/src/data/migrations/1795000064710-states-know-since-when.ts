import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['payment', 'refund', 'payout'];

/**
 * Each row knows since when it is in its state, and whether the desk was told that nobody moved it: whoever writes the state,
 * the database writes the time. Rows of before are counted from this day.
 */
export class StatesKnowSinceWhen1795000064710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function payments.state_is_entered() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' or new.state is distinct from old.state then
            new.state_since := platform.now();
            new.alarmed_at := null;
          end if;
          return new;
        end $$`);
    for (const table of tables) {
      await db.query(
        `alter table payments.${table} add column state_since timestamptz, add column alarmed_at timestamptz`,
      );
      await db.query(`update payments.${table} set state_since = platform.now()`);
      await db.query(`alter table payments.${table} alter column state_since set not null`);
      await db.query(`create index ${table}_waits on payments.${table} (state, state_since) where alarmed_at is null`);
      await db.query(`create index ${table}_alarmed on payments.${table} (alarmed_at) where alarmed_at is not null`);
      await db.query(`
        create trigger state_is_entered before insert or update of state on payments.${table}
          for each row execute function payments.state_is_entered()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) {
      await db.query(`drop trigger state_is_entered on payments.${table}`);
      await db.query(`alter table payments.${table} drop column state_since, drop column alarmed_at`);
    }
    await db.query(`drop function payments.state_is_entered()`);
  }
}
