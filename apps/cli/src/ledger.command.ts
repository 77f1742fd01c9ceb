import type { Command } from 'commander';
import { json, type Asked } from './options.js';

export function ledgerCommand(program: Command): void {
  const ledger = program.command('ledger').description('the books');
  ledger
    .command('verify')
    .description('do debits and credits agree, and has no checkout paid out more than came in; exit code 1 if not')
    .addOption(json())
    .action(async (options: Asked) => (await import('./ledger.js')).verify(options));
}
