import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import { call, handle, startWork, when, workSettings, type Work } from '../src/index.js';
import { dropTrialTables, makeTrialTables, Ordered, SendMail, Trial, TrialModule } from './effects.js';
import { stores } from './stores.js';

const tables = {
  subscriptions: [
    when(Ordered, {
      'pack the parcel': call(Trial, (trial, e) => trial.react('pack', e.order)),
      'thank the buyer': call(Trial, (trial, e) => trial.react('thank', e.order)),
    }),
  ],
  jobs: [
    handle(
      SendMail,
      call(Trial, (trial, p) => trial.react('mail', p.order)),
    ),
  ],
};

const effectsOf = (order: string) =>
  asOwner<{ what: string; times: number }>(
    `select what, count(*)::int as times from trial.effect where of = $1 group by what order by what`,
    [order],
  );
const undone = () =>
  asOwner<{ of: string }>(`select handler as of from platform.inbox union all select name from platform.outbox`);

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await done()) return;
    await sleep(25);
  }
  throw new Error('waited 10 s in vain');
}

describe.each(stores)('work on $name', ({ redisUrl }) => {
  let app: Booted;
  let trial: Trial;
  let work: Work;
  beforeAll(async () => {
    await makeTrialTables();
    await asOwner('truncate platform.outbox, platform.inbox');
    app = await boot([TrialModule]);
    trial = app.get(Trial);
    work = await startWork(app, tables, { ...workSettings(), redisUrl, redisPrefix: 'odop-work-test', rehand_ms: 1_000, lock_ms: 3_000 });
  });
  afterAll(async () => {
    await work.stop(5_000);
    await app.close();
    await dropTrialTables();
  });
  beforeEach(() => (trial.mood = () => undefined));

  const place = async (): Promise<string> => {
    const order = newId();
    await app.asSystem(() => trial.place(order));
    return order;
  };

  test('S-13 every reaction and job happens once', async () => {
    const orders = await Promise.all(Array.from({ length: 40 }, place));
    await until(async () => (await undone()).length === 0);
    for (const order of orders) {
      expect(await effectsOf(order)).toEqual(['mail', 'ordered', 'pack', 'thank'].map((what) => ({ what, times: 1 })));
    }
  });

  test('S-14 a failed reaction leaves nothing and is tried again', async () => {
    let failures = 0;
    trial.mood = (what) => {
      if (what === 'pack' && failures++ < 2) throw new Error('out of paper');
    };
    const order = await place();
    await until(async () => (await undone()).length === 0);
    expect(failures).toBe(3);
    expect(await effectsOf(order)).toEqual(['mail', 'ordered', 'pack', 'thank'].map((what) => ({ what, times: 1 })));
  });
});
