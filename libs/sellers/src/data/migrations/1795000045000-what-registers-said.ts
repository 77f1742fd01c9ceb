import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of registers are kept as they come, so that one silent register does not lose what the others said (SM-1). */
export class WhatRegistersSaid1795000045000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sellers.register_answer (
        id             uuid primary key,
        seller_id      uuid not null constraint register_answer_of_seller references sellers.seller,
        submission     integer not null,
        look_up        text not null constraint register_answer_look_up check
                       (look_up in ('gst', 'bank', 'pan', 'udyam', 'group', 'persons')),
        answer_sealed  bytea not null,
        asked_at       timestamptz not null,
        constraint register_answer_once unique (seller_id, submission, look_up)
      )`);
    await db.query(`grant select, insert on sellers.register_answer to odop_app`);
    const rule = `exists (
      select 1 from sellers.seller s
       where s.id = register_answer.seller_id and platform.may_see(s.id, s.applicant_id, s.desk_id, s.above_desk_id))`;
    await db.query(`alter table sellers.register_answer enable row level security`);
    await db.query(`alter table sellers.register_answer force row level security`);
    await db.query(`create policy parties on sellers.register_answer using (${rule}) with check (${rule})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sellers.register_answer`);
  }
}
