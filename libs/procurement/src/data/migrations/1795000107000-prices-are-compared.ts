import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A demand may say what is compared with what; the sheet of a comparison is kept as it was made, for its office alone,
 * and a contract says from which sheet it came.
 */
export class PricesAreCompared1795000107000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.demand add column goods jsonb, add column comparison_id uuid`);
    await this.states(
      db,
      `'draft', 'approval_pending', 'funds_pending', 'approved', 'compared', 'order_placed', 'fulfilled', 'withdrawn'`,
    );
    await db.query(`alter table procurement.contract add column comparison_id uuid`);
    await db.query(`
      create unique index contract_of_comparison on procurement.contract (comparison_id) where comparison_id is not null`);
    await db.query(`
      create table procurement.comparison (
        id                  uuid primary key,
        demand_id           uuid not null constraint comparison_of_demand references procurement.demand (id),
        office_id           uuid not null,
        made_by             uuid not null,
        wish                jsonb not null,
        decision            jsonb not null,
        chosen_offer_id     uuid not null,
        chosen_total_paise  bigint not null,
        policy              jsonb not null,
        valid_until         timestamptz not null,
        made_at             timestamptz not null
      )`);
    await db.query(`create index comparison_by_demand on procurement.comparison (demand_id)`);
    await db.query(`grant select, insert on procurement.comparison to odop_app`);
    await db.query(`alter table procurement.comparison enable row level security, force row level security`);
    await db.query(`create policy parties_only on procurement.comparison using (platform.may_see(office_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table procurement.comparison`);
    await db.query(`drop index procurement.contract_of_comparison`);
    await db.query(`alter table procurement.contract drop column comparison_id`);
    await this.states(
      db,
      `'draft', 'approval_pending', 'funds_pending', 'approved', 'order_placed', 'fulfilled', 'withdrawn'`,
    );
    await db.query(`alter table procurement.demand drop column goods, drop column comparison_id`);
  }

  private async states(db: QueryRunner, names: string): Promise<void> {
    await db.query(`alter table procurement.demand drop constraint demand_state`);
    await db.query(`alter table procurement.demand add constraint demand_state check (state in (${names})) not valid`);
    await db.query(`alter table procurement.demand validate constraint demand_state`);
  }
}
