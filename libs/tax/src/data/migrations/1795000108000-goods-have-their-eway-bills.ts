import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods above the value of the law move only with an e-way bill: which papers need one, and what the portal gave. */
export class GoodsHaveTheirEWayBills1795000108000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tax.eway_bill (
        document_id   uuid primary key constraint eway_bill_of_document references tax.document (id),
        seller_id     uuid not null,
        recipient_id  uuid not null,
        why           text not null constraint eway_bill_why check (why in ('value', 'handicraft')),
        state         text not null constraint eway_bill_state check (state in ('waiting', 'refused', 'made')),
        state_since   timestamptz not null,
        alarmed_at    timestamptz,
        round         integer not null constraint eway_bill_round check (round >= 0),
        asked_at      timestamptz,
        refusal       text,
        number        text constraint eway_bill_number check (number ~ '^[0-9]{12}$'),
        made_at       timestamptz,
        distance_km   integer constraint eway_bill_distance check (distance_km between 0 and 4000),
        valid_days    integer constraint eway_bill_days check (valid_days > 0),
        constraint eway_bill_made check ((state = 'made') = (number is not null)
          and num_nulls(number, made_at, distance_km, valid_days) in (0, 4)),
        constraint eway_bill_refused check ((state = 'refused') = (refusal is not null))
      )`);
    await db.query(`
      create index eway_bill_waits on tax.eway_bill (state, state_since)
       where alarmed_at is null and state in ('waiting', 'refused')`);
    await db.query(`alter table tax.eway_bill enable row level security, force row level security`);
    await db.query(`create policy parties_only on tax.eway_bill using (platform.may_see(seller_id, recipient_id))`);
    await db.query(`grant select, insert, update on tax.eway_bill to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table tax.eway_bill`);
  }
}
