import { InvalidArgumentError, Option, type Command } from 'commander';
import { json, type Asked } from './options.js';

export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('the audit trail and its digest chain');
  audit
    .command('verify')
    .description('compute the chain again from the rows and name the first that does not fit; exit code 1 then')
    .addOption(new Option('--day <YYYY-MM-DD>', 'only what was sealed on that day (India)').argParser(dayOf))
    .addOption(json())
    .action(async (options: Asked & { day?: string }) => (await import('./audit.js')).verify(options));
}

function dayOf(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay) throw new InvalidArgumentError('Write a day as 2026-11-22.');
  return text;
}
