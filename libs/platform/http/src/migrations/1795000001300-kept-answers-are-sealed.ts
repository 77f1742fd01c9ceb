import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers may name persons and addresses. Those kept so far are forgotten: they live for days at most. */
export class KeptAnswersAreSealed1795000001300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`delete from platform.idempotency`);
    await db.query(`alter table platform.idempotency add column master_version smallint`);
    await db.query(`
      alter table platform.idempotency add constraint idempotency_answer_is_sealed
        check ((answer is null) = (master_version is null))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table platform.idempotency drop column master_version`);
  }
}
