import { atOnce, jobTable, JobsQuery, ReplayDeadJob, termsOf, type DeadJob, type WorkTerms } from '#platform/queue';
import { withBazaar } from './context.js';
import type { Asked, AskedChange } from './options.js';
import { print } from './terminal.js';

/** Dead jobs listed or replayed at a time. */
const page = 200;

export function list(options: Asked): Promise<void> {
  return withBazaar('jobs list', async (app) => {
    const query = app.get(JobsQuery, { strict: false });
    const [rows, unopened] = [await query.backlog(), await query.unopened()];
    const handlers = rows.map((row) => ({ ...row, owner: termsOf(row.handler).owner }));
    print(options.json, { unopened, handlers }, () => [
      `${unopened} in the outbox`,
      ...handlers.map(
        (row) =>
          `${row.handler}: ${row.waiting} waiting, ${row.failing} failing, ${row.dead} dead, oldest from ${row.oldest_at.toISOString()}, looked after by ${row.owner}`,
      ),
    ]);
  });
}

export function dead(options: Asked): Promise<void> {
  return withBazaar('jobs dead', async (app) => {
    const found = await app.get(JobsQuery, { strict: false }).dead(page);
    const rows = found.map((row) => ({
      ...row,
      owner: termsOf(row.handler).owner,
      to_do: termsOf(row.handler).whenDead,
    }));
    print(options.json, rows, () => (rows.length > 0 ? rows.flatMap(lines) : ['no dead jobs']));
  });
}

/** The one table of work, as this build has it: asks nobody. */
export function table(options: Asked): void {
  const rows = Object.entries<WorkTerms>(jobTable).map(([job, terms]) => ({
    job,
    ...terms,
    at_once: atOnce[terms.queue] ?? null,
  }));
  print(options.json, rows, () =>
    rows.map(
      (row) =>
        `${row.job}: queue ${row.queue}${row.at_once === null ? '' : ` (${row.at_once} at once)`}, ${row.attempts} attempts from ${row.backoff_ms} ms, ${row.priority}, ${row.owner}`,
    ),
  );
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

const lines = (row: DeadJob & { owner: string; to_do: string }): string[] => [
  `${row.id}  ${row.handler}  dead since ${row.dead_at.toISOString()} after ${row.failures} attempts: ${row.reason}`,
  `  ${row.owner}: ${row.to_do}`,
];
