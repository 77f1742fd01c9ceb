import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a shopper asks about goods before and after she orders them: what their maker wrote on her newest goods. */
export class MakersSayWhereTheyAreAsked1795000090100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index listing_with_care on catalogue.listing (seller_id, live_at desc, id)
        where live_at is not null and declarations ->> 'consumerCare' is not null`);
    await db.query(`
      create view catalogue.v_care as
        select s.seller_id, c.phone, c.email
          from sellers.v_seller s
         cross join lateral (
           select l.declarations -> 'consumerCare' ->> 'phone' as phone, l.declarations -> 'consumerCare' ->> 'email' as email
             from catalogue.listing l
            where l.seller_id = s.seller_id and l.live_at is not null and l.declarations ->> 'consumerCare' is not null
            order by l.live_at desc, l.id limit 1) c`);
    await db.query(`grant select on catalogue.v_care to odop_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view catalogue.v_care`);
    await db.query(`drop index catalogue.listing_with_care`);
  }
}
