import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The papers of a dossier themselves: a row here, the sealed file in the store under a name nobody can guess (S-58, S-63).
 * They may name people (minutes, surveys), so they are not for every officer: the entry's district, its State, the programme
 * desk, and the office that handed one in (S-43).
 */
export class EvidenceHasFiles1795000035000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table odop.evidence_file (
        id            uuid primary key,
        evidence_id   uuid not null constraint evidence_file_of_paper references odop.entry_evidence,
        entry_id      uuid not null constraint evidence_file_of_entry references odop.entry,
        person_id     uuid,
        office_id     uuid,
        content_type  text not null constraint evidence_file_type check (content_type in ('application/pdf', 'image/jpeg')),
        size_bytes    integer not null,
        pages         integer not null constraint evidence_file_has_pages check (pages >= 1),
        sha256        text not null constraint evidence_file_hash check (sha256 ~ '^[0-9a-f]{64}$'),
        storage_key   text not null,
        state         text not null constraint evidence_file_state check
                      (state in ('waiting', 'clean', 'infected', 'replaced', 'removed', 'expired')),
        given_at      timestamptz not null,
        scanned_at    timestamptz,
        ended_at      timestamptz,
        destroyed_at  timestamptz,
        constraint evidence_file_ends_once check ((ended_at is null) = (state in ('waiting', 'clean'))),
        constraint evidence_file_destroyed_after_its_end check (destroyed_at is null or ended_at is not null)
      )`);
    await db.query(`create index evidence_file_by_entry on odop.evidence_file (entry_id, given_at)`);
    await db.query(`grant select, insert, update on odop.evidence_file to odop_app`);
    const rule = `platform.may_see(office_id) or exists (
      select 1 from odop.entry e join odop.district d on d.id = e.district_id
        join identity.v_organisation o
          on o.kind = 'platform' or (o.kind = 'state_nodal' and o.state_code = d.state_code)
             or (o.kind = 'district_nodal' and o.district_id = d.id)
       where e.id = evidence_file.entry_id and o.state = 'active' and platform.may_see(o.organisation_id))`;
    await db.query(`alter table odop.evidence_file enable row level security`);
    await db.query(`alter table odop.evidence_file force row level security`);
    await db.query(`create policy parties on odop.evidence_file using (${rule}) with check (${rule})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table odop.evidence_file`);
  }
}
