import type { Type } from '@nestjs/common';
import { roles } from '#identity';
import { atOnce, jobTable, newsModules, owners, termsOf } from '#platform/queue';
import { boot, type Booted } from '#platform/testing';
import { jobs } from '../src/jobs.js';
import { schedules } from '../src/schedules.js';
import { subscriptions } from '../src/subscriptions.js';
import { WorkerModule } from '../src/worker.module.js';

const verbs: [string, Type<unknown>][] = [
  ...subscriptions.flatMap(({ event, reactions }) =>
    Object.entries(reactions).map(([words, { verb }]): [string, Type<unknown>] => [`${event.name}: ${words}`, verb]),
  ),
  ...jobs.map(({ job, does }): [string, Type<unknown>] => [job.name, does.verb]),
  ...schedules.flatMap((row): [string, Type<unknown>][] =>
    row.kind === 'clock'
      ? [[row.name, row.does.verb]]
      : [
          [`${row.name}, what is due`, row.due.verb],
          [row.name, row.act.verb],
        ],
  ),
];

describe('The tables of the worker', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([WorkerModule]);
  });
  afterAll(() => app.close());

  test.each(verbs)('%s has its use-case among the modules', (_what, verb) => {
    expect(app.get(verb)).toBeInstanceOf(verb);
  });

  test('S-14 each row of the table of work is done by somebody, and whoever looks after it is a role of the bazaar’s', () => {
    expect(jobs.map(({ job }) => job.name).sort()).toEqual(Object.keys(jobTable).sort());
    for (const { job, terms } of jobs) {
      expect([job.name, terms.queue.split('.')[0]]).toEqual([job.name, job.name.split('.')[0]]);
      expect([job.name, terms]).toEqual([job.name, termsOf(job.name)]);
    }
    expect(Object.keys(atOnce).filter((queue) => !jobs.some(({ terms }) => terms.queue === queue))).toEqual([]);
    expect(owners.filter((owner) => !(roles[owner].heldIn as readonly string[]).includes('platform'))).toEqual([]);
  });

  test('S-14 the news of each module have an owner', () => {
    const told = new Set(subscriptions.map(({ event }) => event.name.split('.')[0]));
    expect(told).toEqual(new Set(newsModules));
  });

  test('name each job and each schedule once', () => {
    for (const names of [jobs.map(({ job }) => job.name), schedules.map((row) => row.name)]) {
      expect(names).toEqual([...new Set(names)]);
    }
  });
});
