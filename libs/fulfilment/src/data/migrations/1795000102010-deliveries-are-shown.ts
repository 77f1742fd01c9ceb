import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery may be proved by a photo: a row here, the sealed photo in the store under a name nobody can guess. */
export class DeliveriesAreShown1795000102010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fulfilment.delivery_photo (
        id            uuid primary key,
        shipment_id   uuid not null constraint delivery_photo_of_shipment references fulfilment.shipment (id),
        seller_id     uuid not null,
        receiver_id   uuid not null,
        content_type  text not null constraint delivery_photo_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        sha256        text not null constraint delivery_photo_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key   text not null,
        state         text not null constraint delivery_photo_state check
                      (state in ('waiting', 'clean', 'infected', 'expired')),
        given_at      timestamptz not null,
        scanned_at    timestamptz,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint delivery_photo_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint delivery_photo_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`
      create unique index delivery_photo_once on fulfilment.delivery_photo (shipment_id) where ended_at is null`);
    await db.query(`create index delivery_photo_by_shipment on fulfilment.delivery_photo (shipment_id, given_at)`);
    await db.query(`create index delivery_photo_kept on fulfilment.delivery_photo (given_at) where ended_at is null`);
    await db.query(`alter table fulfilment.delivery_photo enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on fulfilment.delivery_photo using (platform.may_see(seller_id, receiver_id))`,
    );
    await db.query(`grant select, insert on fulfilment.delivery_photo to odop_app`);
    await db.query(`grant update (state, scanned_at, ended_at, destroyed_at) on fulfilment.delivery_photo to odop_app`);
    await this.proofs(db, `'code', 'receiver', 'desk', 'photo'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.proofs(db, `'code', 'receiver', 'desk'`);
    await db.query(`drop table fulfilment.delivery_photo`);
  }

  private async proofs(db: QueryRunner, listed: string): Promise<void> {
    await db.query(`alter table fulfilment.shipment drop constraint shipment_delivery_proof`);
    await db.query(`
      alter table fulfilment.shipment add constraint shipment_delivery_proof
        check (delivery_proof in (${listed})) not valid`);
    await db.query(`alter table fulfilment.shipment validate constraint shipment_delivery_proof`);
  }
}
