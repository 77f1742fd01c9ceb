import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consignee's open work passes on with her post. Null: the role is held without a post, as in older rows. */
export class APostReceivesTheGoods1795000081000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.demand add column consignee_post_id uuid`);
    await db.query(`alter table procurement.contract add column consignee_post_id uuid`);
    await db.query(`alter table procurement.acceptance add column consignee_post_id uuid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table procurement.acceptance drop column consignee_post_id`);
    await db.query(`alter table procurement.contract drop column consignee_post_id`);
    await db.query(`alter table procurement.demand drop column consignee_post_id`);
  }
}
