import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sides of an incident hand in what shows that they are right; both and the desk see it (R-3.15, S-58). */
export class IncidentsHaveEvidence1795000124200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table procurement.incident_file (
        id            uuid primary key,
        incident_id   uuid not null constraint incident_file_of_incident references procurement.incident (id),
        office_id     uuid not null,
        seller_id     uuid not null,
        given_by      text not null constraint incident_file_side check (given_by in ('buyer', 'seller')),
        content_type  text not null constraint incident_file_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        sha256        text not null constraint incident_file_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key   text not null,
        state         text not null constraint incident_file_state
                        check (state in ('waiting', 'clean', 'infected', 'expired')),
        given_at      timestamptz not null,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint incident_file_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint incident_file_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`create index incident_file_by_incident on procurement.incident_file (incident_id, given_at)`);
    await db.query(`create index incident_file_kept on procurement.incident_file (given_at) where ended_at is null`);
    await db.query(`grant select, insert on procurement.incident_file to odop_app`);
    await db.query(`grant update (state, ended_at, destroyed_at) on procurement.incident_file to odop_app`);
    await db.query(`alter table procurement.incident_file enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on procurement.incident_file using (platform.may_see(office_id, seller_id))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table procurement.incident_file`);
  }
}
