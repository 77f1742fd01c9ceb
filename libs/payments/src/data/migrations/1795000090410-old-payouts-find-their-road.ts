import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every payout that was there when roads were first kept was given to the bank's interface, also those that went another way
 * (decision 0105). What stands in a file went by file, refunds of cash among them. Where nobody can know any more, no road is
 * kept: who is asked first decides. Rows written by the service have whole milliseconds; those of the first migration do not.
 */
export class OldPayoutsFindTheirRoad1795000090410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the payouts of everybody
    await db.query(`
      insert into payments.payout_road as r (key, provider, made_at)
      select key::text, 'bank-file', made_at from payments.bank_advice
      on conflict (key) do update set provider = excluded.provider where r.provider = 'bank'`);
    await db.query(`
      delete from payments.payout_road r using payments.payout p
       where r.key = p.key::text and r.provider = 'bank' and r.made_at <> date_trunc('milliseconds', r.made_at)
         and (exists (select from payments.beneficiary b
                       where b.owner_id = p.seller_id and b.provider = 'stripe-connect' and b.provider_ref is not null)
              or (p.state = 'scheduled' and exists (select from payments.beneficiary)))`);
  }

  /** What was wrong is not written back. */
  async down(): Promise<void> {}
}
