import { InvalidArgumentError, Option, type Command } from 'commander';
import { dryRun, json } from './options.js';
import type { AskedReconciliation } from './reconcile.js';

export function reconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .description('hold our books against the lists of the payment provider and the bank; exit code 1 if they differ')
    .addOption(new Option('--since <time>', 'read the lists from then on, e.g. 2026-11-01T00:00:00Z').argParser(timeOf))
    .addOption(dryRun())
    .addOption(json())
    .action(async (options: AskedReconciliation) => (await import('./reconcile.js')).reconcile(options));
}

function timeOf(text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime()) && time.getTime() <= Date.now()) return time;
  throw new InvalidArgumentError('Give a time that is past, like 2026-11-01T00:00:00Z.');
}
