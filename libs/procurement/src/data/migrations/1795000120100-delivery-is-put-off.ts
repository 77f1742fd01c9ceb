import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seller asks for more time, the office grants it with or without damages for delay, or refuses. The contract keeps two
 * days: until when goods are expected, and from when they count as late.
 */
export class DeliveryIsPutOff1795000120100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.contract add column late_after timestamptz`);
    await db.query(`update procurement.contract set late_after = deliver_by`);
    await db.query(`alter table procurement.contract alter column late_after set not null`);
    await db.query(`
      create table procurement.extension (
        id           uuid primary key,
        contract_id  uuid not null constraint extension_of_contract references procurement.contract (id),
        office_id    uuid not null,
        seller_id    uuid not null,
        until        timestamptz not null,
        reason       text not null,
        asked_by     uuid not null,
        asked_at     timestamptz not null,
        decision     text constraint extension_decision
                       check (decision in ('granted', 'granted_with_damages', 'refused')),
        answer       text,
        answered_by  uuid,
        answered_at  timestamptz,
        constraint extension_answered_whole
          check ((decision is null) = (answered_at is null) and (decision is null) = (answered_by is null))
      )`);
    await db.query(`create index extension_by_contract on procurement.extension (contract_id, id)`);
    await db.query(
      `create unique index extension_one_open on procurement.extension (contract_id) where decision is null`,
    );
    await db.query(`grant select, insert, update on procurement.extension to odop_app`);
    await db.query(`alter table procurement.extension enable row level security, force row level security`);
    await db.query(
      `create policy parties_only on procurement.extension using (platform.may_see(office_id, seller_id))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table procurement.extension`);
    await db.query(`alter table procurement.contract drop column late_after`);
  }
}
