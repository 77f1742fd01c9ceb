import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The e-way bill of goods that will not move is cancelled at the portal, or kept with why the portal would not. */
export class AnEWayBillIsCalledOff1795000121000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.checks(db, {
      eway_bill_state: `state in ('waiting', 'refused', 'made', 'cancelling', 'cancelled', 'kept')`,
      eway_bill_made: `case when state in ('waiting', 'refused') then number is null when state = 'made' then number is not null else true end
                        and num_nulls(number, made_at, distance_km, valid_days) in (0, 4)`,
      eway_bill_refused: `(state in ('refused', 'kept')) = (refusal is not null)`,
    });
    await this.waits(db, `'waiting', 'refused', 'cancelling'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.waits(db, `'waiting', 'refused'`);
    await this.checks(db, {
      eway_bill_state: `state in ('waiting', 'refused', 'made')`,
      eway_bill_made: `(state = 'made') = (number is not null) and num_nulls(number, made_at, distance_km, valid_days) in (0, 4)`,
      eway_bill_refused: `(state = 'refused') = (refusal is not null)`,
    });
  }

  private async waits(db: QueryRunner, states: string): Promise<void> {
    await db.query(`drop index tax.eway_bill_waits`);
    await db.query(`
      create index eway_bill_waits on tax.eway_bill (state, state_since)
       where alarmed_at is null and state in (${states})`);
  }

  private async checks(db: QueryRunner, rules: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, rule] of Object.entries(rules)) {
      await db.query(`alter table tax.eway_bill drop constraint ${name}`);
      await db.query(`alter table tax.eway_bill add constraint ${name} check (${rule}) not valid`);
      await db.query(`alter table tax.eway_bill validate constraint ${name}`);
    }
  }
}
