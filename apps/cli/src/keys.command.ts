import type { Command } from 'commander';
import { dryRun, json, reason, type Asked, type AskedChange } from './options.js';

const keysDone = () => import('./keys.js');

export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('master key, data keys and the key that signs tokens');
  keys
    .command('show', { isDefault: true })
    .description('how many keys each version of the master key protects')
    .addOption(json())
    .action(async (options: Asked) => (await keysDone()).show(options));
  keys
    .command('rotate')
    .description('wrap every key anew with the newest master key; stopped half-way, it goes on at the next call')
    .option('--new-master', 'first add a new master key to the file (then bring the file to the other machines)', false)
    .addOption(reason('needed'))
    .addOption(dryRun())
    .addOption(json())
    .action(async (options: AskedChange & { newMaster: boolean }) => (await keysDone()).rotate(options));
  keys
    .command('rotate-signing')
    .description('sign new tokens with a new key; those of the old one stay good until they end')
    .addOption(reason('needed'))
    .addOption(dryRun())
    .addOption(json())
    .action(async (options: AskedChange) => (await keysDone()).rotateSigning(options));
}
