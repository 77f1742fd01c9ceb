// How soon a change shows: a maker asks another price, and the list of her goods is asked until it says so. Everything between is
// as it is shipped: transaction, outbox, relay, queue, worker, shelf, api.
import { withOwner } from '../lib/filled.mjs';
import { median } from '../lib/report.mjs';
import { startService } from '../lib/service.mjs';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/lib/ports.mjs';
import { setTimeout as sleep } from 'node:timers/promises';

const changes = 20;
/** Of one change, of the slowest of them. */
const goal_ms = 1_000;
const patience_ms = 30_000;
/** Between two looks at the list, each of a hundred goods: without a pause they would take the processor from the worker. */
const asked_ms = 20;

/**
 * @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres
 * @param {NodeJS.ProcessEnv} env
 * @param {import('../lib/service.mjs').Service} api
 * @param {number} goods how many there are
 * @returns {Promise<import('../lib/report.mjs').Row[]>}
 */
export async function followsNews(postgres, env, api, goods) {
  const { rows: offers } = await withOwner(postgres.ownerUrl, (client) =>
    client.query(
      // Of makers whose goods are all on one page of a list.
      `select o.id, o.listing_id, o.seller_id, o.price_paise from catalogue.offer o
        where o.price_paise > 20000 and (select count(*) from catalogue.shelf s where s.seller_id = o.seller_id) <= 100
        order by o.id limit ${changes}`,
    ),
  );
  const port = await freePort();
  const worker = await startService(
    'dist/apps/worker/src/main.js',
    { ...env, METRICS_PORT: String(port) },
    { port, path: '/health/ready' },
  );
  const maker = fork(fileURLToPath(new URL('../lib/price-changer.mjs', import.meta.url)), {
    env: { ...env, LOG_LEVEL: 'error' },
  });
  const said = async () => {
    const heard = new AbortController();
    const { signal } = heard;
    const ended = once(maker, 'exit', { signal }).then(() => Promise.reject(new Error('the maker’s process ended')));
    await Promise.race([once(maker, 'message', { signal }), ended]);
    heard.abort();
  };
  /** @type {number[]} */
  const took_ms = [];
  try {
    await said();
    for (const { id, listing_id, seller_id, price_paise } of offers) {
      const wanted = Number(price_paise) - 100;
      maker.send({ offerId: id, sellerId: seller_id, paise: wanted });
      await said();
      const changed = performance.now();
      while (!(await shows(api, seller_id, listing_id, wanted))) {
        if (performance.now() - changed > patience_ms) {
          console.error(`${listing_id} does not show its new price`);
          break;
        }
        await sleep(asked_ms);
      }
      took_ms.push(performance.now() - changed);
    }
  } finally {
    maker.disconnect();
    await worker.stop();
  }
  const name = `a change shows, ${goods.toLocaleString('en')} goods`;
  return [
    {
      name: `${name}, half within`,
      value: Math.round(median(took_ms)),
      unit: 'ms',
      ratio: null,
      goal: null,
      direction: 'min',
    },
    {
      name: `${name}, all ${changes} within`,
      value: Math.round(Math.max(...took_ms)),
      unit: 'ms',
      ratio: null,
      goal: goal_ms,
      direction: 'min',
    },
  ];
}

/** @param {import('../lib/service.mjs').Service} api @param {string} seller @param {string} listing @param {number} paise */
async function shows(api, seller, listing, paise) {
  const answer = await fetch(`${api.url}/v1/public/listings?maker=${seller}&limit=100`);
  const { items } = /** @type {any} */ (await answer.json());
  return items.some((/** @type {any} */ one) => one.id === listing && Number(one.price.paise) === paise);
}
