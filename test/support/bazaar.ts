import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '#platform/kernel';
import { NestLog, runAsSystem, runInContext } from '#platform/observability';
import { startWork, type Work } from '#platform/queue';
import { apiClient, asOwner, ownDatabase, personActor, standing, type ApiClient, type Booted } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { openWorld, type World } from '../../apps/simulators/src/open-world.js';
import { jobs } from '../../apps/worker/src/jobs.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { subscriptions } from '../../apps/worker/src/subscriptions.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { goods, type Goods, type GoodsWish } from '../../libs/catalogue/test/builders/goods.js';
import { identityActors } from '../../libs/identity/test/builders/identity-actors.js';
import { endWithInvariants } from './invariants.js';

/** A whole bazaar in one process: api and worker as they are shipped, and the simulated world outside. */
export interface Bazaar {
  api: ApiClient;
  app: NestFastifyApplication;
  /** Signed-in people of every role. */
  people: ReturnType<typeof identityActors>;
  /** Makers and goods, driven through the real use-cases. */
  goods: ReturnType<typeof goods>;
  /** A verified maker with something to sell, and the headers of her requests. */
  makerWith(piece: GoodsWish): Promise<{ piece: Goods; maker: Record<string, string> }>;
  /** Address of the simulated world, for what happens out there: a shopper pays, a courier delivers. */
  world: string;
  /** Lets business time pass. */
  passes(hours: number): Promise<void>;
  /** Asks until the answer fits, because jobs do the rest. */
  until<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T>;
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  /** For use-cases, called as somebody would. */
  booted: Booted;
  close(): Promise<void>;
}

/**
 * One bazaar for a test file; its settings are this process's environment.
 * @param with_.worker  false: nothing happens by itself (see `openWorkshop`)
 * @param with_.itsOwn  a database nobody else uses: for files whose clocks run for days, or that count everything
 */
export async function openBazaar(with_: { worker?: boolean; itsOwn?: boolean } = {}): Promise<Bazaar> {
  const database = with_.itsOwn ? await ownDatabase() : null;
  const folder = await mkdtemp(join(tmpdir(), 'bazaar-'));
  Object.assign(process.env, {
    SIMULATORS_DIR: join(folder, 'simulators'),
    STORAGE_URL: `file:${join(folder, 'media')}`,
    OUTBOX_DIR: join(folder, 'outbox'),
  });
  const app = await createApi();
  await app.listen(0, '127.0.0.1');
  process.env['SIMULATORS_NOTIFY'] = await app.getUrl();
  const world = await openWorld();
  const worker = (with_.worker ?? true) ? await openWorker() : null;
  const booted = bootedApi(app);
  const isGone = standing.put(['catalogue', 'ledger', 'orders', 'payments']);
  return {
    api: apiClient(app),
    app,
    people: identityActors(app),
    goods: goods(booted),
    makerWith: async (wish) => {
      const people = identityActors(app);
      const person = await people.person({ name: 'Meena Devi' });
      const applicant = personActor({ personId: person.personId });
      const { make, live } = goods(booted);
      const piece = await live(wish, await make.verified({ applicant }));
      return { piece, maker: (await people.signIn(person, piece.maker.sellerId)).headers };
    },
    world: world.url,
    passes: async (hours) => {
      await asOwner(
        `insert into platform.clock (base_at) values (clock_timestamp() + make_interval(hours => $1))
         on conflict (one) do update set base_at = platform.now() + make_interval(hours => $1), real_at = clock_timestamp()`,
        [hours],
      );
    },
    until,
    asSystem: booted.asSystem,
    booted,
    close: async () => {
      isGone();
      await closeAll(app, worker, world, folder);
      await database?.drop();
    },
  };
}

interface Worker {
  context: INestApplicationContext;
  work: Work;
}

async function openWorker(): Promise<Worker> {
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    logger: new NestLog(),
    abortOnError: false,
  });
  return { context, work: await startWork(context, { subscriptions, jobs, schedules }) };
}

function bootedApi(app: NestFastifyApplication): Booted {
  return {
    get: (token) => app.get(token as never, { strict: false }),
    as: (actor, act) =>
      runInContext({ actor, requestId: newId(), address: null, operation: actor.label, audited: true }, act),
    asSystem: (act) => runAsSystem('test', newId(), act),
    close: () => app.close(),
  };
}

async function until<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const tries = 400;
  let answer = await ask();
  for (let i = 0; i < tries && !fits(answer); i++) {
    await sleep(100);
    answer = await ask();
  }
  if (!fits(answer)) throw new Error(`${what} did not happen; last seen: ${JSON.stringify(answer)}`);
  return answer;
}

async function closeAll(
  app: NestFastifyApplication,
  worker: Worker | null,
  world: World,
  folder: string,
): Promise<void> {
  await worker?.work.stop(5_000);
  await asOwner('delete from platform.clock'); // the next test of this database lives in real time again
  await worker?.context.close();
  await world.stop();
  await app.close();
  await rm(folder, { recursive: true, force: true });
  await endWithInvariants();
}

/** A sheet of goods of a maker, on its way into the catalogue. @returns id of the import */
export async function uploadedSheet({ api }: Bazaar, headers: Record<string, string>): Promise<string> {
  const asked = api.post('/v1/seller/imports').set({ ...headers, 'content-type': 'text/csv' });
  return ((await asked.send('sku,title\nA-1,Stole\n').expect(201)).body as { id: string }).id;
}
