// One of the two halves of filling, in a thread of its own: the tables of the catalogue, or the shelf. Each table is copied by one
// connection in the order of the goods, so that the same number of goods is always the same rows in the same places.
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { built } from './built.mjs';
import { copyInto } from './copy-into.mjs';
import { goodsOf } from './goods-of.mjs';
import { catalogue, sourceOf } from './rows-of.mjs';

/**
 * What a half is given.
 *
 * @typedef {{ half: 'catalogue' | 'shelf', ownerUrl: string, register: import('./goods-of.mjs').Register, makers: number, count: number }} Part
 */

/** @type {Part} */
const { half, ownerUrl, register, makers, count } = workerData;
/** @type {pg.Client[]} */
const clients = [];

/** @param {string} table @param {string[]} columns @param {string} before */
async function open(table, columns, before = 'begin') {
  const client = new pg.Client({ connectionString: ownerUrl });
  clients.push(client);
  await client.connect();
  await client.query(before);
  return { client, copy: await copyInto(client, `catalogue.${table}`, columns) };
}

/** @param {Awaited<ReturnType<typeof open>>} opened */
async function end({ client, copy }) {
  const filled = await copy.end();
  await client.query('commit');
  return filled;
}

async function copyCatalogue() {
  const first = goodsOf(register, makers, 0);
  const written = [];
  for (const { table, rowOf } of catalogue) written.push({ ...(await open(table, Object.keys(rowOf(first)))), rowOf });
  for (let n = 0; n < count; n++) {
    const one = goodsOf(register, makers, n);
    for (const { copy, rowOf } of written) {
      const full = copy.add(Object.values(rowOf(one)));
      if (full !== undefined) await full;
    }
  }
  const filled = [];
  for (const one of written) filled.push(await end(one));
  return filled;
}

async function copyShelf() {
  const { shelfRowOf, phrasesOf } = await built('libs/catalogue/src/data/shelf/shelf-source.js');
  const columns = Object.keys(shelfRowOf(sourceOf(goodsOf(register, makers, 0))));
  // A table that is emptied in the same transaction is written once, and not into the log as well.
  const shelf = await open('shelf', [...columns, 'is_top'], 'begin; truncate catalogue.shelf');
  /** @type {Set<string>} */
  const phrases = new Set();
  for (let n = 0; n < count; n++) {
    const source = sourceOf(goodsOf(register, makers, n));
    const row = shelfRowOf(source);
    const full = shelf.copy.add([...columns.map((column) => row[column]), false]);
    if (full !== undefined) await full;
    for (const { kind, phrase, sound } of phrasesOf(source)) phrases.add(`${kind}\t${phrase}\t${sound}`);
  }
  const phrase = await open('shelf_phrase', ['kind', 'phrase', 'sound', 'listings']);
  for (const line of [...phrases].sort()) await phrase.copy.add([...line.split('\t'), 0]);
  return [await end(shelf), await end(phrase)];
}

try {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  parentPort?.postMessage(await (half === 'shelf' ? copyShelf() : copyCatalogue()));
} finally {
  await Promise.all(clients.map((client) => client.end()));
}
