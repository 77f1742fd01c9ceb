import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A parcel knows since when it is in its state, whether the desk was told that nobody moved it, and how often nobody opened to its
 * courier. Parcels of before are counted from this day. None of them is read or written here, while the table is held: what reads
 * them comes later (S-83).
 */
export class ParcelsKnowSinceWhen1795000068410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function fulfilment.state_is_entered() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' or new.state is distinct from old.state then
            new.state_since := platform.now();
            new.alarmed_at := null;
          end if;
          return new;
        end $$`);
    const [{ at }] = await db.query(`select platform.now() as at`);
    // A constant is kept once for all rows of before: none is written.
    await db.query(`
      alter table fulfilment.shipment
        add column state_since timestamptz not null default '${at.toISOString()}',
        add column alarmed_at timestamptz,
        add column attempts smallint not null default 0,
        add constraint shipment_attempts check (attempts >= 0) not valid`);
    await db.query(`alter table fulfilment.shipment alter column state_since drop default`);
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
