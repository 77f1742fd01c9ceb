import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be told when goods that ran out are back; a row goes with the telling. */
export class ShoppersWaitForGoods1795000056200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table catalogue.stock_wish (
        offer_id   uuid not null constraint stock_wish_of_offer references catalogue.offer,
        person_id  uuid not null,
        asked_at   timestamptz not null,
        primary key (offer_id, person_id)
      )`);
    await db.query(`create index stock_wish_by_person on catalogue.stock_wish (person_id, asked_at)`);
    await db.query(`grant select, insert, delete on catalogue.stock_wish to odop_app`);
    await db.query(`alter table catalogue.stock_wish enable row level security`);
    await db.query(`alter table catalogue.stock_wish force row level security`);
    await db.query(`
      create policy parties on catalogue.stock_wish
        using (platform.may_see(person_id)) with check (platform.may_see(person_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table catalogue.stock_wish`);
  }
}
