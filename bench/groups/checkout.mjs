// Complete checkouts a second: cart, order, payment opened, paid at the simulated provider, its notice taken, settled, placed.
// Through the library, without HTTP; beside the same statements, transaction by transaction, from a bare driver.
// npm run bench -- checkout
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../scripts/lib/ports.mjs';
import { built } from '../lib/built.mjs';
import { askedScales, openFilled, withOwner } from '../lib/filled.mjs';
import { listen, retell } from '../lib/retold.mjs';
import { median } from '../lib/report.mjs';
import { startService } from '../lib/service.mjs';

const warmUp_s = 1;
const run_s = 4;
const runs = 2;
/** Of the statements by a bare driver; and orders a second. */
const goal_ratio = 0.4;
const goal_perSecond = 300;
/** Shoppers side by side, and how many offers they choose from. */
const crowds = /** @type {const} */ ([
  ['16 shoppers, a thousand offers', 16, 1_000],
  ['50 shoppers, one offer', 50, 1],
]);

/** @typedef {import('../lib/report.mjs').Row} Row */
/** @typedef {{ offer_id: string, seller_id: string, pincode: string }} Wanted */
/** @typedef {{ perSecond: number, p50_ms: number, p99_ms: number }} Sample */

/** @param {string[]} words @returns {Promise<Row[]>} */
export async function measureCheckout(words) {
  /** @type {Row[]} */
  const rows = [];
  // One outside for all: the settings that name its address are read once in a process.
  const outside = await openOutside();
  try {
    for (const scale of askedScales(words, ['10k'])) {
      const { postgres } = await openFilled(scale);
      try {
        for (const crowd of crowds) rows.push(...(await measureCrowd(postgres, outside, scale, crowd)));
      } finally {
        await postgres.stop();
      }
    }
  } finally {
    await outside.close();
  }
  return rows;
}

/**
 * @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres
 * @param {Awaited<ReturnType<typeof openOutside>>} outside
 * @param {string} scale
 * @param {(typeof crowds)[number]} crowd
 * @returns {Promise<Row[]>}
 */
async function measureCrowd(postgres, outside, scale, [name, shoppers, count]) {
  const offers = await plentyOf(postgres, count);
  Object.assign(process.env, { DATABASE_URL: postgres.appUrl, LOG_LEVEL: 'error', ...outside.env });
  const shop = await openShop(offers);
  outside.tell = shop.notice;
  const wire = listen();
  const pool = new pg.Pool({ connectionString: postgres.appUrl, max: shoppers });
  try {
    await perSecond(shop.buys, shoppers, warmUp_s);
    const said = await wire.keeps(() => shop.buys(0));
    const before = wire.ear.statements;
    await shop.buys(1);
    const statements = wire.ear.statements - before;
    const known = new Set([...offers.map((offer) => offer.offer_id), ...offers.map((offer) => offer.seller_id)]);
    const told = retell(said, known);
    const bare = (/** @type {number} */ n) => says(pool, told(swapped(offers, n)));
    await bare(2);
    /** @type {{ ours: Sample, bare: Sample }[]} */
    const samples = [];
    for (let run = 0; run < runs; run++) {
      samples.push({ bare: await perSecond(bare, shoppers, run_s), ours: await perSecond(shop.buys, shoppers, run_s) });
    }
    return rowsOf(`checkout, ${name}, ${scale}`, samples, statements);
  } finally {
    wire.stop();
    await pool.end();
    await shop.close();
  }
}

/** @param {string} name @param {{ ours: Sample, bare: Sample }[]} samples @param {number} statements @returns {Row[]} */
function rowsOf(name, samples, statements) {
  const of = (/** @type {(sample: { ours: Sample, bare: Sample }) => number} */ pick) => median(samples.map(pick));
  const alone = { ratio: null, goal: null, direction: /** @type {const} */ ('min') };
  const ratio = Math.round(of(({ ours, bare }) => ours.perSecond / bare.perSecond) * 100) / 100;
  const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  return [
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
    { name: `${name}, statements and round trips of one`, value: statements, unit: '', ...alone },
  ];
}

/** The modules of a checkout in this process, as the api and the worker have them. @param {Wanted[]} offers */
async function openShop(offers) {
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
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: offer.pincode };
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
  };
  const notice = (/** @type {Buffer} */ body, /** @type {import('node:http').IncomingHttpHeaders} */ headers) =>
    app.as(anonymousActor, () => app.get(RecordGatewayNotice).run(body, headers));
  return { buys, notice, close: () => app.close() };
}

/** The simulated provider in a process of its own, and the door its notices come to. */
async function openOutside() {
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
 * @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres
 * @param {number} count
 * @returns {Promise<Wanted[]>}
 */
function plentyOf(postgres, count) {
  return withOwner(postgres.ownerUrl, async (client) => {
    await client.query(`select set_config('odop.scope', 'system', false)`);
    const { rows } = await client.query(
      `select o.offer_id, o.seller_id, p.pincode
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
