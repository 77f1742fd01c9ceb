import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a shopper shows of goods she sends back: a row here, the sealed photo in the store under a name nobody can guess. */
export class ReturnsHavePhotos1795000071070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table orders.return_photo (
        id            uuid primary key,
        order_id      uuid not null constraint return_photo_of_order references orders."order" (id),
        request_id    uuid constraint return_photo_of_request references orders.return_request (id),
        buyer_id      uuid not null,
        seller_id     uuid not null,
        content_type  text not null constraint return_photo_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        sha256        text not null constraint return_photo_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key   text not null,
        state         text not null constraint return_photo_state check
                      (state in ('waiting', 'clean', 'infected', 'removed', 'expired')),
        given_at      timestamptz not null,
        scanned_at    timestamptz,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint return_photo_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint return_photo_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`create index return_photo_by_order on orders.return_photo (order_id, given_at)`);
    await db.query(`create index return_photo_kept on orders.return_photo (given_at) where ended_at is null`);
    await db.query(`alter table orders.return_photo enable row level security, force row level security`);
    await db.query(`create policy parties_only on orders.return_photo using (platform.may_see(buyer_id, seller_id))`);
    await db.query(`grant select, insert on orders.return_photo to odop_app`);
    await db.query(
      `grant update (request_id, state, scanned_at, ended_at, destroyed_at) on orders.return_photo to odop_app`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table orders.return_photo`);
  }
}
