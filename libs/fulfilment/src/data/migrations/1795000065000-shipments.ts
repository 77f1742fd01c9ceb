import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Shipments1795000065000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema fulfilment`);
    await db.query(`grant usage on schema fulfilment to odop_app`);
    await db.query(`
      create table fulfilment.shipment (
        id             uuid primary key,
        cause_kind     text not null,
        cause_id       uuid not null,
        seller_id      uuid not null,
        receiver_id    uuid not null,
        from_pincode   text not null,
        to_pincode     text not null,
        weight_g       integer not null constraint shipment_weight check (weight_g > 0),
        state          text not null,
        courier        text,
        awb            text,
        made_at        timestamptz not null,
        dispatched_at  timestamptz,
        delivered_at   timestamptz,
        constraint shipment_once_per_cause unique (cause_kind, cause_id),
        constraint shipment_by_awb unique (courier, awb),
        constraint shipment_state check (state in ('created', 'ready', 'in_transit', 'out_for_delivery', 'rto_initiated',
                                                   'delivered', 'lost_damaged', 'rto_delivered', 'cancelled'))
      )`);
    await db.query(`create index shipment_by_seller on fulfilment.shipment (seller_id, state, id)`);
    await db.query(`
      create table fulfilment.shipment_line (
        shipment_id  uuid not null references fulfilment.shipment (id),
        offer_id     uuid not null,
        seller_id    uuid not null,
        receiver_id  uuid not null,
        title        text not null,
        quantity     integer not null constraint shipment_line_quantity check (quantity > 0),
        primary key (shipment_id, offer_id)
      )`);
    for (const table of ['shipment', 'shipment_line']) {
      await db.query(`alter table fulfilment.${table} enable row level security, force row level security`);
      await db.query(
        `create policy parties_only on fulfilment.${table} using (platform.may_see(seller_id, receiver_id))`,
      );
    }
    await db.query(`
      create table fulfilment.tracking_notice (
        courier      text not null,
        event_id     text not null,
        awb          text not null,
        kind         text,
        at           timestamptz not null,
        received_at  timestamptz not null,
        primary key (courier, event_id)
      )`);
    await db.query(`create index tracking_notice_by_awb on fulfilment.tracking_notice (courier, awb)`);
    await db.query(`grant select, insert, update on fulfilment.shipment to odop_app`);
    await db.query(`grant select, insert on fulfilment.shipment_line, fulfilment.tracking_notice to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema fulfilment cascade`);
  }
}
