import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures nobody used are forgotten; a clock finds them by their age. */
export class UnusedPicturesGo1795000051000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index media_by_age on catalogue.media (uploaded_at)`);
    // Held by who puts a picture into a listing and by who takes it away: the column itself never changes.
    await db.query(`grant delete, update (uploaded_at) on catalogue.media to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke delete, update (uploaded_at) on catalogue.media from odop_app`);
    await db.query(`drop index catalogue.media_by_age`);
  }
}
