// Finding goods among ten thousand, a hundred thousand and a million: npm run bench -- shelf --scale 10k,100k,1m
// Each address is asked through the api and through bare node:http and pg running the same statements, in turns, with all
// connections busy; then through the api at a fixed rate, each request timed from the moment it was due.
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/ports.mjs';
import { askedScales, openFilled, scales, withOwner } from '../lib/filled.mjs';
import { median } from '../lib/report.mjs';
import { memory_mb, startService } from '../lib/service.mjs';
import { shelfStatements, whatIsKnown } from '../lib/shelf-statements.mjs';
import { load, startApi } from './http.mjs';
import { followsNews } from './shelf-news.mjs';

/** @typedef {import('../lib/report.mjs').Row} Row */

const run_s = 2;
const runs = 3;
/** Of the api's answers a second to those of the bare server. */
const goal = 0.6;
/** How much longer an answer may take among a million goods than among ten thousand. */
const growthGoal = 2;

/** @param {string[]} words @returns {Promise<Row[]>} */
export async function measureShelf(words) {
  /** @type {Row[]} */
  const rows = [];
  /** Time of an answer by address: smallest scale first. @type {Record<string, number[]>} */
  const times = {};
  for (const scale of askedScales(words, ['10k', '100k', '1m'])) {
    const { postgres } = await openFilled(scale);
    try {
      const measured = await measureScale(postgres, scale);
      rows.push(...measured.rows);
      for (const [name, time] of Object.entries(measured.times)) (times[name] ??= []).push(time);
    } finally {
      await postgres.stop();
    }
  }
  for (const [name, all] of Object.entries(times)) {
    if (all.length < 2) continue;
    const value = Math.round(((all[all.length - 1] ?? 0) / (all[0] ?? 1)) * 100) / 100;
    rows.push({
      name: `${name}, growth from the smallest to the largest`,
      value,
      unit: '×',
      ratio: null,
      goal: growthGoal,
      direction: 'min',
    });
  }
  return rows;
}

/** @param {import('../../scripts/lib/postgres.mjs').Postgres} postgres @param {import('../lib/filled.mjs').Scale} scale */
async function measureScale(postgres, scale) {
  const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
  /** @type {import('../lib/service.mjs').Service[]} */
  const services = [];
  /** @type {Row[]} */
  const rows = [];
  /** @type {Record<string, number>} */
  const times = {};
  try {
    const ours = await startApi(env);
    services.push(ours);
    const asked = await withOwner(postgres.appUrl, (client) => addresses(client, ours.url));
    const port = await freePort();
    const STATEMENTS = JSON.stringify(Object.fromEntries(asked.map(({ path, statement }) => [path, statement])));
    const bare = await startService(
      'bench/lib/bare-statements.mjs',
      { ...env, PORT: String(port), STATEMENTS },
      { port, path: '/' },
    );
    services.push(bare);
    for (const { name, path, rate } of asked) {
      const title = `${name}, ${scales[scale].toLocaleString('en')} goods`;
      const { found, answer_ms } = await measureAddress(title, path, rate, ours, bare);
      rows.push(...found);
      times[name] = answer_ms;
    }
    rows.push({
      ...plain(`api, ${scales[scale].toLocaleString('en')} goods, memory`, memory_mb(ours.pid), 'MB'),
      direction: 'min',
    });
    rows.push(...(await followsNews(postgres, env, ours, scales[scale])));
  } finally {
    await Promise.all(services.map((service) => service.stop()));
  }
  return { rows, times };
}

/**
 * What is asked, with the statements behind it. Page 50 is found as a visitor finds it: by turning 49 pages.
 *
 * @param {import('pg').Client} client
 * @param {string} url of the api
 */
async function addresses(client, url) {
  const known = await whatIsKnown(client);
  const all = await shelfStatements(known);
  const { goods } = known;
  const one = (/** @type {string} */ name) => {
    const statement = all[name];
    if (statement === undefined) throw new Error(`there is no statement "${name}"`);
    return statement;
  };
  const loom = `/v1/public/listings?state=${goods.state_code}&handmade=handloom&sort=price`;
  let cursor = null;
  let last = null;
  for (let page = 1; page < 50; page++) {
    /** @type {any} */
    const body = await (await fetch(`${url}${loom}${cursor === null ? '' : `&cursor=${cursor}`}`)).json();
    if (body.next === null) break;
    cursor = body.next;
    last = body.items.at(-1);
  }
  const inTheMiddle = one('list of a state, handloom, by price, page in the middle');
  // The key is the only thing in which a page in the middle differs from page 50.
  const key = last === null ? [] : [String(last.price.paise), last.id];
  const page50 = {
    sql: inTheMiddle.sql,
    values: [...inTheMiddle.values.slice(0, inTheMiddle.values.length - key.length), ...key],
  };
  return [
    {
      name: 'list of a district',
      path: `/v1/public/listings?district=${goods.district_slug}`,
      rate: 200,
      statement: one('list of a district'),
    },
    { name: 'filter and sort, page 1', path: loom, rate: 200, statement: one('list of a state, handloom, by price') },
    {
      name: 'filter and sort, page 50',
      path: `${loom}${cursor === null ? '' : `&cursor=${cursor}`}`,
      rate: 200,
      statement: page50,
    },
    {
      name: 'search "silk saree" with facets',
      path: '/v1/public/search?text=silk%20saree&facets=true',
      rate: 20,
      statement: { ...one('search silk saree with facets'), before: one('words looked up') },
    },
    {
      name: 'autocomplete "sare"',
      path: '/v1/public/search/suggestions?text=sare',
      rate: 200,
      statement: one('autocomplete'),
    },
    {
      name: 'goods on their page',
      path: `/v1/public/listings/${goods.listing_id}`,
      rate: 200,
      statement: one('goods on their page'),
    },
  ];
}

/**
 * @param {string} title
 * @param {string} path
 * @param {number} rate
 * @param {import('../lib/service.mjs').Service} ours
 * @param {import('../lib/service.mjs').Service} bare
 */
async function measureAddress(title, path, rate, ours, bare) {
  for (const service of [bare, ours]) await patiently(service, path, 1);
  /** @type {{ bare: import('./http.mjs').Sample, ours: import('./http.mjs').Sample }[]} */
  const samples = [];
  for (let run = 0; run < runs; run++) {
    samples.push({ bare: await patiently(bare, path, run_s), ours: await patiently(ours, path, run_s) });
  }
  await sleep(200);
  const steady = await patiently(ours, path, run_s, rate);
  const of = (/** @type {(sample: typeof samples[number]) => number} */ figure) => median(samples.map(figure));
  const ratio = hundredth(of((sample) => sample.ours.perSecond / sample.bare.perSecond));
  const perSecond = of((sample) => sample.ours.perSecond);
  /** @type {Row[]} */
  const found = [
    plain(`${title}, bare node:http and pg`, Math.round(of((sample) => sample.bare.perSecond)), '1/s'),
    { name: `${title}, api`, value: Math.round(perSecond), unit: '1/s', ratio, goal, direction: 'max' },
    plain(
      `${title}, api, answers per second of its processor`,
      Math.round(1e6 / of((sample) => sample.ours.cpu_us ?? 0)),
      '1/s',
    ),
    {
      ...plain(`${title}, api busy, half of the answers within`, hundredth(of((sample) => sample.ours.p50_ms)), 'ms'),
      direction: 'min',
    },
    {
      ...plain(`${title}, api busy, 99 of 100 within`, hundredth(of((sample) => sample.ours.p99_ms)), 'ms'),
      direction: 'min',
    },
    { ...plain(`${title}, at ${rate}/s, half within`, hundredth(steady.p50_ms), 'ms'), direction: 'min' },
    { ...plain(`${title}, at ${rate}/s, 99 of 100 within`, hundredth(steady.p99_ms), 'ms'), direction: 'min' },
  ];
  return { found, answer_ms: 1_000 / perSecond };
}

/** Again after a while when the machine was so busy with other things that the api refused to be loaded. */
async function patiently(
  /** @type {import('../lib/service.mjs').Service} */ service,
  /** @type {string} */ path,
  /** @type {number} */ seconds,
  rate = 0,
) {
  for (let tries = 0; ; tries++) {
    try {
      return await load(service, path, seconds, '*/*', rate);
    } catch (error) {
      if (tries === 4) throw error;
      console.error(`${path}: ${/** @type {Error} */ (error).message}; once more`);
      await sleep(3_000);
    }
  }
}

/** @returns {Row} */
const plain = (/** @type {string} */ name, /** @type {number} */ value, /** @type {string} */ unit) => ({
  name,
  value,
  unit,
  ratio: null,
  goal: null,
  direction: 'max',
});
const hundredth = (/** @type {number} */ value) => Math.round(value * 100) / 100;
