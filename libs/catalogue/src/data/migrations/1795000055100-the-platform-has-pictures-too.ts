import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that belong to no maker: motifs many goods share. Each is kept once. */
export class ThePlatformHasPicturesToo1795000055100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table catalogue.media alter column seller_id drop not null`);
    await db.query(`create unique index media_of_platform_once on catalogue.media (sha256) where seller_id is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index catalogue.media_of_platform_once`);
    await db.query(`alter table catalogue.media alter column seller_id set not null`);
  }
}
