import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A demand may come back with a reason and be written anew; splitting is justified by the authority, not by the buyer
 * a contract keeps what was weighed against the ceilings, may end with all its goods rejected,
 * and is the only live one of its demand.
 */
export class DecisionsAreKeptWithTheirReasons1795000082000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table procurement.demand
        add column rewritten_by uuid,
        add column returned_because text,
        add column justification text,
        add column justified_by uuid`);
    await db.query(`
      alter table procurement.contract
        add column earlier_paise bigint not null default 0,
        add column justified_by uuid`);
    await db.query(`alter table procurement.contract alter column earlier_paise drop default`);
    await this.states(
      db,
      `'issued', 'accepted', 'dispatched', 'delivered', 'settled', 'completed', 'declined', 'lapsed', 'rejected'`,
    );
    await db.query(`
      create unique index contract_live_once_per_demand on procurement.contract (demand_id)
        where state not in ('declined', 'lapsed', 'rejected')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index procurement.contract_live_once_per_demand`);
    await this.states(
      db,
      `'issued', 'accepted', 'dispatched', 'delivered', 'settled', 'completed', 'declined', 'lapsed'`,
    );
    await db.query(`alter table procurement.contract drop column earlier_paise, drop column justified_by`);
    await db.query(`
      alter table procurement.demand
        drop column rewritten_by, drop column returned_because, drop column justification, drop column justified_by`);
  }

  private async states(db: QueryRunner, names: string): Promise<void> {
    await db.query(`alter table procurement.contract drop constraint contract_state`);
    await db.query(
      `alter table procurement.contract add constraint contract_state check (state in (${names})) not valid`,
    );
    await db.query(`alter table procurement.contract validate constraint contract_state`);
  }
}
