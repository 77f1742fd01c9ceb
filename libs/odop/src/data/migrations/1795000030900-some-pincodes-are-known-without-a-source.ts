import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ladakh's two head offices stand in no source: that says itself now, and not "the post office's name agrees". */
export class SomePincodesAreKnownWithoutASource1795000030900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.bases(db, `'order', 'knowledge'`);
    await db.query(
      `update odop.pincode set basis = 'knowledge' where pincode in ('194101', '194103') and basis = 'name'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update odop.pincode set basis = 'name' where basis = 'knowledge'`);
    await this.bases(db, `'order'`);
  }

  private async bases(db: QueryRunner, more: string): Promise<void> {
    await db.query(`
      alter table odop.pincode drop constraint pincode_basis,
        add constraint pincode_basis check
          (basis in ('agree', 'name', 'point', 'agree_presplit', 'name_presplit', 'point_presplit', ${more}))`);
  }
}
