import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The operator's monthly statement says what was supplied and what of it came back; of what came back only the whole was
 * written down so far. Rows from before get the share that the whole has.
 */
export class WhatCameBackLowersWhatIsReported1795000090310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table tax.taken_back add column taxable_paise bigint not null default 0`);
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await db.query(`
      update tax.taken_back b set taxable_paise = w.taxable_paise * b.gross_paise / w.gross_paise
        from tax.withholding w
       where w.cause_kind = b.cause_kind and w.cause_id = b.cause_id and w.gross_paise > 0`);
    await db.query(`
      alter table tax.taken_back
        add constraint taken_back_taxable check (taxable_paise between 0 and gross_paise) not valid`);
    await db.query(`alter table tax.taken_back validate constraint taken_back_taxable`);
    await db.query(`create index withholding_by_month on tax.withholding (made_at, seller_id)`);
    await db.query(`create index taken_back_by_month on tax.taken_back (made_at, seller_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index tax.taken_back_by_month`);
    await db.query(`drop index tax.withholding_by_month`);
    await db.query(`alter table tax.taken_back drop column taxable_paise`);
  }
}
