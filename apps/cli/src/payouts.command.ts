import type { Command } from 'commander';
import { json, reason, type Asked } from './options.js';

export function payoutsCommand(program: Command): void {
  const payouts = program.command('payouts').description('payouts that go to the bank as a file');
  payouts
    .command('take-response')
    .description(
      'take the bank’s answer to a file of payouts, whole or not at all; the same file again changes nothing',
    )
    .argument('<file>', 'the answer as the bank gave it (CSV)')
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (file: string, options: Asked & { reason?: string }) =>
      (await import('./payouts.js')).takeResponse(file, options),
    );
}
