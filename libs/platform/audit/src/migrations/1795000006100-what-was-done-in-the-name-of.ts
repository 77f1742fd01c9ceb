import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What delegates and staff did in a person's name is published: that person reads it (S-45). */
export class WhatWasDoneInTheNameOf1795000006100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index if not exists audit_in_the_name_of on platform.audit (person_id, id) where delegate_id is not null`,
    );
    await db.query(`
      create view platform.v_done_in_the_name_of as
        select id, at, person_id, delegate_id, action, object_kind, object_id
          from platform.audit where delegate_id is not null`);
    await db.query(`grant select on platform.v_done_in_the_name_of to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view platform.v_done_in_the_name_of`);
    await db.query(`drop index platform.audit_in_the_name_of`);
  }
}
