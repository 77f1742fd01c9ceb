import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a shop after its approval: papers that end and are renewed, measures taken, appeals. */
export class ShopsAreRestrictedSuspendedAndClosed1795000046000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sellers.seller
        add column restricted_kinds text[] not null default '{}',
        add column watch_at timestamptz,
        add column languages text[] not null default '{}'`);
    // Shops that were approved before: their papers are looked at with the first sweep.
    await db.query(`update sellers.seller set watch_at = verified_at
        where verified_at is not null and state not in ('debarred', 'closed')`);
    await db.query(`
      alter table sellers.seller
        add constraint seller_restricted_kinds check (restricted_kinds <@ array['food', 'gi', 'all']),
        add constraint seller_restricted_in_something
          check ((state = 'restricted') = (cardinality(restricted_kinds) > 0))`);
    await db.query(`create index seller_to_watch on sellers.seller (watch_at) where watch_at is not null`);
    await db.query(`
      create index seller_by_desk_and_clock on sellers.seller
        (desk_id, state, coalesce(due_at, escalated_at, state_since), id)`);
    await db.query(`alter table sellers.seller_history add column asks jsonb`);
    await this.renewals(db);
    await this.measures(db);
    await this.walls(db);
    await this.published(db);
  }

  /** Papers handed in anew; the one in force stays until the new one is accepted. */
  private async renewals(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.renewal (
        id            uuid primary key,
        seller_id     uuid not null constraint renewal_of_seller references sellers.seller,
        kind          text not null constraint renewal_kind check (kind in ('fssai', 'gi_user', 'land_border')),
        value_sealed  bytea not null,
        hint          text not null,
        valid_to      date not null,
        state         text not null constraint renewal_state check (state in ('waiting', 'accepted', 'refused')),
        reason        text,
        given_at      timestamptz not null,
        decided_at    timestamptz,
        decided_by    uuid,
        constraint renewal_is_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await db.query(
      `create unique index renewal_waits_once on sellers.renewal (seller_id, kind) where state = 'waiting'`,
    );
    await db.query(`create index renewal_by_seller on sellers.renewal (seller_id, given_at)`);
    await db.query(`create index renewal_waiting on sellers.renewal (given_at, id) where state = 'waiting'`);
    await db.query(`grant select, insert, update on sellers.renewal to odop_app`);
  }

  /** Warnings, moratoria and suspensions, and the one appeal against a suspension. */
  private async measures(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.measure (
        id           uuid primary key,
        seller_id    uuid not null constraint measure_against_seller references sellers.seller,
        kind         text not null constraint measure_kind check (kind in ('warning', 'moratorium', 'suspension')),
        severity     text constraint measure_severity check (severity in ('mild', 'serious', 'severe', 'grave')),
        occurrence   integer not null,
        incident     text not null,
        reason       text not null,
        decided_by   uuid,
        decided_at   timestamptz not null,
        until        timestamptz,
        ended_at     timestamptz,
        outcome      text constraint measure_outcome
                     check (outcome in ('cleared', 'over', 'appeal', 'suspended', 'debarred')),
        end_reason   text,
        constraint measure_is_ended check ((ended_at is null) = (outcome is null)),
        constraint measure_has_severity check ((kind = 'moratorium') = (severity is null))
      )`);
    await db.query(`create unique index measure_open_once on sellers.measure (seller_id) where ended_at is null`);
    await db.query(`create index measure_by_seller on sellers.measure (seller_id, decided_at)`);
    await db.query(`
      create table sellers.appeal (
        id          uuid primary key,
        seller_id   uuid not null constraint appeal_of_seller references sellers.seller,
        measure_id  uuid not null constraint appeal_against_measure references sellers.measure,
        desk_id     uuid,
        words       text not null,
        made_at     timestamptz not null,
        decided_at  timestamptz,
        decided_by  uuid,
        is_allowed  boolean,
        reason      text,
        constraint appeal_is_decided check ((decided_at is null) = (is_allowed is null))
      )`);
    await db.query(`create index appeal_against_measure_by on sellers.appeal (measure_id)`);
    await db.query(`create index appeal_by_seller on sellers.appeal (seller_id, made_at)`);
    await db.query(`create index appeal_on_desk on sellers.appeal (desk_id, made_at, id) where decided_at is null`);
    await db.query(`grant select, insert, update on sellers.measure, sellers.appeal to odop_app`);
  }

  private async walls(db: QueryRunner): Promise<void> {
    for (const table of ['renewal', 'measure', 'appeal']) {
      const rule = `exists (
        select 1 from sellers.seller s
         where s.id = ${table}.seller_id and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
      await db.query(`alter table sellers.${table} enable row level security`);
      await db.query(`alter table sellers.${table} force row level security`);
      await db.query(`create policy parties on sellers.${table} using (${rule}) with check (${rule})`);
    }
  }

  private async published(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view sellers.v_seller as
        select id as seller_id, name, class, state,
               state in ('verified', 'active', 'restricted') and not 'all' = any(restricted_kinds) as is_selling,
               district_id, state_code, pincode, place, gst_status, gstin, manufacturer_key, verified_at,
               restricted_kinds, 'food' = any(restricted_kinds) as hides_food, 'gi' = any(restricted_kinds) as hides_gi
          from sellers.seller`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.appeal, sellers.measure, sellers.renewal`);
    await db.query(`alter table sellers.seller_history drop column asks`);
    // The columns of sellers.seller stay: the view that shows them is read by views of other modules.
    await db.query(`alter table sellers.seller drop constraint seller_restricted_in_something`);
  }
}
