import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DatedParameters1795000010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create extension if not exists btree_gist`);
    await db.query(`create schema policy`);
    await db.query(`grant usage on schema policy to odop_app`);
    await this.proposals(db);
    await this.parameters(db);
  }

  private async proposals(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy.parameter_proposal (
        id               uuid primary key,
        key              text not null,
        scope            text not null,
        value            jsonb not null,
        effective_from   date not null,
        source           text not null,
        reason           text not null constraint parameter_proposal_has_reason check (length(reason) >= 10),
        state            text not null
                         constraint parameter_proposal_state check (state in ('open', 'approved', 'rejected')),
        proposed_by      uuid not null,
        proposed_at      timestamptz not null,
        decided_by       uuid,
        decided_at       timestamptz,
        decision_reason  text,
        constraint parameter_proposal_decided_by_another check (decided_by <> proposed_by),
        constraint parameter_proposal_decided_or_open check
          ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null))
      )`);
    await db.query(`create index parameter_proposal_by_state on policy.parameter_proposal (state, id)`);
    await db.query(`grant select, insert on policy.parameter_proposal to odop_app`);
    await db.query(
      `grant update (state, decided_by, decided_at, decision_reason) on policy.parameter_proposal to odop_app`,
    );
  }

  /** Only the end of a row can be set later: what held on a day is never rewritten. */
  private async parameters(db: QueryRunner): Promise<void> {
    await db.query(`
      create table policy.parameter (
        id              uuid primary key,
        key             text not null,
        scope           text not null constraint parameter_scope check
                        (scope ~ '^(GLOBAL|CENTRAL|CPSE|AUTONOMOUS|SCIENTIFIC|STATE:[A-Z]{2}|ORG:[0-9a-f-]{36})$'),
        value           jsonb not null,
        unit            text not null constraint parameter_unit check
                        (unit in ('paise', 'bp', 'seconds', 'minutes', 'hours', 'days', 'months', 'count', 'flag', 'text',
                                  'date', 'json')),
        effective_from  date not null,
        effective_to    date,
        source          text not null,
        confidence      text not null
                        constraint parameter_confidence check (confidence in ('source', 'K', 'D')),
        rule            text not null,
        says            text not null,
        proposal_id     uuid constraint parameter_from_proposal references policy.parameter_proposal,
        added_at        timestamptz not null,
        constraint parameter_starts_once unique (key, scope, effective_from),
        constraint parameter_ends_after_it_begins check (effective_to > effective_from),
        constraint parameter_never_overlaps
          exclude using gist (key with =, scope with =, daterange(effective_from, effective_to) with &&)
      )`);
    await db.query(`grant select, insert on policy.parameter to odop_app`);
    await db.query(`grant update (effective_to) on policy.parameter to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema policy cascade`);
  }
}
