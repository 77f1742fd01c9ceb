import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['trace', 'duplicate_flag'] as const;

/** A device is one more thing two applications can have in common; its keyed hash is forgotten after a while (S-63, S-66). */
export class DevicesAreTracesToo1795000049500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of tables) await this.kinds(db, table, `'pan', 'bank_account', 'mobile', 'device'`);
    await db.query(`create index trace_to_forget on sellers.trace (seen_at) where kind = 'device'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`drop index sellers.trace_to_forget`);
    for (const table of tables) {
      await db.query(`delete from sellers.${table} where kind = 'device'`);
      await this.kinds(db, table, `'pan', 'bank_account', 'mobile'`);
    }
  }

  private async kinds(db: QueryRunner, table: string, kinds: string): Promise<void> {
    await db.query(`alter table sellers.${table} drop constraint ${table}_kind`);
    await db.query(`alter table sellers.${table} add constraint ${table}_kind check (kind in (${kinds})) not valid`);
    await db.query(`alter table sellers.${table} validate constraint ${table}_kind`);
  }
}
