import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What late refunds cost knows since when it is owed, and whether the desk was told that nobody pays it. */
export class OwedCompensationIsTold1795000064790 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // what everybody is owed
    await db.query(`
      alter table payments.compensation
        add column state_since timestamptz not null default platform.now(), add column alarmed_at timestamptz`);
    await db.query(`alter table payments.compensation alter column state_since drop default`);
    await db.query(`
      create index compensation_waits on payments.compensation (state, state_since) where alarmed_at is null`);
    await db.query(`
      create index compensation_alarmed on payments.compensation (alarmed_at) where alarmed_at is not null`);
    await db.query(`
      create trigger state_is_entered before insert or update of state on payments.compensation
        for each row execute function payments.state_is_entered()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger state_is_entered on payments.compensation`);
    await db.query(`alter table payments.compensation drop column state_since, drop column alarmed_at`);
  }
}
