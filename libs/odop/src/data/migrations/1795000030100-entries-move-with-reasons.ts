import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a proposal must bring along, on whose desk an entry lies since when, and what the desks decided. */
export class EntriesMoveWithReasons1795000030100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.entries(db);
    await this.dossiers(db);
  }

  private async entries(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table odop.entry
        add column hsn          text[] not null default '{}'
                                constraint entry_hsn check (array_to_string(hsn, ' ') ~ '^([0-9]{4}([0-9]{2}){0,2}( |$))*$'),
        add column decision_no  text,
        add column decision_on  date,
        add column state_since  timestamptz,
        add column due_at       timestamptz,
        add column alarmed_at   timestamptz`);
    await db.query(`
      update odop.entry e
         set state_since = (select max(h.at) from odop.entry_history h where h.entry_id = e.id)`);
    await db.query(`alter table odop.entry alter column state_since set not null`);
    await db.query(`create index entry_due on odop.entry (due_at) where due_at is not null`);
    await db.query(`create index entry_on_desk on odop.entry (state, state_since, id)`);
    // One change at a time: the next version of a product waits until this one is decided.
    await db.query(`
      create unique index entry_one_successor on odop.entry (succeeds_id)
        where state not in ('rejected', 'retired')`);
  }

  private async dossiers(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.entry_name (
        entry_id  uuid not null constraint entry_name_of_entry references odop.entry,
        lang      text not null constraint entry_name_lang check (lang ~ '^[a-z]{2,3}$'),
        name      text not null,
        kind      text not null constraint entry_name_kind check (kind in ('local', 'synonym')),
        source    text not null,
        primary key (entry_id, lang, name)
      )`);
    await db.query(`
      create table odop.entry_evidence (
        id         uuid primary key,
        entry_id   uuid not null constraint entry_evidence_of_entry references odop.entry,
        kind       text not null constraint entry_evidence_kind
                   check (kind in ('government_order', 'survey', 'gi_certificate', 'minutes', 'publication', 'other')),
        title      text not null,
        issuer     text not null,
        reference  text,
        issued_on  date,
        url        text,
        person_id  uuid,
        added_at   timestamptz not null
      )`);
    await db.query(`create index entry_evidence_by_entry on odop.entry_evidence (entry_id, id)`);
    await db.query(`
      create table odop.entry_story (
        entry_id        uuid not null constraint entry_story_of_entry references odop.entry,
        lang            text not null constraint entry_story_lang check (lang ~ '^[a-z]{2,3}$'),
        title           text not null,
        body            text not null constraint entry_story_length check (char_length(body) between 300 and 1200),
        craft           text,
        materials       text[] not null,
        steps           text[] not null,
        sustainability  text,
        quotes          jsonb not null,
        images          jsonb not null,
        updated_at      timestamptz not null,
        primary key (entry_id, lang)
      )`);
    await db.query(`
      create table odop.entry_gi (
        entry_id  uuid not null constraint entry_gi_of_entry references odop.entry,
        gi_id     uuid not null constraint entry_gi_is_gi references odop.gi,
        primary key (entry_id, gi_id)
      )`);
    await db.query(`create index entry_gi_by_gi on odop.entry_gi (gi_id)`);
    await db.query(`grant select, insert, delete on odop.entry_name, odop.entry_gi to odop_app`);
    await db.query(`grant select, insert on odop.entry_evidence to odop_app`);
    await db.query(`grant select, insert, update on odop.entry_story to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table odop.entry_gi, odop.entry_story, odop.entry_evidence, odop.entry_name`);
    await db.query(`drop index odop.entry_one_successor, odop.entry_on_desk, odop.entry_due`);
    await db.query(`
      alter table odop.entry drop column hsn, drop column decision_no, drop column decision_on, drop column state_since,
        drop column due_at, drop column alarmed_at`);
  }
}
