import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a maker makes of her district's list, and which registered GIs she may carry. */
export class MakersProductsAndGi1795000040900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.maker_entry (
        seller_id  uuid not null constraint maker_entry_of_seller references sellers.seller,
        entry_id   uuid not null constraint maker_entry_is_entry references odop.entry,
        since      timestamptz not null,
        ended_at   timestamptz,
        primary key (seller_id, entry_id)
      )`);
    await db.query(`create index maker_entry_by_entry on sellers.maker_entry (entry_id) where ended_at is null`);
    await db.query(`
      create table sellers.gi_authorisation (
        id          uuid primary key,
        seller_id   uuid not null constraint gi_authorisation_of_seller references sellers.seller,
        gi_id       uuid not null constraint gi_authorisation_for_gi references odop.gi,
        number      text not null,
        valid_from  date not null,
        valid_to    date not null,
        state       text not null
                    constraint gi_authorisation_state check (state in ('claimed', 'verified', 'rejected')),
        reason      text,
        claimed_at  timestamptz not null,
        decided_at  timestamptz,
        decided_by  uuid,
        constraint gi_authorisation_ends_after_it_begins check (valid_to > valid_from),
        constraint gi_authorisation_is_decided check ((state = 'claimed') = (decided_at is null))
      )`);
    // One certificate has one holder; a refused claim does not stand in the way of the true one.
    await db.query(`
      create unique index gi_authorisation_number_once on sellers.gi_authorisation (gi_id, number)
        where state <> 'rejected'`);
    await db.query(`create index gi_authorisation_by_seller on sellers.gi_authorisation (seller_id, gi_id)`);
    await db.query(`grant select, insert, update on sellers.maker_entry, sellers.gi_authorisation to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.gi_authorisation, sellers.maker_entry`);
  }
}
