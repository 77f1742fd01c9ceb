import { JobsQuery, ReplayDeadJob, type DeadJob } from '#platform/queue';
import { withBazaar } from './context.js';
import type { Asked, AskedChange } from './options.js';
import { print } from './terminal.js';

/** Dead jobs listed or replayed at a time. */
const page = 200;

export function list(options: Asked): Promise<void> {
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

export function dead(options: Asked): Promise<void> {
  return withBazaar('jobs dead', async (app) => {
    const rows = await app.get(JobsQuery, { strict: false }).dead(page);
    print(options.json, rows, () => (rows.length > 0 ? rows.map(line) : ['no dead jobs']));
  });
}

export function replay(ids: string[], options: AskedChange & { all: boolean }): Promise<void> {
  if (ids.length > 0 === options.all) throw new Error('Name the jobs to replay, or say --all.');
  return withBazaar(
    'jobs replay',
    async (app) => {
      const verb = app.get(ReplayDeadJob, { strict: false });
      const chosen = options.all ? (await app.get(JobsQuery, { strict: false }).dead(page)).map((row) => row.id) : ids;
      for (const id of chosen) await verb.run(id, options.reason);
      const said = options.dryRun ? 'would replay' : 'replayed';
      print(options.json, { [said.replace(' ', '_')]: chosen }, () =>
        chosen.length > 0 ? chosen.map((id) => `${said} ${id}`) : ['no dead jobs'],
      );
    },
    options,
  );
}

const line = (row: DeadJob): string =>
  `${row.id}  ${row.handler}  dead since ${row.dead_at.toISOString()} after ${row.failures} attempts: ${row.reason}`;
