import { newId } from '#platform/kernel';
import { openStage, type Child, type Stage } from './children.js';
import { until } from './until.js';

/** Noon of an invented day in India, as the base of the business clock. */
const noon = '2031-03-10T06:30:00Z';

jest.setTimeout(300_000);

describe('S-16 schedules over three workers', () => {
  let stage: Stage;
  let workers: Child[];
  const leaders = (): Child[] => workers.filter((worker) => worker.alive && worker.says('keeps the schedules'));
  const jumpTo = (at: string) =>
    stage.rows(
      `insert into platform.clock (base_at) values ($1)
       on conflict (one) do update set base_at = excluded.base_at, real_at = clock_timestamp()`,
      [at],
    );
  const strokes = async (): Promise<string[]> =>
    (await stage.rows<{ slot: Date }>(`select slot from trial.stroke order by n`)).map((row) => row.slot.toISOString());
  const addDeadline = async (due_at: string, poison = false): Promise<string> => {
    const id = newId();
    await stage.rows(`insert into trial.deadline (id, due_at, poison) values ($1, $2, $3)`, [id, due_at, poison]);
    return id;
  };
  const timesLapsed = async (ids: string[]): Promise<number[]> =>
    (
      await stage.rows<{ times: number }>(
        `select times from trial.deadline where id = any($1) order by array_position($1, id)`,
        [ids],
      )
    ).map((row) => row.times);
  /** Kills the others and starts one more. */
  const leadsAlone = async (env: Record<string, string>): Promise<Child> => {
    const child = stage.start('worker', env);
    await until('one more worker', () => child.says('ready'));
    await Promise.all(workers.filter((worker) => worker.alive).map((worker) => worker.kill()));
    workers.push(child);
    await until('it to lead', () => child.says('keeps the schedules'));
    return child;
  };
  /** A deadline that has just passed is acted on: so everything before it has been looked at. */
  const looksAround = async (at: string): Promise<void> => {
    const id = await addDeadline(at);
    await until('a look of the scheduler', async () => (await timesLapsed([id]))[0] === 1);
  };

  // One story: each test goes on where the one before left off, with the workers that are still alive.
  beforeAll(async () => {
    stage = await openStage(undefined);
    await jumpTo(noon);
    workers = [1, 2, 3].map(() => stage.start('worker'));
    await until('three workers and a leader', () => workers.every((w) => w.says('ready')) && leaders().length === 1);
    await until(
      'the clock to be begun',
      async () => (await stage.rows('select 1 from platform.schedule')).length === 1,
    );
  });
  afterAll(() => stage.close());

  test('a jump over the stroke while the leader is killed: exactly one run, missed strokes are one', async () => {
    expect(await strokes()).toEqual([]);
    await jumpTo('2031-03-13T06:30:00Z');
    await leaders()[0]!.kill();
    await until('the stroke', async () => (await strokes()).length > 0);
    await until('a new leader', () => leaders().length === 1);
    await looksAround('2031-03-13T06:00:00Z');
    expect(await strokes()).toEqual(['2031-03-12T21:00:00.000Z']);
    await jumpTo('2031-03-14T06:30:00Z');
    await until('the next stroke', async () => (await strokes()).length > 1);
    await looksAround('2031-03-14T06:00:00Z');
    expect(await strokes()).toEqual(['2031-03-12T21:00:00.000Z', '2031-03-13T21:00:00.000Z']);
  });

  test('S-17 a worker asked to stop ends in order and hands the schedules on', async () => {
    const [leader] = leaders();
    expect(await leader!.kill('SIGTERM')).toBe('code 0');
    await until('a new leader', () => leaders().length === 1);
    await looksAround('2031-03-14T06:10:00Z');
  });

  test('a worker that dies in the middle of a stroke leaves it to the next', async () => {
    const before = await strokes();
    const doomed = await leadsAlone({ DIE: 'in-clock' });
    await jumpTo('2031-03-15T06:30:00Z');
    expect(await doomed.ended).toBe('SIGKILL');
    expect(await strokes()).toEqual(before);
    await leadsAlone({ DIE: 'in-sweep' });
    await until('the stroke', async () => (await strokes()).length > before.length);
    expect(await strokes()).toEqual([...before, '2031-03-14T21:00:00.000Z']);
  });

  test('a deadline is acted on once, also when its worker dies over it; a poison one holds up no other', async () => {
    const [doomed] = leaders();
    const next = stage.start('worker');
    workers.push(next);
    const poison = await addDeadline('2031-03-15T05:00:00Z', true);
    const later = await addDeadline('2031-03-17T06:00:00Z');
    const ids = await Promise.all(Array.from({ length: 30 }, () => addDeadline('2031-03-15T06:00:00Z')));
    expect(await doomed!.ended).toBe('SIGKILL');
    await until('all deadlines', async () => (await timesLapsed(ids)).every((times) => times > 0));
    await looksAround('2031-03-15T06:10:00Z');
    expect(await timesLapsed(ids)).toEqual(ids.map(() => 1));
    expect(await timesLapsed([poison, later])).toEqual([0, 0]);
    await jumpTo('2031-03-17T06:30:00Z');
    await until('the later deadline', async () => (await timesLapsed([later]))[0] === 1);
  });

  test('a clock that ran days ahead and is turned back holds up no stroke until then', async () => {
    await jumpTo('2031-03-25T06:30:00Z');
    await until('the stroke of that day', async () => (await strokes()).at(-1) === '2031-03-24T21:00:00.000Z');
    await jumpTo('2031-03-18T06:30:00Z');
    await looksAround('2031-03-18T06:00:00Z');
    expect((await strokes()).at(-1)).toBe('2031-03-24T21:00:00.000Z');
    await jumpTo('2031-03-19T06:30:00Z');
    await until('the next stroke', async () => (await strokes()).at(-1) === '2031-03-18T21:00:00.000Z');
  });
});
