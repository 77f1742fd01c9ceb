import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who makes a product of the register: they are told when it is suspended, withdrawn or renamed. */
export class WhoMakesWhatIsRead1795000044900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view sellers.v_maker_entry as select seller_id, entry_id, since, ended_at from sellers.maker_entry`);
    await db.query(`grant select on sellers.v_maker_entry to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view sellers.v_maker_entry`);
  }
}
