import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Preferences in public purchases come from registers and a code to the mobile they have on file. */
export class PreferencesAreProved1795000047000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.preference (
        id           uuid primary key,
        seller_id    uuid not null constraint preference_of_seller references sellers.seller,
        flag         text not null constraint preference_flag check
                     (flag in ('enterprise', 'mse', 'women', 'sc_st', 'startup')),
        size         text constraint preference_size check (size in ('micro', 'small', 'medium')),
        source       text not null constraint preference_source check (source in ('udyam', 'dpiit')),
        verified_at  timestamptz not null,
        valid_to     date not null,
        ended_at     timestamptz
      )`);
    await db.query(
      `create unique index preference_current on sellers.preference (seller_id, flag) where ended_at is null`,
    );
    await db.query(`grant select, insert, update on sellers.preference to odop_app`);
    await db.query(`
      create table sellers.preference_proof (
        id          uuid primary key,
        seller_id   uuid not null constraint preference_proof_of_seller references sellers.seller,
        register    text not null constraint preference_proof_register check (register in ('udyam', 'dpiit')),
        paper_id    uuid not null,
        request_id  text not null,
        asked_at    timestamptz not null,
        used_at     timestamptz
      )`);
    await db.query(`grant select, insert, update on sellers.preference_proof to odop_app`);
    for (const table of ['preference', 'preference_proof']) {
      const rule = `exists (
        select 1 from sellers.seller s
         where s.id = ${table}.seller_id and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
      await db.query(`alter table sellers.${table} enable row level security`);
      await db.query(`alter table sellers.${table} force row level security`);
      await db.query(`create policy parties on sellers.${table} using (${rule}) with check (${rule})`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.preference_proof`);
    await db.query(`drop table sellers.preference`);
  }
}
