import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may carry the name of a GI is reminded before her certificate ends: those there are looked at once. */
export class RightsToAGiAreWatched1795000049000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update sellers.seller s set watch_at = least(s.watch_at, platform.now())
       where s.state in ('verified', 'active', 'restricted')
         and exists (select 1 from sellers.gi_authorisation a where a.seller_id = s.id and a.state = 'verified')`);
  }

  /** Being looked at once more does no harm. */
  async down(): Promise<void> {}
}
