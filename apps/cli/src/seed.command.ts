import { InvalidArgumentError, type Command } from 'commander';
import { makers_default, makers_max } from './demo/makers/how-many.js';
import { dryRun, json, reason, type AskedChange } from './options.js';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('load the reference data; a second run changes nothing')
    .option('--demo', 'also a small invented bazaar with sign-ins to try (never in production)', false)
    .option(
      '--makers [how many]',
      'also invented makers of every State and class, 324 if not said (never in production)',
      howMany,
    )
    .addOption(reason('welcome'))
    .addOption(dryRun())
    .addOption(json())
    .action(async ({ makers, ...options }: AskedChange & { demo: boolean; makers?: number | true }) =>
      (await import('./seed.js')).seed({
        ...options,
        ...(makers === undefined ? {} : { makers: makers === true ? makers_default : makers }),
      }),
    );
}

function howMany(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= makers_max) return count;
  throw new InvalidArgumentError(`Say a number from 1 to ${makers_max}.`);
}
