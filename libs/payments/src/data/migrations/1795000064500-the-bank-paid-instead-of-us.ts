import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a shopper's bank took back of a payment counts first against refunds she was promised and not sent: they are
 * replaced by it. The rest is borne by the sales of the checkout, each its share, whether its maker was credited or not.
 */
export class TheBankPaidInsteadOfUs1795000064500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table payments.refund drop constraint refund_state`);
    await db.query(`
      alter table payments.refund add constraint refund_state
        check (state in ('requested', 'initiated', 'manual', 'succeeded', 'replaced')) not valid`);
    await db.query(`alter table payments.refund validate constraint refund_state`);
    await this.addUp(db, `and state <> 'replaced'`, 'amount_paise, payment_id, state');
    await db.query(`
      alter table payments.dispute
        add column borne_paise bigint not null default 0 constraint dispute_borne check (borne_paise between 0 and amount_paise)`);
    await db.query(`
      create table payments.dispute_share (
        provider       text not null,
        dispute_id     text not null,
        cause_kind     text not null,
        cause_id       uuid not null,
        seller_id      uuid,
        amount_paise   bigint not null constraint dispute_share_amount check (amount_paise > 0),
        counted_paise  bigint not null default 0,
        primary key (provider, dispute_id, cause_kind, cause_id),
        constraint dispute_share_of_dispute foreign key (provider, dispute_id) references payments.dispute (provider, provider_id),
        constraint dispute_share_counted check (counted_paise between 0 and amount_paise)
      )`);
    await db.query(`create index dispute_share_by_cause on payments.dispute_share (cause_kind, cause_id)`);
    await db.query(`alter table payments.dispute_share enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.dispute_share using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert, update (counted_paise) on payments.dispute_share to odop_app`);
  }

  private async addUp(db: QueryRunner, which: string, on: string): Promise<void> {
    await db.query(`
      create or replace function payments.refunds_add_up() returns trigger language plpgsql as $$
        begin
          if (select coalesce(sum(amount_paise), 0) from payments.refund where payment_id = new.payment_id ${which})
             is distinct from (select refunded_paise from payments.payment where id = new.payment_id) then
            raise exception 'refunds of payment % are not what was set aside for them', new.payment_id
              using errcode = 'check_violation', constraint = 'refunds_add_up';
          end if;
          return null;
        end $$`);
    await db.query(`drop trigger refunds_add_up on payments.refund`);
    await db.query(`
      create constraint trigger refunds_add_up after insert or update of ${on} on payments.refund
        deferrable initially deferred for each row execute function payments.refunds_add_up()`);
  }

  /** Refunds that were replaced cannot be told from others any more: there must be none. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.dispute_share`);
    await db.query(`alter table payments.dispute drop column borne_paise`);
    await this.addUp(db, '', 'amount_paise, payment_id');
    await db.query(`alter table payments.refund drop constraint refund_state`);
    await db.query(`
      alter table payments.refund add constraint refund_state
        check (state in ('requested', 'initiated', 'manual', 'succeeded'))`);
  }
}
