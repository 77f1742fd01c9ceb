import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invoice says whether it was paid before the goods left, or is paid at the door; older papers and notes say nothing. */
export class PapersSayWhenTheyArePaid1795000113000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table tax.document
        add column paid_when text constraint document_paid_when check (paid_when in ('before', 'at_door')),
        add column payment_reference text,
        add constraint document_payment check ((paid_when is null) = (payment_reference is null))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table tax.document drop column payment_reference, drop column paid_when`);
  }
}
