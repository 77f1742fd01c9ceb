// Complete checkouts a second: cart, order, payment opened, paid at the simulated provider, its notice taken, settled, placed.
// Through the library, without HTTP; beside the same statements, transaction by transaction, from a bare driver and from pgbench.
// npm run bench -- checkout [--orders 1000000]
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { pause } from '../../scripts/lib/processes.mjs';
import { built } from '../lib/built.mjs';
import { askedScales, filledDatabase, openFilled, withOwner } from '../lib/filled.mjs';
import { listen, retell } from '../lib/retold.mjs';
import { hasPgbench, pgbenchPerSecond, pgbenchScript } from '../lib/pgbench.mjs';
import { tellAgain } from '../lib/past-orders.mjs';
import { median } from '../lib/report.mjs';
import { startService } from '../lib/service.mjs';

const warmUp_s = 1;
const run_s = 4;
const runs = 2;
/** Of the statements by a bare driver; and orders a second. */
const goal_ratio = 0.4;
const goal_perSecond = 300;
/** Of the time of an order among a million to that among few. */
const goal_growth = 1.5;
const copy = 'bench_checkout';
/** Shoppers side by side, and how many offers they choose from. */
const crowds = /** @type {const} */ ([
  ['16 shoppers, a thousand offers', 16, 1_000],
  ['50 shoppers, one offer', 50, 1],
]);

/** @typedef {import('../lib/report.mjs').Row} Row */
/** @typedef {{ offer_id: string, seller_id: string, listing_id: string, pincode: string }} Wanted */
/** @typedef {{ perSecond: number, p50_ms: number, p99_ms: number }} Sample */

/** @param {string[]} words @returns {Promise<Row[]>} */
export async function measureCheckout(words) {
  const past = Number(words[words.indexOf('--orders') + 1] ?? 0) || 0;
  /** @type {Row[]} */
  const rows = [];
  const [scale] = askedScales(words, ['10k']);
  const { postgres } = await openFilled(scale ?? '10k');
  const outside = await openOutside();
  try {
    // Ordered in a copy, so that the goods stay as they were filled.
    await postgres.dropDatabase(copy);
    const { appUrl, ownerUrl } = await postgres.createDatabase(copy, { template: filledDatabase });
    Object.assign(process.env, { DATABASE_URL: appUrl, LOG_LEVEL: 'error', ...outside.env });
    const { databaseConfig } = await built('libs/platform/database/src/index.js');
    if (databaseConfig().DATABASE_URL !== appUrl) {
      throw new PlainFault(
        'The goods were filled just now, by a process that goes on with their database: measure once more.',
      );
    }
    const world = { appUrl, ownerUrl, outside };
    for (const crowd of crowds) rows.push(...rowsOf(crowd[0], await measureCrowd(world, crowd)));
    if (past > 0) rows.push(...(await measureGrowth(world, past)));
  } finally {
    await outside.close();
    await postgres.dropDatabase(copy);
    await postgres.stop();
  }
  return rows;
}

/**
 * @typedef {{ ours: Sample, bare: Sample }} Pair
 * @typedef {{ appUrl: string, ownerUrl: string, outside: Awaited<ReturnType<typeof openOutside>> }} World
 * @typedef {{ samples: Pair[], pgbench: number[], statements: number, trips: number }} Measured
 */

/** @param {World} world @param {(typeof crowds)[number]} crowd @returns {Promise<Measured>} */
async function measureCrowd({ appUrl, ownerUrl, outside }, [, shoppers, count]) {
  const offers = await plentyOf(ownerUrl, count);
  const shop = await openShop(offers);
  outside.tell = shop.notice;
  const wire = listen();
  const pool = new pg.Pool({ connectionString: appUrl, max: shoppers });
  try {
    await perSecond(shop.buys, shoppers, warmUp_s);
    // What the provider still tells of those before must not be kept with this one.
    await pause(3_000);
    const { said, trips } = await wire.keeps(() => shop.buys(0));
    const told = retell(said, knownOf(offers));
    const bare = (/** @type {number} */ n) => says(pool, told(swapped(offers, n)));
    await bare(2);
    /** @type {Pair[]} */
    const samples = [];
    /** @type {number[]} */
    const pgbench = [];
    const script = hasPgbench()
      ? await pgbenchScript(appUrl, said, knownOf(offers), await choiceOf(ownerUrl, offers))
      : null;
    for (let run = 0; run < runs; run++) {
      samples.push({ bare: await perSecond(bare, shoppers, run_s), ours: await perSecond(shop.buys, shoppers, run_s) });
      if (script !== null) pgbench.push(pgbenchPerSecond(appUrl, script, { clients: shoppers, seconds: run_s }));
    }
    return { samples, pgbench, statements: said.length, trips };
  } finally {
    wire.stop();
    await pool.end();
    await shop.close();
  }
}

/** The time of an order among so many of the past, beside the one among few. @param {World} world @param {number} past @returns {Promise<Row[]>} */
async function measureGrowth(world, past) {
  const offers = await plentyOf(world.ownerUrl, crowds[0][2]);
  const shop = await openShop(offers);
  world.outside.tell = shop.notice;
  try {
    const few = await perSecond(shop.buys, crowds[0][1], 2 * run_s);
    const since = new Date();
    const mould = await shop.buys(0);
    console.error(`Writing ${past.toLocaleString('en')} orders of the past …`);
    await tellAgain(world.ownerUrl, mould, since, past);
    await perSecond(shop.buys, crowds[0][1], warmUp_s);
    const many = await perSecond(shop.buys, crowds[0][1], 2 * run_s);
    const value = Math.round(many.perSecond * 10) / 10;
    const ratio = Math.round((few.perSecond / many.perSecond) * 100) / 100;
    const name = `checkout, orders among ${past.toLocaleString('en')}, time beside among few`;
    return [{ name, value, unit: '1/s', ratio, goal: goal_growth, direction: 'min' }];
  } finally {
    await shop.close();
  }
}

/** Offers by number, for pgbench to choose from. @param {string} ownerUrl @param {readonly Wanted[]} offers */
async function choiceOf(ownerUrl, offers) {
  const ids = offers.map(({ offer_id }) => offer_id);
  await withOwner(ownerUrl, async (client) => {
    await client.query(`drop table if exists public.bench_offer`);
    await client.query(
      `create table public.bench_offer as select n, id from unnest($1::uuid[]) with ordinality as o(id, n)`,
      [ids],
    );
    await client.query(`alter table public.bench_offer add primary key (n)`);
    await client.query(`analyze public.bench_offer`);
    await client.query(`grant select on public.bench_offer to odop_app`);
  });
  const choice = `(select id from public.bench_offer where n = (select 1 + floor(random() * ${ids.length})::integer))`;
  return { name: ids[0] ?? '', choice };
}

/** What was there before any order. @param {readonly Wanted[]} offers */
const knownOf = (offers) => new Set(offers.flatMap((offer) => [offer.offer_id, offer.seller_id, offer.listing_id]));

/** @param {string} crowd @param {Measured} measured @returns {Row[]} */
function rowsOf(crowd, { samples, pgbench, statements, trips }) {
  const name = `checkout, ${crowd}`;
  const of = (/** @type {(sample: Pair) => number} */ pick) => median(samples.map(pick));
  const alone = { ratio: null, goal: null, direction: /** @type {const} */ ('min') };
  const ratio = Math.round(of(({ ours, bare }) => ours.perSecond / bare.perSecond) * 100) / 100;
  const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  const beside = pgbench.length === 0 ? null : median(pgbench);
  /** @type {Row[]} */
  const besidePgbench =
    beside === null
      ? []
      : [
          {
            name: `${name}, orders beside pgbench's ${rounded(beside)}/s`,
            value: rounded(of(({ ours }) => ours.perSecond)),
            unit: '1/s',
            ratio: Math.round((of(({ ours }) => ours.perSecond) / beside) * 100) / 100,
            goal: goal_ratio,
            direction: 'max',
          },
        ];
  return [
    ...besidePgbench,
    {
      name: `${name}, the statements alone`,
      value: rounded(of(({ bare }) => bare.perSecond)),
      unit: '1/s',
      ...alone,
      direction: 'max',
    },
    {
      name: `${name}, orders`,
      value: rounded(of(({ ours }) => ours.perSecond)),
      unit: '1/s',
      ratio,
      goal: goal_ratio,
      direction: 'max',
    },
    {
      name: `${name}, orders (ambition)`,
      value: rounded(of(({ ours }) => ours.perSecond)),
      unit: '1/s',
      ratio: null,
      goal: goal_perSecond,
      direction: 'max',
    },
    { name: `${name}, half within`, value: rounded(of(({ ours }) => ours.p50_ms)), unit: 'ms', ...alone },
    { name: `${name}, 99 of 100 within`, value: rounded(of(({ ours }) => ours.p99_ms)), unit: 'ms', ...alone },
    { name: `${name}, statements of one`, value: statements, unit: '', ...alone },
    { name: `${name}, round trips of one`, value: trips, unit: '', ...alone },
  ];
}

/** The modules of a checkout in this process, as the api and the worker have them. @param {Wanted[]} offers */
export async function openShop(offers) {
  const { boot, personActor } = await built('libs/platform/testing/src/index.js');
  const { anonymousActor } = await built('libs/platform/kernel/src/index.js');
  const { OrdersModule, OpenCart, ChangeLine, PlaceOrder, MarkPlaced } = await built('libs/orders/src/index.js');
  const { PaymentsModule, StartPayment, SettlePayment, RecordGatewayNotice } =
    await built('libs/payments/src/index.js');
  const app = await boot([PaymentsModule, OrdersModule]);
  const buys = async (/** @type {number} */ n) => {
    const offer = offers[(n * 7_919) % offers.length];
    if (offer === undefined) throw new Error('there is nothing to buy');
    const shopper = personActor({ label: 'shopper' });
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: `${n} Test Road`, pincode: offer.pincode };
    const checkout = await app.as(shopper, async () => {
      const { cartId } = await app.get(OpenCart).run();
      await app.get(ChangeLine).run(cartId, offer.offer_id, 1);
      return app.get(PlaceOrder).run(cartId, shipTo);
    });
    const cause = { kind: 'checkout', id: checkout.checkoutId };
    const started = await app.as(shopper, () => app.get(StartPayment).run(cause));
    const providerPaymentId = started.clientSecret.split('_secret')[0];
    await post(`${process.env['STRIPE_API_BASE']}/_control/payment_intents/${providerPaymentId}/pay`, {
      payment_method: 'pm_card_visa',
    });
    await app.asSystem(() => app.get(SettlePayment).run({ providerPaymentId }));
    await app.asSystem(() => app.get(MarkPlaced).run(checkout.checkoutId));
    return checkout.checkoutId;
  };
  const notice = (/** @type {Buffer} */ body, /** @type {import('node:http').IncomingHttpHeaders} */ headers) =>
    app.as(anonymousActor, () => app.get(RecordGatewayNotice).run(body, headers));
  return { app, buys, notice, close: () => app.close() };
}

/** The simulated provider in a process of its own, and the door its notices come to. */
export async function openOutside() {
  const folder = mkdtempSync(join(tmpdir(), 'odop-bench-'));
  const outside = {
    tell: async (/** @type {Buffer} */ _body, /** @type {import('node:http').IncomingHttpHeaders} */ _headers) => {},
  };
  const door = createServer((request, answer) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const done = (/** @type {number} */ status) => answer.writeHead(status).end();
      outside.tell(Buffer.concat(parts), request.headers).then(
        () => done(200),
        () => done(500),
      );
    });
  });
  const [port, doorPort] = [await freePort(), await freePort()];
  await new Promise((resolve) => door.listen(doorPort, '127.0.0.1', () => resolve(null)));
  const simulators = await startService(
    'dist/apps/simulators/src/main.js',
    {
      ...process.env,
      LOG_LEVEL: 'error',
      SIMULATORS_PORT: String(port),
      SIMULATORS_DIR: folder,
      SIMULATORS_NOTIFY: `http://127.0.0.1:${doorPort}`,
    },
    { port, path: '/' },
  );
  return Object.assign(outside, {
    env: { SIMULATORS_PORT: String(port), STRIPE_API_BASE: simulators.url, STORAGE_URL: `file:${folder}/media` },
    close: async () => {
      await simulators.stop();
      door.closeAllConnections();
      door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** @param {string} url @param {object} body */
async function post(url, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
}

/** One order's statements, as they were grouped in transactions. @param {pg.Pool} pool @param {import('../lib/retold.mjs').Said[]} said */
async function says(pool, said) {
  const client = await pool.connect();
  try {
    for (const one of said) await client.query(one);
  } finally {
    client.release();
  }
}

/** Another offer than the one whose statements were kept. @param {Wanted[]} offers @param {number} n */
function swapped(offers, n) {
  const [kept, other] = [offers[0], offers[(n * 7_919) % offers.length]];
  return new Map(kept && other ? [[kept.offer_id, other.offer_id]] : []);
}

/** @param {(n: number) => Promise<unknown>} act @param {number} clients @param {number} seconds @returns {Promise<Sample>} */
async function perSecond(act, clients, seconds) {
  const start = performance.now();
  /** @type {number[]} */
  const took_ms = [];
  let n = 3;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < seconds * 1_000) {
        const began = performance.now();
        await act(n++);
        took_ms.push(performance.now() - began);
      }
    }),
  );
  const took_s = (performance.now() - start) / 1_000;
  took_ms.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    took_ms[Math.min(took_ms.length - 1, Math.floor(took_ms.length * share))] ?? 0;
  return { perSecond: took_ms.length / took_s, p50_ms: at(0.5), p99_ms: at(0.99) };
}

/**
 * Offers in sale with a PIN code of their maker's State, and with pieces enough for all that is asked.
 *
 * @param {string} ownerUrl
 * @param {number} count
 * @returns {Promise<Wanted[]>}
 */
export function plentyOf(ownerUrl, count) {
  return withOwner(ownerUrl, async (client) => {
    await client.query(`select set_config('odop.scope', 'system', false)`);
    const { rows } = await client.query(
      `select o.offer_id, o.seller_id, o.listing_id, p.pincode
         from catalogue.v_offer o
         join (select d.state_code, min(p.pincode) as pincode
                 from odop.pincode p join odop.district d on d.id = p.district_id group by 1) p
           on p.state_code = o.seller_state_code
        where o.is_for_sale and o.min_quantity = 1 and not o.is_made_to_order and o.serves_pins is null
        order by o.offer_id limit $1`,
      [count],
    );
    const ids = rows.map(({ offer_id }) => offer_id);
    await client.query(`delete from catalogue.stock_hold where offer_id = any($1::uuid[])`, [ids]);
    await client.query(
      `update catalogue.stock_level set on_hand = 100000000, reserved = 0 where offer_id = any($1::uuid[])`,
      [ids],
    );
    return rows;
  });
}
