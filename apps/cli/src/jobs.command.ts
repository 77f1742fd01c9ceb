import type { Command } from 'commander';
import { dryRun, json, reason, type Asked, type AskedChange } from './options.js';

const jobsDone = () => import('./jobs.js');

export function jobsCommand(program: Command): void {
  const jobs = program.command('jobs').description('work that is not done yet: what waits, what fails, what is dead');
  jobs
    .command('list', { isDefault: true })
    .description('how much waits, fails or is dead, by handler')
    .addOption(json())
    .action(async (options: Asked) => (await jobsDone()).list(options));
  jobs
    .command('dead')
    .description('jobs that failed at every attempt, with the reason of the last')
    .addOption(json())
    .action(async (options: Asked) => (await jobsDone()).dead(options));
  jobs
    .command('table')
    .description(
      'every job there is: its queue, how often it is tried, what goes first, and who looks after it when dead',
    )
    .addOption(json())
    .action(async (options: Asked) => (await jobsDone()).table(options));
  jobs
    .command('replay')
    .alias('retry')
    .description('give dead jobs all their attempts again')
    .argument('[ids...]', 'which ones, as `jobs dead` shows them')
    .option('--all', 'every dead job', false)
    .addOption(reason('welcome'))
    .addOption(dryRun())
    .addOption(json())
    .action(async (ids: string[], options: AskedChange & { all: boolean }) => (await jobsDone()).replay(ids, options));
}
