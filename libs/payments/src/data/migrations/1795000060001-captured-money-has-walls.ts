import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was captured bounds what leaves: promised back, released to makers, taken back by the shopper's bank (S-9). Refunds
 * are followed instead of repeated blindly, an unpaid payment ends by its clock, and disputes are kept.
 */
export class CapturedMoneyHasWalls1795000060001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('odop.scope', 'system', true)`); // the rows of everybody
    await this.payment(db);
    await this.refund(db);
    await this.dispute(db);
  }

  private async payment(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.payment
        add column captured_paise bigint not null default 0,
        add column released_paise bigint not null default 0,
        add column taken_back_paise bigint not null default 0,
        add column due_at timestamptz,
        add column check_at timestamptz`);
    await db.query(`update payments.payment set captured_paise = amount_paise where state = 'captured'`);
    await db.query(`
      update payments.payment p set released_paise = e.released
        from (select owner, sum(amount_paise)::bigint as released from ledger.v_entry
               where code = 'buyer_escrow' and why = 'release_to_seller' group by owner) e
       where p.cause_id = e.owner`);
    // Whoever has not paid by now has the time to pay of a new one.
    await db.query(`
      update payments.payment
         set due_at = platform.now() + interval '15 minutes', check_at = platform.now() + interval '15 minutes'
       where state = 'intent_created'`);
    await db.query(`alter table payments.payment drop constraint payment_refunds_fit`);
    await db.query(`
      alter table payments.payment
        add constraint payment_captured check (captured_paise between 0 and amount_paise) not valid,
        add constraint payment_parts check (refunded_paise >= 0 and released_paise >= 0 and taken_back_paise >= 0) not valid,
        add constraint payment_parts_fit
          check (refunded_paise + released_paise + taken_back_paise <= captured_paise) not valid`);
    for (const name of ['payment_captured', 'payment_parts', 'payment_parts_fit']) {
      await db.query(`alter table payments.payment validate constraint ${name}`);
    }
    await db.query(`create index payment_to_check on payments.payment (check_at) where check_at is not null`);
  }

  private async refund(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table payments.refund
        add column tries integer not null default 0,
        add column failure text,
        add column check_at timestamptz`);
    await db.query(`update payments.refund set check_at = platform.now() where state = 'initiated'`);
    await db.query(`create index refund_to_check on payments.refund (check_at) where check_at is not null`);
    await db.query(`create index refund_by_provider_id on payments.refund (provider_id)`);
    // A refund nobody set aside, or an amount set aside for no refund, is refused when the transaction commits.
    await db.query(`
      create function payments.refunds_add_up() returns trigger language plpgsql as $$
        begin
          if (select sum(amount_paise) from payments.refund where payment_id = new.payment_id)
             is distinct from (select refunded_paise from payments.payment where id = new.payment_id) then
            raise exception 'refunds of payment % are not what was set aside for them', new.payment_id
              using errcode = 'check_violation', constraint = 'refunds_add_up';
          end if;
          return null;
        end $$`);
    await db.query(`
      create constraint trigger refunds_add_up after insert or update of amount_paise, payment_id on payments.refund
        deferrable initially deferred for each row execute function payments.refunds_add_up()`);
  }

  private async dispute(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.dispute (
        provider      text not null,
        provider_id   text not null,
        payment_id    uuid not null references payments.payment (id),
        payer_id      uuid not null,
        amount_paise  bigint not null constraint dispute_amount check (amount_paise > 0),
        status        text not null constraint dispute_status check (status in ('open', 'won', 'lost')),
        opened_at     timestamptz not null,
        closed_at     timestamptz,
        primary key (provider, provider_id)
      )`);
    await db.query(`create index dispute_by_payment on payments.dispute (payment_id)`);
    await db.query(`alter table payments.dispute enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.dispute using (platform.may_see(payer_id))`);
    await db.query(`grant select, insert, update on payments.dispute to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.dispute`);
    await db.query(`drop trigger refunds_add_up on payments.refund`);
    await db.query(`drop function payments.refunds_add_up()`);
    await db.query(`
      alter table payments.refund drop column tries, drop column failure, drop column check_at`);
    await db.query(`drop index payments.refund_by_provider_id`);
    await db.query(`
      alter table payments.payment
        drop column captured_paise, drop column released_paise, drop column taken_back_paise,
        drop column due_at, drop column check_at,
        add constraint payment_refunds_fit check (refunded_paise between 0 and amount_paise)`);
  }
}
