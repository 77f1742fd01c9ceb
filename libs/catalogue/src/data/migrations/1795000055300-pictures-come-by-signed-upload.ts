import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker asks where to send a picture, sends it there, and says so (S-58). */
export class PicturesComeBySignedUpload1795000055300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.picture_upload (
        id            uuid primary key,
        seller_id     uuid not null constraint picture_upload_of_seller references sellers.seller,
        storage_key   text not null,
        content_type  text not null
                      constraint picture_upload_type check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
        size_bytes    integer not null constraint picture_upload_size check (size_bytes between 1 and 5242880),
        until         timestamptz not null,
        media_id      uuid constraint picture_upload_of_media references catalogue.media on delete cascade
      )`);
    await db.query(`create index picture_upload_by_seller on catalogue.picture_upload (seller_id, until)`);
    await db.query(`create index picture_upload_by_end on catalogue.picture_upload (until)`);
    await db.query(`create index picture_upload_by_media on catalogue.picture_upload (media_id)`);
    await db.query(`alter table catalogue.picture_upload enable row level security`);
    await db.query(`alter table catalogue.picture_upload force row level security`);
    await db.query(
      `create policy parties on catalogue.picture_upload
         using (platform.may_see(seller_id)) with check (platform.may_see(seller_id))`,
    );
    await db.query(`grant select, insert, update, delete on catalogue.picture_upload to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.picture_upload`);
  }
}
