import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose makers may list under an entry when districts were divided: one place says it for ties, drafts and submissions. */
export class EntriesHaveAGround1795000030800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Versions of one product of one district share its slug; what moved is remembered of the version that moved.
    await db.query(`
      create view odop.v_entry_ground as
        with line as (
          select e.id as entry_id, e.district_id, v.id as version_id, v.effective_from
            from odop.entry e
            join odop.entry v on v.district_id = e.district_id and v.list = e.list and v.slug = e.slug)
        select id as entry_id, district_id, false as is_former from odop.entry
        union
        select l.entry_id, d.id, false from line l
          join odop.district d on d.parent_id = l.district_id and d.valid_from > l.effective_from
        union
        select l.entry_id, p.district_id, true from line l
          join odop.entry_former_place p on p.entry_id = l.version_id`);
    await db.query(`grant select on odop.v_entry_ground to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view odop.v_entry_ground`);
  }
}
