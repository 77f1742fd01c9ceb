import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shoppers complain, get a ticket at once, and an answer in time. */
export class ShoppersComplain1795000095000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema grievances`);
    await db.query(`grant usage on schema grievances to odop_app`);
    await db.query(`
      create table grievances.complaint (
        id               uuid primary key,
        ticket           text not null constraint complaint_ticket unique,
        person_id        uuid not null,
        seller_id        uuid,
        order_id         uuid,
        order_number     text,
        about            text not null constraint complaint_about
          check (about in ('order', 'goods', 'payment', 'delivery', 'maker', 'platform', 'privacy')),
        state            text not null constraint complaint_state
          check (state in ('received', 'acknowledged', 'in_progress', 'escalated', 'resolved', 'closed')),
        outcome          text constraint complaint_outcome check (outcome in ('upheld', 'partly', 'dismissed', 'withdrawn')),
        reopens          smallint not null,
        received_at      timestamptz not null,
        acknowledge_by   timestamptz not null,
        escalate_by      timestamptz not null,
        redress_by       timestamptz not null,
        acknowledged_at  timestamptz,
        reminded_at      timestamptz,
        escalated_at     timestamptz,
        breached_at      timestamptz,
        resolved_at      timestamptz,
        reopen_until     timestamptz,
        closes_at        timestamptz,
        due_at           timestamptz,
        version          integer not null,
        constraint complaint_of_order check ((order_id is null) = (order_number is null))
      )`);
    await db.query(`create index complaint_by_person on grievances.complaint (person_id, id)`);
    await db.query(`create index complaint_by_state on grievances.complaint (state, id)`);
    await db.query(`create index complaint_due on grievances.complaint (due_at) where due_at is not null`);
    await db.query(`
      create table grievances.complaint_step (
        complaint_id  uuid not null constraint complaint_step_of_complaint references grievances.complaint (id),
        n             integer not null,
        person_id     uuid not null,
        event         text not null,
        state         text not null,
        made_by       text not null constraint complaint_step_made_by check (made_by in ('shopper', 'desk', 'bazaar')),
        words_sealed  bytea,
        at            timestamptz not null,
        primary key (complaint_id, n)
      )`);
    for (const table of ['complaint', 'complaint_step']) {
      await db.query(`alter table grievances.${table} enable row level security, force row level security`);
      await db.query(`create policy hers_only on grievances.${table} using (platform.may_see(person_id))`);
      await db.query(`grant select, insert on grievances.${table} to odop_app`);
    }
    await db.query(`
      grant update (state, outcome, reopens, acknowledged_at, reminded_at, escalated_at, breached_at, resolved_at,
                    reopen_until, closes_at, due_at, version) on grievances.complaint to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema grievances cascade`);
  }
}
