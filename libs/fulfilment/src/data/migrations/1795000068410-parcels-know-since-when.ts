import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A parcel knows since when it is in its state, whether the desk was told that nobody moved it, and how often nobody opened to its
 * courier. Parcels of before are counted from this day.
 */
export class ParcelsKnowSinceWhen1795000068410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      create function fulfilment.state_is_entered() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' or new.state is distinct from old.state then
            new.state_since := platform.now();
            new.alarmed_at := null;
          end if;
          return new;
        end $$`);
    await db.query(`
      alter table fulfilment.shipment
        add column state_since timestamptz,
        add column alarmed_at timestamptz,
        add column attempts smallint not null default 0,
        add constraint shipment_attempts check (attempts >= 0) not valid`);
    await db.query(`alter table fulfilment.shipment validate constraint shipment_attempts`);
    await db.query(`update fulfilment.shipment set state_since = platform.now()`);
    await db.query(`alter table fulfilment.shipment alter column state_since set not null`);
    await db.query(`
      create index shipment_waits on fulfilment.shipment (state, state_since)
        where alarmed_at is null and state in ('created', 'ready', 'in_transit', 'out_for_delivery', 'rto_initiated')`);
    await db.query(`
      create trigger state_is_entered before insert or update of state on fulfilment.shipment
        for each row execute function fulfilment.state_is_entered()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger state_is_entered on fulfilment.shipment`);
    await db.query(`
      alter table fulfilment.shipment drop column state_since, drop column alarmed_at, drop column attempts`);
    await db.query(`drop function fulfilment.state_is_entered()`);
  }
}
