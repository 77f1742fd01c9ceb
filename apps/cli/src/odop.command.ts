import { InvalidArgumentError, Option, type Command } from 'commander';
import type { BoundariesAsked, ImportAsked } from './odop.js';
import { json, reason } from './options.js';

const odopDone = () => import('./odop.js');

export function odopCommand(program: Command): void {
  const odop = program.command('odop').description('the register of districts and their products');
  odop
    .command('import')
    .description('read a published ODOP list (CSV, or the first sheet of an Excel workbook) into the register')
    .argument('<file>', 'columns: State, District, Product, Sector; also GI, Rank, LGD code')
    .requiredOption('--source <name>', 'name of the list, as its entries will show it: odop-v32', sourceName)
    .requiredOption('--from <day>', 'first day it is in force, YYYY-MM-DD', legalDay)
    .addOption(
      new Option('--list <list>', 'which of the parallel lists')
        .choices(['dpiit_odop', 'pmfme_odop', 'state_odop', 'deh'])
        .default('dpiit_odop'),
    )
    .option('--decision <number>', 'number of the order')
    .option('--retire-absent', 'retire what is in force and the list does not name any more', false)
    .option('--retire-many', 'with --retire-absent: even more than a fifth of the list', false)
    .option('--dry-run', 'say what would come of it, and change nothing', false)
    .addOption(reason('welcome'))
    .addOption(json())
    .addHelpText(
      'after',
      '\nRows that cannot be read are told with their number, the others are taken. The same file again changes nothing;\n' +
        'one that was cut short goes on where it stopped.',
    )
    .action(async (file: string, options: ImportAsked) => (await odopDone()).importList(file, options));
  odop
    .command('import-boundaries')
    .description('read outlines of districts (TopoJSON) for the map; they are matched by LGD code and name')
    .argument('<file>', 'a topology whose objects carry "lgd" or "lgd_code", "name" and "state"')
    .requiredOption('--source <name>', 'where they come from, for attribution')
    .option('--as-of <when>', 'what day or year they show')
    .option('--object <name>', 'which object of the topology', 'districts')
    .option('--dry-run', 'say what would come of it, and change nothing', false)
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (file: string, options: BoundariesAsked) => (await odopDone()).importBoundaries(file, options));
}

function sourceName(text: string): string {
  if (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text) && text.length <= 40) return text;
  throw new InvalidArgumentError('Expected a name such as odop-v32.');
}

function legalDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError('Expected a day such as 2026-12-01.');
}
