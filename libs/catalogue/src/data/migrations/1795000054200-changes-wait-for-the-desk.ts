import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New versions of goods on sale: the old one stays for sale for a while, then is hidden until the desk has decided. */
export class ChangesWaitForTheDesk1795000054200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.listing_change (
        id             uuid primary key,
        listing_id     uuid not null constraint listing_change_of_listing references catalogue.listing,
        seller_id      uuid not null,
        content        jsonb not null,
        priced         text[] not null,
        fields         text[] not null,
        state          text not null
                       constraint listing_change_state check (state in ('waiting', 'approved', 'returned', 'withdrawn')),
        desk_id        uuid,
        above_desk_id  uuid,
        proposed_at    timestamptz not null,
        hide_at        timestamptz,
        hidden_at      timestamptz,
        due_at         timestamptz,
        escalated_at   timestamptz,
        decided_at     timestamptz,
        decided_by     uuid,
        answer         text,
        constraint listing_change_is_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await db.query(
      `create unique index listing_change_waits_once on catalogue.listing_change (listing_id) where state = 'waiting'`,
    );
    await db.query(
      `create index listing_change_on_desk on catalogue.listing_change (proposed_at, id) where state = 'waiting'`,
    );
    await db.query(
      `create index listing_change_to_hide on catalogue.listing_change (hide_at) where hide_at is not null`,
    );
    await db.query(`create index listing_change_due on catalogue.listing_change (due_at) where due_at is not null`);
    await db.query(`create index listing_change_by_listing on catalogue.listing_change (listing_id, proposed_at)`);
    await db.query(`grant select, insert, update on catalogue.listing_change to odop_app`);
    await db.query(`alter table catalogue.listing_change enable row level security`);
    await db.query(`alter table catalogue.listing_change force row level security`);
    await db.query(
      `create policy parties on catalogue.listing_change
         using (platform.may_see(seller_id, desk_id, above_desk_id))
         with check (platform.may_see(seller_id, desk_id, above_desk_id))`,
    );
    await db.query(`
      create table catalogue.change_image (
        change_id  uuid not null constraint change_image_of_change references catalogue.listing_change,
        media_id   uuid not null constraint change_image_of_media references catalogue.media,
        primary key (change_id, media_id)
      )`);
    await db.query(`create index change_image_by_media on catalogue.change_image (media_id)`);
    await db.query(`grant select, insert, delete on catalogue.change_image to odop_app`);
    // What an officer saw last: small rises add up only to one limit.
    await db.query(`alter table catalogue.offer add column reviewed_price_paise bigint`);
    await db.query(`update catalogue.offer set reviewed_price_paise = price_paise`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.change_image, catalogue.listing_change`);
    await db.query(`alter table catalogue.offer drop column reviewed_price_paise`);
  }
}
