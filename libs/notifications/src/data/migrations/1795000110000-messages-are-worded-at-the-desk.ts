import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text of a message may be written at the desk; a message remembers which text it was made from. */
export class MessagesAreWordedAtTheDesk1795000110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notifications.wording (
        id                 uuid primary key,
        event              text not null,
        audience           text not null,
        channel            text not null constraint wording_channel check (channel in ('in_app', 'sms', 'email')),
        language           text not null,
        version            integer not null constraint wording_version check (version > 0),
        subject            text,
        text               text not null,
        dlt_template_id    text,
        dlt_text           text,
        reason             text not null constraint wording_has_reason check (length(reason) >= 10),
        state              text not null constraint wording_state check (state in ('draft', 'approved', 'withdrawn')),
        written_by         uuid not null,
        written_at         timestamptz not null,
        approved_by        uuid constraint wording_approved_by_another check (approved_by <> written_by),
        approved_at        timestamptz,
        in_use_from        timestamptz,
        withdrawn_by       uuid,
        withdrawn_at       timestamptz,
        withdrawal_reason  text,
        constraint wording_versions unique (event, audience, channel, language, version),
        constraint wording_sms_is_registered check ((channel = 'sms') = (dlt_template_id is not null)),
        constraint wording_sms_is_registered_as check ((channel = 'sms') = (dlt_text is not null)),
        constraint wording_sms_has_no_subject check ((channel = 'sms') = (subject is null)),
        constraint wording_approved_is_dated
          check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (in_use_from is null)),
        constraint wording_withdrawn_is_dated check ((state = 'withdrawn') = (withdrawn_at is not null)),
        constraint wording_draft_or_approved check (state = 'withdrawn' or (state = 'draft') = (approved_by is null))
      )`);
    await db.query(`grant select, insert, update on notifications.wording to odop_app`);
    await db.query(`alter table notifications.message add column wording_version integer`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table notifications.message drop column wording_version`);
    await db.query(`drop table notifications.wording`);
  }
}
