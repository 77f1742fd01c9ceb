import { isProduction } from '#platform/config';
import { databaseConfig, ownerConfig } from '#platform/database';
import { compareMigrations } from '../compare-migrations.js';
import { migrations } from '../migrations.js';
import type { Ask } from '../ask.js';
import { fail, ok, warn, type Finding } from './finding.js';

const leastPostgres = 15;
const extensions = ['pg_trgm', 'btree_gist'];
/** S-71: more than that is an alert. */
const clockOff_s_max = 2;
/** S-84: at most five minutes are lost; a margin for the archive's own work. */
const archive_minutes_max = 10;
/** No request or job of ours takes as long. */
const transaction_s_max = 600;

export const serviceUrl = (): string => databaseConfig().DATABASE_URL;

export async function version(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int / 10000 as number, current_setting('server_version') as text`,
  );
  return row!.number >= leastPostgres
    ? ok('PostgreSQL', row!.text)
    : fail('PostgreSQL', row!.text, `Move to PostgreSQL ${leastPostgres} or newer.`);
}

export async function missingExtensions(ask: Ask): Promise<Finding> {
  const rows = await ask<{ extname: string }>(`select extname from pg_extension`);
  const missing = extensions.filter((name) => !rows.some((row) => row.extname === name));
  return missing.length === 0
    ? ok('extensions', extensions.join(', '))
    : fail('extensions', `missing: ${missing.join(', ')}`, 'Let `bazaar migrate` make them, or the superuser.');
}

/** @rule S-43 – the service's role owns nothing and cannot look past row-level security */
export async function role(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ name: string; above: boolean; owns: number }>(
    `select rolname as name, rolsuper or rolbypassrls as above,
            (select count(*)::int from pg_class where relowner = r.oid and relkind in ('r', 'p', 'v', 'm')) as owns
       from pg_roles r where rolname = current_user`,
  );
  if (row!.above)
    return fail('role', `${row!.name} sees past row-level security`, `alter role ${row!.name} nosuperuser nobypassrls`);
  return row!.owns === 0
    ? ok('role', `${row!.name} owns nothing and is under row-level security`)
    : fail(
        'role',
        `${row!.name} owns ${row!.owns} tables`,
        'Give them to odop_owner: an owner can lift the second wall.',
      );
}

/** @rule S-43 */
export async function rowSecurity(ask: Ask): Promise<Finding> {
  const rows = await ask<{ table: string; good: boolean }>(
    `select c.oid::regclass::text as table,
            c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid) as good
       from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')`,
  );
  const bad = rows.filter((row) => !row.good).map((row) => row.table);
  return bad.length === 0
    ? ok('row-level security', `forced on ${rows.length} private tables`)
    : fail(
        'row-level security',
        `not forced on ${bad.join(', ')}`,
        'alter table … force row level security, by a migration.',
      );
}

/** Only the owner may read the list of what has run. */
export async function migrationsDone(): Promise<Finding> {
  const url = ownerConfig().DATABASE_OWNER_URL;
  if (!url) return warn('migrations', 'not looked at', 'Set DATABASE_OWNER_URL for this command to compare them.');
  const { pending, unknown } = await compareMigrations(url);
  if (pending.length > 0) return fail('migrations', `${pending.length} pending`, 'Run `bazaar migrate`.');
  return unknown.length > 0
    ? warn(
        'migrations',
        `${unknown.length} of a newer build have run`,
        'Start that build, or leave it so for the time being: docs/runbooks/restore.md.',
      )
    : ok('migrations', `${migrations.length} have run, none is pending`);
}

/** @rule S-71 */
export async function clocks(ask: Ask): Promise<Finding[]> {
  const before = Date.now();
  const [row] = await ask<{ real: Date; ahead_s: number; moved: boolean }>(
    `select clock_timestamp() as real, extract(epoch from platform.now() - clock_timestamp())::float8 as ahead_s,
            exists (select from platform.clock) as moved`,
  );
  const off_s = (row!.real.getTime() - (before + Date.now()) / 2) / 1_000;
  const found = `${Math.abs(off_s).toFixed(2)} s apart from the database`;
  const clock =
    Math.abs(off_s) > clockOff_s_max
      ? fail('clock', found, 'Synchronise both machines (NTP: NIC or NPL in India).')
      : ok('clock', found);
  if (!row!.moved) return [clock, ok('business clock', 'real time')];
  const ahead = `${(row!.ahead_s / 3600).toFixed(1)} h ahead of real time`;
  return [
    clock,
    isProduction()
      ? fail(
          'business clock',
          ahead,
          'Production keeps real time: delete from platform.clock, after reading what was done meanwhile.',
        )
      : ok('business clock', `${ahead} (demo)`),
  ];
}

/** @rule S-84 – the last minutes are safe only when the log of the database is kept elsewhere */
export async function backups(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ mode: string; last_at: Date | null; failed_at: Date | null }>(
    `select current_setting('archive_mode') as mode, last_archived_time as last_at, last_failed_time as failed_at
       from pg_stat_archiver`,
  );
  const { mode, last_at, failed_at } = row!;
  const todo = 'docs/runbooks/restore.md tells how.';
  if (mode === 'off')
    return isProduction()
      ? warn('backups', 'nothing is archived', todo)
      : ok('backups', 'nothing is archived (not production)');
  const found = last_at ? `archived until ${last_at.toISOString()}` : 'nothing archived yet';
  if (failed_at && (!last_at || failed_at > last_at))
    return fail('backups', `${found}, failing since then`, `Mend the archive before the disk fills: ${todo}`);
  const isLate = !last_at || Date.now() - last_at.getTime() > archive_minutes_max * 60_000;
  return isLate ? warn('backups', found, `Set archive_timeout to 300: ${todo}`) : ok('backups', found);
}

export async function connections(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ used: number; all: number; longest_s: number; pid: number | null }>(
    `select count(*)::int as used, current_setting('max_connections')::int as all,
            coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 as longest_s,
            (array_agg(pid order by xact_start) filter (where xact_start is not null))[1] as pid
       from pg_stat_activity where pid <> pg_backend_pid() and backend_type is distinct from 'autovacuum worker'`,
  );
  const { used, all, longest_s, pid } = row!;
  const found = `${used} of ${all} used, the oldest transaction ${Math.round(longest_s)} s`;
  if (used > all * 0.9) return fail('connections', found, 'docs/runbooks/database-down.md');
  return longest_s > transaction_s_max
    ? warn('connections', found, `See what pid ${pid} does: docs/runbooks/database-down.md.`)
    : ok('connections', found);
}
