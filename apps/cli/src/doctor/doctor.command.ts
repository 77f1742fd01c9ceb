import type { Command } from 'commander';
import { json, type Asked } from '../options.js';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look at everything this installation needs and say what to do; exit code 1 when something fails')
    .addOption(json())
    .action(async (options: Asked) => (await import('./doctor.js')).doctor(options));
}
