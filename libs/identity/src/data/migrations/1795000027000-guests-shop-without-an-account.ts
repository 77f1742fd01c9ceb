import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has no account shops as a guest: known by the hash of what she was given, reached where she says at checkout. */
export class GuestsShopWithoutAnAccount1795000027000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.guest (
        id             uuid primary key,
        token_hash     bytea not null constraint guest_token unique,
        language       text not null,
        name_sealed    bytea,
        mobile_sealed  bytea,
        email_sealed   bytea,
        opened_at      timestamptz not null,
        ends_at        timestamptz not null,
        constraint guest_is_reached check ((name_sealed is null) = (coalesce(mobile_sealed, email_sealed) is null))
      )`);
    await db.query(`create index guest_by_end on identity.guest (ends_at)`);
    await db.query(`alter table identity.guest enable row level security`);
    await db.query(`alter table identity.guest force row level security`);
    await db.query(
      `create policy own on identity.guest using (platform.may_see(id)) with check (platform.may_see(id))`,
    );
    await db.query(`grant select, insert, update, delete on identity.guest to odop_app`);
    await this.facts(db);
  }

  /** Who a guest is must be known before her rows may be seen, as with sign-ins. */
  private async facts(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.guest_of(token_hash bytea) returns table (id uuid) language plpgsql volatile as $$
        declare before text := current_setting('odop.scope', true);
        begin
          perform set_config('odop.scope', 'system', true);
          return query
          select g.id from identity.guest g where g.token_hash = guest_of.token_hash and g.ends_at > platform.now();
          perform set_config('odop.scope', coalesce(before, ''), true);
        end
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function identity.guest_of(bytea)`);
    await db.query(`drop table identity.guest`);
  }
}
