import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A parcel on its way back knows since when it is in its state, and whether the desk was told; those of before from this day. */
export class ReturnsKnowSinceWhen1795000090452 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ at }] = await db.query(`select platform.now() as at`);
    // A constant is kept once for all rows of before: none is written.
    await db.query(`
      alter table fulfilment.return_parcel
        add column state_since timestamptz not null default '${at.toISOString()}',
        add column alarmed_at timestamptz`);
    await db.query(`alter table fulfilment.return_parcel alter column state_since drop default`);
    await db.query(`
      create trigger state_is_entered before insert or update of state on fulfilment.return_parcel
        for each row execute function fulfilment.state_is_entered()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger state_is_entered on fulfilment.return_parcel`);
    await db.query(`alter table fulfilment.return_parcel drop column state_since, drop column alarmed_at`);
  }
}
