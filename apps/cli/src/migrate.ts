import { migrate, ownerConfig } from '#platform/database';
import { newId } from '#platform/kernel';
import { migrateQueueStore } from '#platform/queue';
import { withDatabase } from './ask.js';
import { compareMigrations } from './compare-migrations.js';
import { migrations } from './migrations.js';
import type { AskedChange } from './options.js';
import { operator, print } from './terminal.js';

export async function migrateAll(options: AskedChange): Promise<void> {
  const url = ownerConfig().DATABASE_OWNER_URL;
  if (!url) throw new Error('Setting DATABASE_OWNER_URL is missing: migrations run as the owner of the database.');
  const names = options.dryRun ? (await compareMigrations(url)).pending : await bringUpToDate(url, options.reason);
  const said = options.dryRun ? 'would migrate' : 'migrated';
  print(options.json, options.dryRun ? { pending: names } : { ran: names }, () =>
    names.length > 0 ? names.map((name) => `${said} ${name}`) : ['nothing to migrate'],
  );
}

async function bringUpToDate(url: string, why: string | undefined): Promise<string[]> {
  const ran = await migrate(url, migrations);
  await migrateQueueStore(url);
  if (ran.length > 0) await noteInTrail(url, ran, why);
  return ran;
}

/** The modules do not run here: the owner writes the row itself, like any other of the trail. */
function noteInTrail(url: string, ran: readonly string[], why: string | undefined): Promise<unknown> {
  return withDatabase(url, (ask) =>
    ask(
      `insert into platform.audit (id, at, business_at, roles, address, request_id, operation, action, object_kind, object_id, after, reason)
       values ($1::uuid, clock_timestamp(), platform.now(), '{}', $2, $1::uuid::text, 'cli migrate', 'database.migrated', 'database', current_database(), $3, $4)`,
      [newId(), operator(), JSON.stringify({ ran }), why ?? null],
    ),
  );
}
