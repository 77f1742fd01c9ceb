import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A collection centre is an organisation: its keepers have a role in it. */
export class CentresAreOrganisations1795000122400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.kinds(db, `'district_nodal', 'collection_centre'`);
  }

  private async kinds(db: QueryRunner, last: string): Promise<void> {
    await db.query(`
      alter table identity.organisation
        drop constraint organisation_kind,
        add constraint organisation_kind check (kind in (
          'seller', 'buyer_ministry', 'buyer_department', 'buyer_organisation', 'buyer_office', 'platform', 'state_nodal', ${last}))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.kinds(db, `'district_nodal'`);
  }
}
