import type { Command } from 'commander';
import { dryRun, json, reason, type AskedChange } from './options.js';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('load the reference data; a second run changes nothing')
    .option('--demo', 'also a small invented bazaar with sign-ins to try (never in production)', false)
    .addOption(reason('welcome'))
    .addOption(dryRun())
    .addOption(json())
    .action(async (options: AskedChange & { demo: boolean }) => (await import('./seed.js')).seed(options));
}
