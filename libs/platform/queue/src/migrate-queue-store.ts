import { runMigrations } from 'bullmq';
import pg from 'pg';

/** Any fixed number, another one than that of our own migrations: two processes must not grant at once. */
const grantLock = 7_153_202;

/**
 * Brings BullMQ's own schema `bullmq` up to date and lets the service role use it. Part of `bazaar migrate`, also where
 * the queues live in Redis, so that the setting can be changed later.
 *
 * @param ownerUrl  connection as odop_owner
 * @returns the version of the schema
 */
export async function migrateQueueStore(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'odop-migrate' });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${grantLock})`);
    const version = await runMigrations(client);
    await client.query(`
      grant usage on schema bullmq to odop_app;
      grant select, insert, update, delete on all tables in schema bullmq to odop_app;
      grant usage, select on all sequences in schema bullmq to odop_app;
      grant execute on all functions in schema bullmq to odop_app`);
    return version;
  } finally {
    await client.end();
  }
}
