import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a review, and the answer to it, were published first: who is told of them is told once. */
export class OfReviewsPeopleHearOnce1795000059200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table catalogue.review add column told_at timestamptz, add column answer_told_at timestamptz`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.review drop column told_at, drop column answer_told_at`);
  }
}
