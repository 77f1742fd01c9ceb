import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The head of department may let orders pass that add up above the ceiling of a comparison, once the authority has justified them;
 * what looked like splitting is kept, for the organisation's vigilance.
 */
export class AHeadLetsABlockPass1795000124100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['demand', 'contract'])
      await db.query(`alter table procurement.${table} add column head_reason text, add column head_approved_by uuid`);
    await db.query(`
      create table procurement.split_warning (
        demand_id      uuid primary key constraint split_warning_of_demand references procurement.demand (id),
        office_id      uuid not null,
        found          text not null constraint split_warning_found check (found in ('warning', 'block')),
        sum_paise      bigint not null,
        ceiling_paise  bigint not null,
        raised_at      timestamptz not null,
        reported_at    timestamptz
      )`);
    await db.query(`create index split_warning_by_office on procurement.split_warning (office_id, raised_at)`);
    await db.query(`grant select, insert, update on procurement.split_warning to odop_app`);
    await db.query(`alter table procurement.split_warning enable row level security, force row level security`);
    await db.query(`create policy parties_only on procurement.split_warning using (platform.may_see(office_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table procurement.split_warning`);
    for (const table of ['demand', 'contract'])
      await db.query(`alter table procurement.${table} drop column head_reason, drop column head_approved_by`);
  }
}
