import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openStage, type Stage } from './children.js';
import { stores } from './stores.js';
import { until } from './until.js';

/** Places where a worker ends itself once, each in turn, before the kills at random. */
const deaths = ['before-add', 'after-add', 'in-reaction', 'in-job', 'before-finish'];

async function emptyStore(stage: Stage, redisUrl: string | undefined): Promise<void> {
  if (!redisUrl) {
    await stage.rows('truncate bullmq.job cascade');
    return;
  }
  const redis = new Redis(redisUrl);
  // In one step, as a flush is: keys that go one by one leave a store that no crash can leave.
  const all = `${stage.env['TRIAL_PREFIX']}:*`;
  await redis.eval(`for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end`, 0, all);
  redis.disconnect();
}

/** Kills at random after the arranged deaths; more of them by CRASH_ROUNDS, for a long night. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 1);

/** Orders under the storm, each a job and two reactions; CRASH_JOBS=2000 before a release. */
const stormOrders = Number(process.env['CRASH_JOBS'] ?? 60);
const life_ms = 700;

describe.each(stores)('crashes on $name', ({ redisUrl }) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(redisUrl);
  });
  afterEach(() => stage.close());

  test('S-12 S-13 S-73 S-74 S-77 whatever is killed or emptied, every acknowledged order has each effect once', async () => {
    const writers = [stage.start('writer')];
    const placed = (): string[] => writers.flatMap((child) => child.lines).filter((line) => line.startsWith('placed'));
    const morePlaced = async (): Promise<void> => {
      const before = placed().length;
      await until('orders', () => placed().length > before + 20);
    };
    await morePlaced();
    const doomed = deaths.map((DIE) => stage.start('worker', { DIE }).ended);
    expect(await Promise.all(doomed)).toEqual(deaths.map(() => 'SIGKILL'));

    for (let round = 0; round < rounds; round++) {
      const worker = stage.start('worker');
      await until('a worker', () => worker.says('ready'));
      await sleep(Math.random() * 1_000);
      await Promise.all([writers.at(-1)!.kill(), worker.kill()]);
      if (round % 2 === 0) await emptyStore(stage, redisUrl);
      writers.push(stage.start('writer'));
    }
    await morePlaced();
    await Promise.all(writers.map((writer) => writer.kill()));

    const last = stage.start('worker');
    await until('a worker', () => last.says('ready'));
    await sleep(Math.random() * 500);
    await emptyStore(stage, redisUrl);
    await until('all work done', async () => {
      const [left] = await stage.rows<{ left: number }>(
        `select (select count(*) from platform.outbox)::int + (select count(*) from platform.inbox)::int as left`,
      );
      return left!.left === 0;
    });
    const orders = await stage.rows<{ of: string; effects: string }>(
      `select of, string_agg(what, ' ' order by what) as effects from trial.effect group by of`,
    );
    expect(orders.filter((row) => row.effects !== 'mail ordered pack thank')).toEqual([]);
    const known = new Set(orders.map((row) => row.of));
    expect(placed().filter((line) => !known.has(line.slice('placed '.length)))).toEqual([]);
  }, 300_000);

  test(
    'S-14 S-13 S-74 S-77 a worker that lives for 700 ms at a time, over a store that is emptied, does all of it once',
    async () => {
      expect(await stage.start('crowd', { TRIAL_ORDERS: String(stormOrders) }).ended).toBe('code 0');
      const left = async (): Promise<number> => {
        const [row] = await stage.rows<{ left: number }>(
          `select (select count(*) from platform.outbox)::int + (select count(*) from platform.inbox)::int as left`,
        );
        return row!.left;
      };
      for (let before = await left(), vain = 0; before > 0 && vain < 20;) {
        const worker = stage.start('worker');
        await until('a worker', () => worker.says('ready'));
        await sleep(life_ms);
        await worker.kill();
        const after = await left();
        if (vain === 0) await emptyStore(stage, redisUrl);
        vain = after < before ? 0 : vain + 1;
        before = after;
      }
      expect(await left()).toBe(0);
      const [done] = await stage.rows<{ orders: number; whole: number }>(
        `select count(*)::int as orders, count(*) filter (where effects = 'mail ordered pack thank')::int as whole
         from (select string_agg(what, ' ' order by what) as effects from trial.effect group by of) as one`,
      );
      expect(done).toEqual({ orders: stormOrders, whole: stormOrders });
    },
    300_000 + stormOrders * 1_000,
  );
});
