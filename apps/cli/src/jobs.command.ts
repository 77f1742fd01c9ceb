import { Option, type Command } from 'commander';
import { JobsQuery, ReplayDeadJob, type DeadJob } from '#platform/queue';
import { print, withBazaar } from './context.js';

/** Dead jobs listed or replayed at a time. */
const page = 200;

const json = (): Option => new Option('--json', 'machine-readable answer').default(false);

export function jobsCommand(program: Command): void {
  const jobs = program.command('jobs').description('work that is not done yet: what waits, what fails, what is dead');
  jobs
    .command('list', { isDefault: true })
    .description('how much waits, fails or is dead, by handler')
    .addOption(json())
    .action((options: { json: boolean }) => list(options));
  jobs
    .command('dead')
    .description('jobs that failed at every attempt, with the reason of the last')
    .addOption(json())
    .action((options: { json: boolean }) => dead(options));
  jobs
    .command('replay')
    .description('give dead jobs all their attempts again')
    .argument('[ids...]', 'which ones, as `jobs dead` shows them')
    .option('--all', 'every dead job', false)
    .option('--why <reason>', 'reason for the audit trail')
    .option('--dry-run', 'only say what would be replayed', false)
    .addOption(json())
    .action((ids: string[], options: ReplayOptions) => replay(ids, options));
}

function list(options: { json: boolean }): Promise<void> {
  return withBazaar('jobs list', async (app) => {
    const query = app.get(JobsQuery, { strict: false });
    const [rows, unopened] = [await query.backlog(), await query.unopened()];
    print(options.json, { unopened, handlers: rows }, () => [
      `${unopened} in the outbox`,
      ...rows.map(
        (row) =>
          `${row.handler}: ${row.waiting} waiting, ${row.failing} failing, ${row.dead} dead, oldest from ${row.oldest_at.toISOString()}`,
      ),
    ]);
  });
}

function dead(options: { json: boolean }): Promise<void> {
  return withBazaar('jobs dead', async (app) => {
    const rows = await app.get(JobsQuery, { strict: false }).dead(page);
    print(options.json, rows, () => (rows.length > 0 ? rows.map(line) : ['no dead jobs']));
  });
}

interface ReplayOptions {
  all: boolean;
  why?: string;
  dryRun: boolean;
  json: boolean;
}

function replay(ids: string[], options: ReplayOptions): Promise<void> {
  if (ids.length > 0 === options.all) throw new Error('Name the jobs to replay, or say --all.');
  return withBazaar('jobs replay', async (app) => {
    const query = app.get(JobsQuery, { strict: false });
    const verb = app.get(ReplayDeadJob, { strict: false });
    const chosen = options.all ? (await query.dead(page)).map((row) => row.id) : ids;
    if (!options.dryRun) for (const id of chosen) await verb.run(id, options.why);
    const said = options.dryRun ? 'would replay' : 'replayed';
    print(options.json, { [options.dryRun ? 'would_replay' : 'replayed']: chosen }, () =>
      chosen.length > 0 ? chosen.map((id) => `${said} ${id}`) : ['no dead jobs'],
    );
  });
}

const line = (row: DeadJob): string =>
  `${row.id}  ${row.handler}  dead since ${row.dead_at.toISOString()} after ${row.failures} attempts: ${row.reason}`;
