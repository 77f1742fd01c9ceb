import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the provider sends to our bank, and each line of its books about a payment of ours until its money is there. Lines of
 * before are read again with the settlements of the last two weeks; `bazaar reconcile --since` reads older ones.
 */
export class SettlementsAreFollowed1795000064580 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table payments.settlement (
        provider      text not null,
        provider_id   text not null,
        amount_paise  bigint not null,
        begun_at      timestamptz not null,
        taken_at      timestamptz not null,
        failed_at     timestamptz,
        primary key (provider, provider_id)
      )`);
    await db.query(`
      create table payments.provider_line (
        provider       text not null,
        provider_id    text not null,
        payment_id     uuid not null constraint line_of_payment references payments.payment (id),
        kind           text not null,
        net_paise      bigint not null,
        settlement_id  text,
        settled_at     timestamptz,
        primary key (provider, provider_id),
        constraint line_settled check ((settlement_id is null) = (settled_at is null))
      )`);
    await db.query(`create index line_by_payment on payments.provider_line (payment_id)`);
    await db.query(`create index line_by_settlement on payments.provider_line (provider, settlement_id)`);
    await db.query(`
      create index payment_to_move_on on payments.payment (settled_at, id)
       where state in ('captured', 'releasable') and captured_paise = refunded_paise + released_paise + taken_back_paise`);
    await db.query(`grant select, insert, update on payments.settlement, payments.provider_line to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index payments.payment_to_move_on`);
    await db.query(`drop table payments.provider_line`);
    await db.query(`drop table payments.settlement`);
  }
}
