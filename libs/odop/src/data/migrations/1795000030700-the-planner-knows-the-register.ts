import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A register just loaded is unknown to PostgreSQL's planner until autovacuum comes by: until then it reads and sorts the
 * whole list for one page. Only a table's owner may gather statistics, so the service asks this function to.
 */
export class ThePlannerKnowsTheRegister1795000030700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function odop.gather_statistics() returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        analyze odop.state, odop.district, odop.district_alias, odop.pincode, odop.gi, odop.entry, odop.entry_name,
                odop.entry_gi, odop.entry_story, odop.infrastructure;
      end $$`);
    await db.query(`revoke all on function odop.gather_statistics() from public`);
    await db.query(`grant execute on function odop.gather_statistics() to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function odop.gather_statistics()`);
  }
}
