import type { Command } from 'commander';
import { json, reason, type AskedChange } from './options.js';

export function shelfCommand(program: Command): void {
  const shelf = program.command('shelf').description('what lists and searches read of the goods on sale');
  shelf
    .command('rebuild')
    .description('make it anew from the catalogue, batch by batch, while the shop is open')
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (options: Omit<AskedChange, 'dryRun'>) => (await import('./shelf.js')).rebuildShelf(options));
}
