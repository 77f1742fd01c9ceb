// Reservations a second through the library, beside the same guarded statement sent by a bare driver in a transaction of its own:
// npm run bench -- reservations
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { built } from '../lib/built.mjs';
import { askedScales, openFilled, withOwner } from '../lib/filled.mjs';
import { median } from '../lib/report.mjs';

const clients = 16;
const run_s = 3;
const runs = 3;
const goal = 0.5;
/** Offers that are asked for: so many that few wait for each other; and one that all want. */
const crowds = /** @type {const} */ ([
  ['a thousand offers', 1_000],
  ['one offer', 1],
]);

/** @typedef {import('../lib/report.mjs').Row} Row */

/** @param {string[]} words @returns {Promise<Row[]>} */
export async function measureReservations(words) {
  /** @type {Row[]} */
  const rows = [];
  for (const scale of askedScales(words, ['10k'])) {
    const { postgres } = await openFilled(scale);
    try {
      for (const [name, count] of crowds) rows.push(...(await measureCrowd(postgres, `${name}, ${scale}`, count)));
    } finally {
      await postgres.stop();
    }
  }
  return rows;
}

/** @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres @param {string} name @param {number} count @returns {Promise<Row[]>} */
async function measureCrowd(postgres, name, count) {
  const offers = await plentyOf(postgres, count);
  Object.assign(process.env, { DATABASE_URL: postgres.appUrl, LOG_LEVEL: 'error' });
  const { boot, personActor } = await built('libs/platform/testing/src/index.js');
  const { UnitOfWork } = await built('libs/platform/database/src/index.js');
  const { CatalogueModule, HoldStock } = await built('libs/catalogue/src/index.js');
  const { reserve } = await built('libs/catalogue/src/data/stock.sql.js');
  const app = await boot([CatalogueModule]);
  const pool = new pg.Pool({ connectionString: postgres.appUrl, max: clients });
  try {
    const buyer = personActor();
    const expiresAt = new Date(Date.now() + 3_600_000);
    const offer = (/** @type {number} */ n) => offers[(n * 7_919) % offers.length];
    const ours = (/** @type {number} */ n) =>
      app.as(buyer, () =>
        app.get(UnitOfWork).run((/** @type {unknown} */ tx) =>
          app.get(HoldStock).inside(tx, {
            cause: { kind: 'contract', id: randomUUID() },
            lines: [{ offerId: offer(n), quantity: 1 }],
            expiresAt,
          }),
        ),
      );
    const bare = (/** @type {number} */ n) =>
      pool.query(reserve, [
        [offer(n)],
        [1],
        [randomUUID()],
        'contract',
        randomUUID(),
        null,
        null,
        expiresAt,
        new Date(),
      ]);
    await perSecond(bare, 1);
    await perSecond(ours, 1);
    const samples = [];
    for (let run = 0; run < runs; run++)
      samples.push({ bare: await perSecond(bare, run_s), ours: await perSecond(ours, run_s) });
    const ratio = Math.round(median(samples.map((one) => one.ours / one.bare)) * 100) / 100;
    return [
      {
        name: `reservations, ${name}, the statement alone`,
        value: Math.round(median(samples.map((one) => one.bare))),
        unit: '1/s',
        ratio: null,
        goal: null,
        direction: 'max',
      },
      {
        name: `reservations, ${name}, HoldStock`,
        value: Math.round(median(samples.map((one) => one.ours))),
        unit: '1/s',
        ratio,
        goal,
        direction: 'max',
      },
    ];
  } finally {
    await pool.end();
    await app.close();
  }
}

/** @param {(n: number) => Promise<unknown>} act @param {number} seconds */
async function perSecond(act, seconds) {
  const start = performance.now();
  let n = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < seconds * 1_000) await act(n++);
    }),
  );
  return n / ((performance.now() - start) / 1_000);
}

/**
 * Offers with pieces enough for all that is asked, and none of what was held before.
 *
 * @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres
 * @param {number} count
 * @returns {Promise<string[]>}
 */
function plentyOf(postgres, count) {
  return withOwner(postgres.ownerUrl, async (client) => {
    const { rows } = await client.query(`select offer_id as id from catalogue.stock_level order by offer_id limit $1`, [
      count,
    ]);
    const ids = rows.map(({ id }) => id);
    await client.query(`delete from catalogue.stock_hold where offer_id = any($1::uuid[])`, [ids]);
    await client.query(
      `update catalogue.stock_level set on_hand = 100000000, reserved = 0 where offer_id = any($1::uuid[])`,
      [ids],
    );
    return ids;
  });
}
