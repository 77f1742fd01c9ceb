import { InvalidArgumentError, type Command } from 'commander';
import type { AskedClose } from './ledger.js';
import { dryRun, json, reason, type Asked } from './options.js';

export function ledgerCommand(program: Command): void {
  const ledger = program.command('ledger').description('the books');
  ledger
    .command('verify')
    .description(
      'do debits and credits agree, has no checkout paid out more than came in, are closed months as they were sealed; exit code 1 if not',
    )
    .addOption(json())
    .action(async (options: Asked) => (await import('./ledger.js')).verify(options));
  ledger
    .command('close')
    .description(
      'close a month’s books that an officer of the payments desk asked to be closed: nothing is posted into it any more',
    )
    .argument('<month>', 'a month that is over, YYYY-MM', monthOf)
    .option('--ask', 'ask for it instead; an officer closes it', false)
    .addOption(dryRun())
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (month: string, options: AskedClose) => (await import('./ledger.js')).closeMonth(month, options));
}

function monthOf(text: string): string {
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('Give a month like 2026-10.');
}
