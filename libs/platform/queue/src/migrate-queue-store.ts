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
  const { runMigrations } = await import('bullmq');
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
    await client.query(prepareQueue);
    return version;
  } finally {
    await client.end();
  }
}

/**
 * BullMQ makes a sequence for each queue when it is first used. The service role may not create anything, so it asks for
 * this one thing through a function of the owner's.
 */
const prepareQueue = `
  create or replace function bullmq.odop_prepare_queue(queue text) returns void
    language plpgsql security definer set search_path = bullmq, pg_temp as $$
    declare
      series text := bullmq.job_id_seq_name(queue);
    begin
      if queue !~ '^[a-z][a-z0-9._-]{0,99}$' then
        raise exception 'not the name of a queue: %', queue;
      end if;
      perform pg_advisory_xact_lock(${grantLock});
      if to_regclass(series) is null then
        execute format('create sequence %I', series);
        execute format('grant usage, select on sequence %I to odop_app', series);
      end if;
    end $$;
  revoke all on function bullmq.odop_prepare_queue(text) from public;
  grant execute on function bullmq.odop_prepare_queue(text) to odop_app`;
