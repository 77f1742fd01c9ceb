import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import type { AskedAffected } from './audit.js';
import { json, type Asked } from './options.js';

export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('the audit trail and its digest chain');
  audit
    .command('verify')
    .description('compute the chain again from the rows and name the first that does not fit; exit code 1 then')
    .addOption(new Option('--day <YYYY-MM-DD>', 'only what was sealed on that day (India)').argParser(dayOf))
    .addOption(json())
    .action(async (options: Asked & { day?: string }) => (await import('./audit.js')).verify(options));
  audit
    .command('affected')
    .description('what was done in a span of time and to whom: for the report of a breach')
    .addOption(
      new Option('--from <time>', 'its beginning, 2026-11-22T14:00+05:30').argParser(timeOf).makeOptionMandatory(),
    )
    .addOption(new Option('--to <time>', 'its end, not included').argParser(timeOf).makeOptionMandatory())
    .addOption(new Option('--by <id>', 'only what this person did, also in the name of somebody else').argParser(idOf))
    .option('--address <address>', 'only what came from this address')
    .addOption(json())
    .action(async (options: AskedAffected) => (await import('./audit.js')).affected(options));
}

function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new InvalidArgumentError('Write the id of a person.');
  return text;
}

function timeOf(text: string): Date {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isTime) throw new InvalidArgumentError('Write a time with its zone, as 2026-11-22T14:00+05:30.');
  return new Date(text);
}

function dayOf(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay) throw new InvalidArgumentError('Write a day as 2026-11-22.');
  return text;
}
