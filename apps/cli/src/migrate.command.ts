import type { Command } from 'commander';
import { migrate, ownerConfig } from '#platform/database';
import { migrateQueueStore } from '#platform/queue';
import { migrations } from './migrations.js';
import { print } from './context.js';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (one process at a time)')
    .option('--json', 'machine-readable answer', false)
    .action(async (options: { json: boolean }) => {
      const url = ownerConfig().DATABASE_OWNER_URL;
      if (!url) throw new Error('Setting DATABASE_OWNER_URL is missing: migrations run as the owner of the database.');
      const ran = await migrate(url, migrations);
      await migrateQueueStore(url);
      print(options.json, { ran }, () =>
        ran.length > 0 ? ran.map((name) => `migrated ${name}`) : ['nothing to migrate'],
      );
    });
}
