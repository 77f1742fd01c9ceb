import type { Command } from 'commander';
import { json, type Asked } from './options.js';

export function settingsCommand(program: Command): void {
  program
    .command('settings')
    .description('every setting, what it means and whether it is set; never a value')
    .addOption(json())
    .action(async (options: Asked) => (await import('./settings.js')).settings(options));
}
