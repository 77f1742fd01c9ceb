import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which names products and districts are looked for, for those who search goods. */
export class NamesArePublished1795000039000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view odop.v_entry_names as
        select e.id as entry_id,
               array(select n.name from odop.entry_name n where n.entry_id = e.id order by n.lang, n.name)
                 || array(select g.name from odop.entry_gi x join odop.gi g on g.id = x.gi_id
                           where x.entry_id = e.id order by g.name) as names
          from odop.entry e`);
    await db.query(`
      create view odop.v_district_names as
        select d.id as district_id,
               array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias) as names
          from odop.district d`);
    await db.query(`grant select on odop.v_entry_names, odop.v_district_names to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view odop.v_entry_names, odop.v_district_names`);
  }
}
