import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker invites people to work with her, by mobile or e-mail; whoever proves that address may accept. */
export class PeopleAreInvitedIntoATeam1795000026000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.invitation (
        id               uuid primary key,
        organisation_id  uuid not null constraint invitation_into_organisation references identity.organisation,
        contact_lookup   bytea not null,
        contact_hint     text not null,
        role             text not null,
        state            text not null constraint invitation_state
                         check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        invited_by       uuid,
        invited_at       timestamptz not null,
        expires_at       timestamptz not null,
        person_id        uuid constraint invitation_taken_by references identity.person,
        decided_at       timestamptz,
        constraint invitation_is_decided check ((state = 'open') = (decided_at is null))
      )`);
    await db.query(`
      create unique index invitation_open_once on identity.invitation (organisation_id, contact_lookup, role)
        where state = 'open'`);
    await db.query(`create index invitation_by_contact on identity.invitation (contact_lookup) where state = 'open'`);
    await db.query(`create index invitation_by_organisation on identity.invitation (organisation_id, id)`);
    await db.query(`alter table identity.invitation enable row level security`);
    await db.query(`alter table identity.invitation force row level security`);
    const rule = `platform.may_see(organisation_id, person_id)`;
    await db.query(`create policy parties on identity.invitation using (${rule}) with check (${rule})`);
    await db.query(`grant select, insert, update on identity.invitation to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table identity.invitation`);
  }
}
