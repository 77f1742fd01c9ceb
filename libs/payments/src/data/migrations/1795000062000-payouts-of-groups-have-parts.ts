import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each member of a group gets of a payout, by the shares of the day it was paid; only added to (S-9, R-4.1). */
export class PayoutsOfGroupsHaveParts1795000062000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.payout_part (
        payout_id     uuid not null constraint payout_part_of_payout references payments.payout,
        member_id     uuid not null,
        seller_id     uuid not null,
        share_bp      integer not null constraint payout_part_share check (share_bp between 1 and 10000),
        amount_paise  bigint not null constraint payout_part_amount check (amount_paise >= 0),
        primary key (payout_id, member_id)
      )`);
    await db.query(`create index payout_part_by_member on payments.payout_part (member_id, payout_id)`);
    await db.query(`alter table payments.payout_part enable row level security, force row level security`);
    await db.query(`create policy party_only on payments.payout_part using (platform.may_see(seller_id))`);
    await db.query(`grant select, insert on payments.payout_part to odop_app`);
    await db.query(`
      create function payments.parts_are_the_payout() returns trigger language plpgsql as $$
        begin
          if (select (sum(amount_paise), sum(share_bp)) from payments.payout_part where payout_id = new.payout_id)
             is distinct from (select (amount_paise::numeric, 10000::bigint) from payments.payout where id = new.payout_id) then
            raise exception 'the parts of payout % are not the whole', new.payout_id
              using errcode = 'check_violation', constraint = 'parts_are_the_payout';
          end if;
          return null;
        end $$`);
    await db.query(`
      create constraint trigger parts_are_the_payout after insert on payments.payout_part
        deferrable initially deferred for each row execute function payments.parts_are_the_payout()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table payments.payout_part`);
    await db.query(`drop function payments.parts_are_the_payout()`);
  }
}
