import { queueConfig } from '#platform/queue';
import { madeUpParticulars } from '#policy';
import type { Ask } from '../ask.js';
import { fail, ok, warn, type Finding } from './finding.js';

/** S-12: handed over within 60 s, outages aside. */
const outbox_s_max = 60;
const unsealed_s_max = 300;
/** As long as the alert waits. */
const inbox_s_max = 300;
const stroke_s_max = 180;
/** The first 48 bits of a version 7 UUID: the real time in ms at which it was made. */
const madeAt_ms = `('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint`;

export async function queueStore(ask: Ask): Promise<Finding> {
  const { REDIS_URL } = queueConfig();
  if (REDIS_URL === undefined) {
    const [row] = await ask<{ there: boolean }>(`select to_regnamespace('bullmq') is not null as there`);
    return row!.there
      ? ok('queue store', 'PostgreSQL')
      : fail('queue store', 'the schema bullmq is missing', 'Run `bazaar migrate`.');
  }
  if (!/^rediss?:/.test(REDIS_URL))
    return ok('queue store', 'Redis by Sentinel or Cluster: looked at by its own tools');
  return redis(REDIS_URL);
}

async function redis(url: string): Promise<Finding> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3_000,
    maxRetriesPerRequest: 0,
    retryStrategy: null,
  });
  client.on('error', () => undefined); // told below
  try {
    await client.connect();
    const info = await client.info();
    const value = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const policy = value('maxmemory_policy');
    if (policy !== '' && policy !== 'noeviction')
      return fail(
        'queue store',
        `Redis throws jobs away when full (${policy})`,
        'config set maxmemory-policy noeviction',
      );
    if (value('aof_enabled') === '0')
      return warn(
        'queue store',
        `Redis ${value('redis_version')} forgets at a restart`,
        'Set appendonly yes; what is lost is handed over again.',
      );
    return ok('queue store', `Redis ${value('redis_version')}`);
  } catch (error) {
    return fail('queue store', `Redis: ${(error as Error).message}`, 'docs/runbooks/queue-store-lost.md');
  } finally {
    client.disconnect();
  }
}

export async function workers(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ workers: number }>(
    `select count(distinct client_addr::text || client_port)::int as workers
       from pg_stat_activity where datname = current_database() and application_name = 'odop-scheduler'`,
  );
  return row!.workers > 0
    ? ok('workers', `${row!.workers} connected`)
    : warn('workers', 'none is connected', 'Start one: nothing is sent, paid out or closed meanwhile.');
}

export async function outbox(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ rows: number; age_s: number }>(
    `select count(*)::int as rows,
            coalesce(extract(epoch from clock_timestamp()) - min(${madeAt_ms}) / 1000.0, 0)::float8 as age_s from platform.outbox`,
  );
  const found = `${row!.rows} rows, the oldest ${Math.round(Math.max(0, row!.age_s))} s old`;
  return row!.age_s > outbox_s_max ? fail('outbox', found, 'docs/runbooks/queues.md') : ok('outbox', found);
}

export async function inbox(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ rows: number; failing: number; age_s: number }>(
    `select count(*)::int as rows, count(*) filter (where failures > 0)::int as failing,
            coalesce(extract(epoch from clock_timestamp()) - min(${madeAt_ms}) / 1000.0, 0)::float8 as age_s
       from platform.inbox where dead_at is null`,
  );
  const found = `${row!.rows} handed over, ${row!.failing} of them failing, the oldest ${Math.round(Math.max(0, row!.age_s))} s`;
  return row!.age_s > inbox_s_max
    ? warn('work', found, '`bazaar jobs list` tells which; docs/runbooks/queues.md.')
    : ok('work', found);
}

export async function deadJobs(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ dead: number; oldest_at: Date | null; handlers: string | null }>(
    `select count(*)::int as dead, min(dead_at) as oldest_at, string_agg(distinct handler, ', ') as handlers
       from platform.inbox where dead_at is not null`,
  );
  return row!.dead === 0
    ? ok('dead jobs', 'none')
    : warn(
        'dead jobs',
        `${row!.dead} since ${row!.oldest_at!.toISOString()}: ${row!.handlers}`,
        '`bazaar jobs dead` tells why; docs/runbooks/dead-jobs.md.',
      );
}

/** One of the clocks strikes every minute: when none has for a while, nobody leads or their runs fail. */
export async function schedules(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ clocks: number; last_at: Date | null; age_s: number }>(
    `select count(*)::int as clocks, max(slot_at) as last_at,
            coalesce(extract(epoch from platform.now() - max(slot_at)), 0)::float8 as age_s from platform.schedule`,
  );
  if (row!.clocks === 0) return ok('schedules', 'none has struck yet');
  const found = `the last stroke was ${row!.last_at!.toISOString()}`;
  return row!.age_s > stroke_s_max
    ? warn('schedules', found, 'Is a worker running, and does one lead? docs/runbooks/queues.md.')
    : ok('schedules', found);
}

export async function auditTrail(ask: Ask): Promise<Finding> {
  const [row] = await ask<{ rows: number; age_s: number; broken: string | null }>(
    `select count(*)::int as rows, coalesce(extract(epoch from clock_timestamp() - min(a.at)), 0)::float8 as age_s,
            (select case when jsonb_typeof(c.after->'fault') = 'object' then c.object_id end from platform.audit c
              where c.object_kind = 'audit_day' order by c.object_id desc, c.id desc limit 1) as broken
       from platform.audit_unsealed u join platform.audit a on a.id = u.audit_id`,
  );
  if (row!.broken) return fail('audit trail', `broken on ${row!.broken}`, 'docs/runbooks/audit-chain-broken.md');
  const found = `${row!.rows} rows wait for their seal, the oldest ${Math.round(row!.age_s)} s`;
  return row!.age_s > unsealed_s_max
    ? warn('audit trail', found, 'Is a worker running? Its log tells of platform.seal-audit.')
    : ok('audit trail', found);
}

/** A bazaar that still names the people of the seeds tells its shoppers to ask nobody. @rule */
export async function particulars(ask: Ask): Promise<Finding> {
  const madeUp = await ask<{ key: string }>(madeUpParticulars);
  return madeUp.length === 0
    ? ok('particulars', 'the marketplace names its own people')
    : warn(
        'particulars',
        `${madeUp.map(({ key }) => key).join(', ')} are the made-up ones of the seeds`,
        'Propose your own under /v1/admin/policy/proposals before the first shopper comes.',
      );
}
