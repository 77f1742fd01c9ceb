import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformTables1795000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema platform`);
    await db.query(`grant usage on schema platform to odop_app`);
    await this.clock(db);
    await this.scope(db);
    await this.outbox(db);
    await this.audit(db);
  }

  /** One row moves the business clock of a demo or test; in production the row is never there. */
  private async clock(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.clock (
        one        boolean primary key default true check (one),
        base_at    timestamptz not null,
        real_at    timestamptz not null default clock_timestamp(),
        speed      double precision not null default 1 check (speed > 0)
      )`);
    await db.query(`
      create function platform.now() returns timestamptz language sql volatile parallel safe as $$
        select coalesce((select base_at + (clock_timestamp() - real_at) * speed from platform.clock), clock_timestamp())
      $$`);
    await db.query(`grant select, insert, update on platform.clock to odop_app`);
  }

  /** The second wall (S-43): a row is visible to its parties and to the system's own jobs. */
  private async scope(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.may_see(variadic parties uuid[]) returns boolean language sql stable parallel safe as $$
        select case coalesce(current_setting('odop.scope', true), '')
                 when '' then false
                 when 'system' then true
                 else string_to_array(current_setting('odop.scope', true), ',')::uuid[] && parties
               end
      $$`);
  }

  private async outbox(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.outbox (
        id          uuid primary key,
        kind        text not null constraint outbox_kind check (kind in ('event', 'job')),
        name        text not null,
        payload     jsonb not null,
        request_id  text not null,
        at          timestamptz not null
      )`);
    await db.query(`
      create table platform.inbox (
        handler   text not null,
        event_id  uuid not null,
        done_at   timestamptz not null default clock_timestamp(),
        primary key (handler, event_id)
      )`);
    await db.query(`grant select, insert, delete, update on platform.outbox to odop_app`);
    await db.query(`grant select, insert, delete on platform.inbox to odop_app`);
  }

  private async audit(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.audit (
        id               uuid primary key,
        at               timestamptz not null,
        business_at      timestamptz not null,
        person_id        uuid,
        delegate_id      uuid,
        organisation_id  uuid,
        post_id          uuid,
        roles            text[] not null,
        address          text,
        request_id       text not null,
        operation        text not null,
        action           text not null,
        object_kind      text not null,
        object_id        text not null,
        before           jsonb,
        after            jsonb,
        reason           text
      )`);
    await db.query(`create index audit_by_object on platform.audit (object_kind, object_id, id)`);
    await db.query(`grant select, insert on platform.audit to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema platform cascade`);
  }
}
