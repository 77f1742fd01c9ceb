import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MakersAndThePlatformGiveReductions1795000067000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema promotions`);
    await db.query(`grant usage on schema promotions to odop_app`);
    await db.query(`
      create table promotions.promotion (
        id              uuid primary key,
        code            text,
        title           text not null,
        kind            text not null constraint promotion_kind check (kind in ('percent', 'amount', 'buy_x_get_y')),
        value_bp        integer,
        amount_paise    bigint,
        buy             integer,
        free            integer,
        min_paise       bigint not null,
        cap_paise       bigint,
        seller_id       uuid,
        funded_by       text not null,
        stacks          boolean not null,
        starts_at       timestamptz not null,
        ends_at         timestamptz not null,
        uses_max        integer,
        uses            integer not null,
        per_person_max  integer not null,
        ended_at        timestamptz,
        version         integer not null,
        made_by_id      uuid,
        made_at         timestamptz not null,
        constraint promotion_funder check (
          funded_by in ('maker', 'platform') and (funded_by = 'platform') = (seller_id is null)),
        constraint promotion_gives check (
          (kind = 'percent') = (value_bp is not null) and (kind = 'amount') = (amount_paise is not null)
          and (kind = 'buy_x_get_y') = (buy is not null and free is not null)),
        constraint promotion_uses check (uses >= 0 and uses <= coalesce(uses_max, uses) and per_person_max > 0)
      )`);
    // A code is free again when its promotion has been ended.
    await db.query(`create unique index promotion_by_code on promotions.promotion (code) where ended_at is null`);
    await db.query(`create index promotion_by_seller on promotions.promotion (seller_id, id)`);
    await db.query(`
      create table promotions.redemption (
        promotion_id    uuid not null references promotions.promotion (id),
        checkout_id     uuid not null,
        person_id       uuid not null,
        discount_paise  bigint not null constraint redemption_discount check (discount_paise > 0),
        made_at         timestamptz not null,
        given_back_at   timestamptz,
        primary key (promotion_id, checkout_id)
      )`);
    await db.query(`create index redemption_by_person on promotions.redemption (promotion_id, person_id)`);
    await db.query(`create index redemption_by_checkout on promotions.redemption (checkout_id)`);
    await db.query(`alter table promotions.redemption enable row level security, force row level security`);
    await db.query(`create policy parties_only on promotions.redemption using (platform.may_see(person_id))`);
    await db.query(`grant select, insert on promotions.promotion, promotions.redemption to odop_app`);
    await db.query(`grant update (uses, ended_at, version) on promotions.promotion to odop_app`);
    await db.query(`grant update (given_back_at) on promotions.redemption to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema promotions cascade`);
  }
}
