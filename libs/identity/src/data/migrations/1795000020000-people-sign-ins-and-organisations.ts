import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleSignInsAndOrganisations1795000020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create schema identity`);
    await db.query(`grant usage on schema identity to odop_app`);
    await this.people(db);
    await this.secondFactors(db);
    await this.organisations(db);
    await this.postsAndRoles(db);
    await this.signIns(db);
    await this.walls(db);
    await this.published(db);
  }

  private async people(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.person (
        id                  uuid primary key,
        name_sealed         bytea not null,
        mobile_sealed       bytea,
        mobile_lookup       bytea,
        mobile_verified_at  timestamptz,
        email_sealed        bytea,
        email_lookup        bytea,
        email_verified_at   timestamptz,
        is_official_mailbox boolean not null default false,
        language            text not null,
        state               text not null constraint person_state check (state in ('active', 'suspended', 'erased')),
        state_reason        text,
        registered_at       timestamptz not null
      )`);
    await db.query(
      `create unique index person_by_mobile on identity.person (mobile_lookup) where mobile_lookup is not null`,
    );
    await db.query(
      `create unique index person_by_email on identity.person (email_lookup) where email_lookup is not null`,
    );
    await db.query(`
      create table identity.credential (
        person_id      uuid primary key constraint credential_of_person references identity.person,
        password_hash  text not null,
        changed_at     timestamptz not null
      )`);
    await db.query(`
      create table identity.registration (
        id             uuid primary key,
        person_id      uuid not null,
        challenge_id   uuid not null,
        contact_kind   text not null constraint registration_contact_kind check (contact_kind in ('mobile', 'email')),
        contact_sealed bytea not null,
        contact_lookup bytea not null,
        name_sealed    bytea not null,
        password_hash  text,
        language       text not null,
        notice         text not null,
        is_official_mailbox boolean not null,
        asked_at       timestamptz not null
      )`);
    await db.query(`create index registration_by_age on identity.registration (asked_at)`);
    await db.query(`
      create table identity.consent (
        id            uuid primary key,
        person_id     uuid not null constraint consent_of_person references identity.person,
        purpose       text not null,
        notice        text not null,
        language      text not null,
        given_at      timestamptz not null,
        withdrawn_at  timestamptz
      )`);
    await db.query(`create index consent_by_person on identity.consent (person_id)`);
  }

  private async secondFactors(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.second_factor (
        person_id     uuid primary key constraint second_factor_of_person references identity.person,
        seed_sealed   bytea not null,
        confirmed_at  timestamptz,
        last_step     bigint not null default 0
      )`);
    await db.query(`
      create table identity.recovery_code (
        id         uuid primary key,
        person_id  uuid not null constraint recovery_code_of_person references identity.person,
        code_hash  bytea not null,
        used_at    timestamptz
      )`);
    await db.query(`create index recovery_code_by_person on identity.recovery_code (person_id)`);
    await db.query(`grant select, insert, update, delete on all tables in schema identity to odop_app`);
  }

  private async organisations(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.organisation (
        id           uuid primary key,
        kind         text not null constraint organisation_kind check (kind in (
                       'seller', 'buyer_ministry', 'buyer_department', 'buyer_organisation', 'buyer_office', 'platform',
                       'state_nodal', 'district_nodal')),
        name         text not null,
        parent_id    uuid constraint organisation_parent references identity.organisation,
        district_id  uuid,
        state_code   text,
        buyer_class  text,
        state        text not null constraint organisation_state check (state in ('pending', 'active', 'suspended')),
        created_at   timestamptz not null,
        constraint organisation_nodal_place check (
          (kind <> 'district_nodal' or district_id is not null) and (kind <> 'state_nodal' or state_code is not null))
      )`);
    await db.query(
      `create index organisation_by_parent on identity.organisation (parent_id) where parent_id is not null`,
    );
    await db.query(`create index organisation_by_kind on identity.organisation (kind, id) where kind <> 'seller'`);
    await db.query(`
      create table identity.membership (
        id               uuid primary key,
        person_id        uuid not null constraint membership_of_person references identity.person,
        organisation_id  uuid not null constraint membership_in_organisation references identity.organisation,
        joined_at        timestamptz not null,
        ended_at         timestamptz
      )`);
    await db.query(`
      create unique index membership_once on identity.membership (person_id, organisation_id) where ended_at is null`);
    await db.query(`create index membership_by_organisation on identity.membership (organisation_id, id)`);
  }

  private async postsAndRoles(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.post (
        id                uuid primary key,
        organisation_id   uuid not null constraint post_in_organisation references identity.organisation,
        title             text not null,
        rank              text not null,
        division          text,
        holder_person_id  uuid constraint post_holder references identity.person,
        created_at        timestamptz not null,
        closed_at         timestamptz
      )`);
    await db.query(`create index post_by_organisation on identity.post (organisation_id, id)`);
    await db.query(
      `create index post_by_holder on identity.post (holder_person_id) where holder_person_id is not null`,
    );
    await db.query(`
      create table identity.role_grant (
        id               uuid primary key,
        person_id        uuid not null constraint role_grant_to_person references identity.person,
        organisation_id  uuid not null constraint role_grant_in_organisation references identity.organisation,
        post_id          uuid constraint role_grant_with_post references identity.post,
        role             text not null,
        state            text not null constraint role_grant_state check (state in ('proposed', 'active', 'ended')),
        granted_by       uuid,
        granted_at       timestamptz not null,
        confirmed_by     uuid,
        confirmed_at     timestamptz,
        ended_by         uuid,
        ended_at         timestamptz,
        end_reason       text,
        constraint role_grant_ended check ((state = 'ended') = (ended_at is not null))
      )`);
    await db.query(`
      create unique index role_grant_once on identity.role_grant
        (person_id, organisation_id, role, coalesce(post_id, organisation_id)) where state <> 'ended'`);
    await db.query(`create index role_grant_by_organisation on identity.role_grant (organisation_id, id)`);
    for (const table of ['organisation', 'membership', 'post', 'role_grant'])
      await db.query(`grant select, insert, update on identity.${table} to odop_app`);
  }

  private async signIns(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.challenge (
        id              uuid primary key,
        purpose         text not null,
        person_id       uuid,
        channel         text not null constraint challenge_channel check (channel in ('sms', 'email')),
        address_lookup  bytea not null,
        prefix_lookup   bytea not null,
        address_sealed  bytea,
        bound_to        text,
        says            text,
        language        text not null,
        is_decoy        boolean not null,
        tries           smallint not null default 0,
        made_at         timestamptz not null,
        expires_at      timestamptz not null,
        used_at         timestamptz
      )`);
    await db.query(`create index challenge_by_address on identity.challenge (address_lookup, made_at)`);
    await db.query(`create index challenge_by_prefix on identity.challenge (prefix_lookup, made_at)`);
    await db.query(`create index challenge_by_age on identity.challenge (made_at)`);
    await db.query(`
      create table identity.session (
        id                uuid primary key,
        person_id         uuid not null constraint session_of_person references identity.person,
        client            text not null,
        address           text,
        opened_at         timestamptz not null,
        proved_at         timestamptz not null,
        second_factor_at  timestamptz,
        last_used_at      timestamptz not null,
        expires_at        timestamptz not null,
        ended_at          timestamptz,
        end_reason        text,
        staff_id          uuid,
        staff_reason      text,
        constraint session_ended check ((ended_at is null) = (end_reason is null)),
        constraint session_staff check ((staff_id is null) = (staff_reason is null))
      )`);
    await db.query(`create index session_by_person on identity.session (person_id, id) where ended_at is null`);
    await db.query(`
      create table identity.refresh_token (
        token_hash  bytea primary key,
        session_id  uuid not null constraint refresh_token_of_session references identity.session on delete cascade,
        person_id   uuid not null,
        issued_at   timestamptz not null,
        spent_at    timestamptz,
        spent_by    bytea
      )`);
    await db.query(`create index refresh_token_by_session on identity.refresh_token (session_id)`);
    await db.query(`
      create table identity.device (
        id            uuid primary key,
        person_id     uuid not null constraint device_of_person references identity.person,
        token_hash    bytea not null constraint device_by_token unique,
        last_seen_at  timestamptz not null
      )`);
    await db.query(`create index device_by_person on identity.device (person_id)`);
    await db.query(`
      create table identity.guess (
        key       bytea primary key,
        failures  integer not null,
        last_at   timestamptz not null,
        free_at   timestamptz not null
      )`);
    await db.query(`create index guess_by_age on identity.guess (last_at)`);
    for (const table of ['challenge', 'session', 'refresh_token', 'device', 'guess'])
      await db.query(`grant select, insert, update, delete on identity.${table} to odop_app`);
  }

  /** The second wall (S-43): each row is for its person, for the organisation it belongs to, or for the system only. */
  private async walls(db: QueryRunner): Promise<void> {
    const parties: Record<string, string> = {
      person: 'id',
      credential: 'person_id',
      registration: '',
      consent: 'person_id',
      second_factor: 'person_id',
      recovery_code: 'person_id',
      membership: 'person_id, organisation_id',
      role_grant: 'person_id, organisation_id',
      challenge: '',
      session: 'person_id',
      refresh_token: '',
      device: 'person_id',
      guess: '',
    };
    for (const [table, columns] of Object.entries(parties)) {
      const rule = columns === '' ? `platform.may_see(variadic array[]::uuid[])` : `platform.may_see(${columns})`;
      await db.query(`alter table identity.${table} enable row level security`);
      await db.query(`alter table identity.${table} force row level security`);
      await db.query(`create policy parties on identity.${table} using (${rule}) with check (${rule})`);
    }
  }

  private async published(db: QueryRunner): Promise<void> {
    await db.query(`
      create view identity.v_organisation as
        select id as organisation_id, kind, name, parent_id, district_id, state_code, buyer_class, state
          from identity.organisation`);
    await db.query(`
      create view identity.v_membership with (security_invoker = true) as
        select person_id, organisation_id, joined_at from identity.membership where ended_at is null`);
    await db.query(`grant select on identity.v_organisation, identity.v_membership to odop_app`);
    // What a token's session stands for, in one statement and without a transaction: asked at every request.
    await db.query(`
      create function identity.session_facts(session_id uuid)
        returns table (person_id uuid, is_live boolean, second_factor_at timestamptz, staff_id uuid, grants jsonb)
        language plpgsql volatile as $$
        declare before text := current_setting('odop.scope', true);
        begin
          perform set_config('odop.scope', 'system', true);
          return query
          select s.person_id,
                 s.ended_at is null and s.expires_at > clock_timestamp() and p.state = 'active',
                 s.second_factor_at,
                 s.staff_id,
                 coalesce((select jsonb_agg(jsonb_build_object('organisationId', g.organisation_id, 'role', g.role, 'postId', g.post_id)
                                            order by m.joined_at, m.id, g.id)
                             from identity.role_grant g
                             join identity.organisation o on o.id = g.organisation_id and o.state = 'active'
                             join identity.membership m
                               on m.person_id = g.person_id and m.organisation_id = g.organisation_id and m.ended_at is null
                            where g.person_id = s.person_id and g.state = 'active'), '[]')
            from identity.session s
            join identity.person p on p.id = s.person_id
           where s.id = session_facts.session_id;
          perform set_config('odop.scope', coalesce(before, ''), true);
        end
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema identity cascade`);
  }
}
