import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A journey can ask which of its causes are paid for, or promised at the door, and since when: what was paid and not placed is found by that (S-5). */
export class JourneysSeeWhatIsPaid1795000064780 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view payments.v_paid with (security_invoker = true) as
        select cause_kind, cause_id, state_since as paid_at from payments.payment
         where state in ('due_on_delivery', 'captured', 'disputed', 'releasable', 'settled', 'charged_back')`);
    await db.query(`grant select on payments.v_paid to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view payments.v_paid`);
  }
}
