import pg from 'pg';
import { newId } from '#platform/kernel';
import { ownerConfig } from '#platform/database';

export interface TestDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated and seeded template: for tests that spoil or count everything. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `t_${newId().replaceAll('-', '')}`;
  const named = (url: string, database: string): string => {
    const parsed = new URL(url);
    parsed.pathname = `/${database}`;
    return parsed.href;
  };
  // From the environment, not the settings: those are read once, and a test may want its own database to be theirs.
  const ownerUrl = process.env['DATABASE_OWNER_URL']!;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: named(ownerUrl, 'postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name} template t_template`);
  return {
    name,
    ownerUrl: named(ownerUrl, name),
    appUrl: named(process.env['DATABASE_URL']!, name),
    // Not "with (force)": that fails while the server's own housekeeping is in there, which a plain drop sends away.
    drop: async () => {
      await hangUp(named(ownerUrl, name));
      await admin(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
                    where datname = '${name}' and backend_type = 'client backend'`);
      await admin(`drop database if exists ${name}`);
    },
  };
}

/** A fresh database that the settings of this test file name. Call it before anything boots. */
export async function ownDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  Object.assign(process.env, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
  return database;
}

/** Connections of the owner by address: opening one costs the server more than most questions do. */
const owners = new Map<string, pg.Pool>();

function ownerOf(url: string): pg.Pool {
  const known = owners.get(url);
  if (known) return known;
  // Idle ones keep nobody waiting: not Jest at the end of a file, nor a test that counts who is connected.
  const opened = new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  opened.on('error', () => undefined); // an idle one was cut off by a test; the pool forgets it
  owners.set(url, opened);
  return opened;
}

async function hangUp(url: string): Promise<void> {
  const open = owners.get(url);
  owners.delete(url);
  await open?.end();
}

/** Rows as the owner of the tables sees them, for checks that look beneath the service. One statement, or several without values. */
export async function asOwner<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
  ownerUrl = ownerConfig().DATABASE_OWNER_URL!,
): Promise<T[]> {
  return (await ownerOf(ownerUrl).query<T>(sql, values)).rows;
}
