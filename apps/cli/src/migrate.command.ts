import type { Command } from 'commander';
import { json, reason, type AskedChange } from './options.js';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (one process at a time)')
    .addOption(reason('welcome'))
    .option('--dry-run', 'only name what would run', false)
    .addOption(json())
    .action(async (options: AskedChange) => (await import('./migrate.js')).migrateAll(options));
}
