import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfficersKeysAndDelegates1795000021000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.officers(db);
    await this.keys(db);
    await this.delegates(db);
    await this.erasure(db);
    await db.query(`alter table identity.session add column own_code_at timestamptz`);
    await this.facts(db);
    await this.walls(db);
  }

  private async officers(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.buyer_registration (
        id                 uuid primary key,
        organisation_id    uuid not null constraint buyer_registration_of references identity.organisation,
        primary_person_id  uuid not null constraint buyer_registration_by references identity.person,
        post_id            uuid not null constraint buyer_registration_from references identity.post,
        verifier_lookup    bytea not null,
        state              text not null
                           constraint buyer_registration_state check (state in ('pending', 'approved', 'rejected')),
        asked_at           timestamptz not null,
        decided_by         uuid,
        decided_at         timestamptz,
        reason             text,
        constraint buyer_registration_decided check ((state = 'pending') = (decided_at is null)),
        constraint buyer_registration_two_people check (decided_by is distinct from primary_person_id)
      )`);
    await db.query(`create unique index buyer_registration_once on identity.buyer_registration (organisation_id)`);
    await db.query(`
      create index buyer_registration_by_verifier on identity.buyer_registration (verifier_lookup)
       where state = 'pending'`);
    await db.query(`
      create table identity.charge_transfer (
        id               uuid primary key,
        post_id          uuid not null constraint charge_transfer_of_post references identity.post,
        organisation_id  uuid not null,
        from_person_id   uuid,
        to_person_id     uuid,
        transferred_at   timestamptz not null,
        transferred_by   uuid,
        reason           text not null
      )`);
    await db.query(`create index charge_transfer_by_post on identity.charge_transfer (post_id, id)`);
    await db.query(`grant select, insert, update on identity.buyer_registration to odop_app`);
    await db.query(`grant select, insert on identity.charge_transfer to odop_app`);
  }

  private async keys(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.api_key (
        id               uuid primary key,
        organisation_id  uuid not null constraint api_key_of_organisation references identity.organisation,
        made_by          uuid not null constraint api_key_made_by references identity.person,
        name             text not null,
        scopes           text[] not null,
        addresses        text[] not null,
        made_at          timestamptz not null,
        expires_at       timestamptz not null,
        last_used_at     timestamptz,
        revoked_at       timestamptz,
        constraint api_key_lives_a_year_at_most check (expires_at <= made_at + interval '366 days')
      )`);
    await db.query(`create index api_key_by_organisation on identity.api_key (organisation_id, id)`);
    await db.query(`
      create table identity.api_key_secret (
        id           uuid primary key,
        api_key_id   uuid not null constraint api_key_secret_of_key references identity.api_key,
        secret_hash  bytea not null,
        made_at      timestamptz not null,
        ends_at      timestamptz
      )`);
    await db.query(`create index api_key_secret_by_key on identity.api_key_secret (api_key_id)`);
    await db.query(`grant select, insert, update on identity.api_key, identity.api_key_secret to odop_app`);
  }

  private async delegates(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.delegation (
        id                  uuid primary key,
        maker_person_id     uuid not null constraint delegation_by_maker references identity.person,
        organisation_id     uuid not null constraint delegation_for_organisation references identity.organisation,
        delegate_person_id  uuid not null constraint delegation_to_delegate references identity.person,
        kind                text not null constraint delegation_kind check (kind in ('shg_leader', 'service_centre', 'field_officer')),
        scope               text[] not null,
        until               timestamptz not null,
        state               text not null constraint delegation_state check (state in ('asked', 'active', 'ended')),
        challenge_id        uuid,
        asked_at            timestamptz not null,
        consented_at        timestamptz,
        ended_at            timestamptz,
        ended_by            uuid,
        constraint delegation_two_people check (maker_person_id <> delegate_person_id),
        constraint delegation_active_is_consented check (state <> 'active' or consented_at is not null)
      )`);
    await db.query(`create index delegation_of_maker on identity.delegation (maker_person_id, id)`);
    await db.query(`create index delegation_of_delegate on identity.delegation (delegate_person_id, id)`);
    await db.query(`
      create table identity.own_consent (
        id             uuid primary key,
        delegation_id  uuid not null constraint own_consent_under_delegation references identity.delegation,
        maker_person_id uuid not null,
        delegate_person_id uuid not null,
        challenge_id   uuid not null,
        act            text not null,
        object_id      text not null,
        says           text not null,
        asked_at       timestamptz not null,
        given_at       timestamptz,
        used_at        timestamptz
      )`);
    await db.query(`create index own_consent_by_delegation on identity.own_consent (delegation_id, id)`);
    await db.query(`grant select, insert, update on identity.delegation, identity.own_consent to odop_app`);
  }

  private async erasure(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.erasure_request (
        person_id  uuid primary key constraint erasure_request_of_person references identity.person,
        asked_at   timestamptz not null,
        due_at     timestamptz not null,
        done_at    timestamptz
      )`);
    await db.query(`create index erasure_request_due on identity.erasure_request (due_at) where done_at is null`);
    await db.query(`grant select, insert, update, delete on identity.erasure_request to odop_app`);
  }

  private async facts(db: QueryRunner): Promise<void> {
    const grants = (person: string) => `
      coalesce((select jsonb_agg(jsonb_build_object('organisationId', g.organisation_id, 'role', g.role, 'postId', g.post_id)
                                 order by m.joined_at, m.id, g.id)
                  from identity.role_grant g
                  join identity.organisation o on o.id = g.organisation_id and o.state = 'active'
                  join identity.membership m
                    on m.person_id = g.person_id and m.organisation_id = g.organisation_id and m.ended_at is null
                 where g.person_id = ${person} and g.state = 'active'), '[]')`;
    const asSystem = (query: string) => `
        declare before text := current_setting('odop.scope', true);
        begin
          perform set_config('odop.scope', 'system', true);
          return query ${query};
          perform set_config('odop.scope', coalesce(before, ''), true);
        end`;
    await db.query(`drop function identity.session_facts(uuid)`);
    await db.query(`
      create function identity.session_facts(session_id uuid)
        returns table (person_id uuid, is_live boolean, second_factor_at timestamptz, own_code_at timestamptz,
                       staff_id uuid, grants jsonb)
        language plpgsql volatile as $$ ${asSystem(`
          select s.person_id, s.ended_at is null and s.expires_at > clock_timestamp() and p.state = 'active',
                 s.second_factor_at, s.own_code_at, s.staff_id, ${grants('s.person_id')}
            from identity.session s join identity.person p on p.id = s.person_id
           where s.id = session_facts.session_id`)} $$`);
    await db.query(`
      create function identity.key_facts(key_id uuid)
        returns table (organisation_id uuid, made_by uuid, scopes text[], addresses text[], is_live boolean,
                       last_used_at timestamptz, secrets bytea[], grants jsonb)
        language plpgsql volatile as $$ ${asSystem(`
          select k.organisation_id, k.made_by, k.scopes, k.addresses,
                 k.revoked_at is null and k.expires_at > clock_timestamp() and p.state = 'active',
                 k.last_used_at,
                 array(select s.secret_hash from identity.api_key_secret s
                        where s.api_key_id = k.id and (s.ends_at is null or s.ends_at > clock_timestamp())),
                 ${grants('k.made_by')}
            from identity.api_key k join identity.person p on p.id = k.made_by
           where k.id = key_facts.key_id`)} $$`);
    await db.query(`
      create function identity.delegation_facts(delegation_id uuid)
        returns table (maker_person_id uuid, organisation_id uuid, delegate_person_id uuid, scope text[], is_live boolean,
                       own_code_at timestamptz, grants jsonb)
        language plpgsql volatile as $$ ${asSystem(`
          select d.maker_person_id, d.organisation_id, d.delegate_person_id, d.scope,
                 d.state = 'active' and d.until > clock_timestamp() and p.state = 'active',
                 (select max(c.given_at) from identity.own_consent c where c.delegation_id = d.id and c.used_at is null),
                 ${grants('d.maker_person_id')}
            from identity.delegation d join identity.person p on p.id = d.maker_person_id
           where d.id = delegation_facts.delegation_id`)} $$`);
  }

  private async walls(db: QueryRunner): Promise<void> {
    const parties: Record<string, string> = {
      buyer_registration: 'primary_person_id, organisation_id, decided_by',
      charge_transfer: 'organisation_id, from_person_id, to_person_id',
      api_key: 'organisation_id',
      api_key_secret: '',
      delegation: 'maker_person_id, delegate_person_id',
      own_consent: 'maker_person_id, delegate_person_id',
      erasure_request: 'person_id',
    };
    for (const [table, columns] of Object.entries(parties)) {
      const rule = columns === '' ? `platform.may_see(variadic array[]::uuid[])` : `platform.may_see(${columns})`;
      await db.query(`alter table identity.${table} enable row level security`);
      await db.query(`alter table identity.${table} force row level security`);
      await db.query(`create policy parties on identity.${table} using (${rule}) with check (${rule})`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index platform.audit_in_the_name_of`);
    await db.query(`drop function identity.key_facts(uuid), identity.delegation_facts(uuid)`);
    await db.query(
      `drop table identity.erasure_request, identity.own_consent, identity.delegation, identity.api_key_secret,
                  identity.api_key, identity.charge_transfer, identity.buyer_registration`,
    );
  }
}
