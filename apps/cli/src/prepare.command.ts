import type { Command } from 'commander';
import { json, reason, type AskedChange } from './options.js';

/** What `npm start` does before the services: in one process, because loading the modules twice costs seconds. */
export function prepareCommand(program: Command): void {
  program
    .command('prepare')
    .description('migrate, then seed: a database ready for the services')
    .option('--demo', 'also a small invented bazaar with sign-ins to try (never in production)', false)
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (options: Omit<AskedChange, 'dryRun'> & { demo: boolean }) => {
      const asked = { ...options, dryRun: false };
      await (await import('./migrate.js')).migrateAll(asked);
      await (await import('./seed.js')).seed(asked);
    });
}
