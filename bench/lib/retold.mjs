// What a piece of work says to the database, kept and said again: so that a bare driver runs the very same statements.
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

/** @typedef {{ text: string, values: unknown[], name?: string }} Said */
/** A text cut where names stand: words and places in the list of names, by turns. @typedef {{ words: string[], places: number[] }} Cut */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Names that are unique and no UUIDs: of orders, and of the provider's objects. */
const named = String.raw`\b(?:ODB-[A-Z]-[0-9A-Z-]+|(?:pi|evt|re|ch|py|txn)_[0-9A-Za-z]+)\b`;
export const names = new RegExp(`(${uuid}|${named})`);
const wholeName = new RegExp(`^(?:${uuid}|${named})$`);
/** @param {string} text */
export const isName = (text) => wholeName.test(text);

/** Keeps every statement of a piece of work, when asked: transaction after transaction, also where two ran side by side. */
export function listen() {
  /** @type {Said[][] | null} */
  let kept = null;
  let trips = 0;
  /** What each connection says in the transaction it is in. @type {WeakMap<object, Said[]>} */
  const open = new WeakMap();
  const sending = new WeakSet();
  const prototype = /** @type {any} */ (pg.Client.prototype);
  const { query } = prototype;
  prototype.query = function heard(/** @type {any} */ config, /** @type {any} */ values, /** @type {any} */ done) {
    const text = typeof config === 'string' ? config : config?.text;
    if (typeof text === 'string') {
      if (kept !== null) {
        const said = { text, values: (Array.isArray(values) ? values : config?.values) ?? [] };
        const one = config?.name === undefined ? said : { ...said, name: config.name };
        const transaction = open.get(this) ?? [];
        transaction.push(one);
        if (transaction.length === 1) kept.push(transaction);
        // What is sent in the same turn travels together, and is waited for once.
        if (!sending.has(this)) {
          trips++;
          sending.add(this);
          queueMicrotask(() => sending.delete(this));
        }
        if (text === 'begin') open.set(this, transaction);
        if (text === 'commit' || text === 'rollback') open.delete(this);
      }
    }
    return query.call(this, config, values, done);
  };
  return {
    /** @template T @param {() => Promise<T>} work @returns {Promise<{ said: Said[], trips: number }>} */
    async keeps(work) {
      /** @type {Said[][]} */
      const said = [];
      [kept, trips] = [said, 0];
      await work();
      kept = null;
      return { said: said.flat(), trips };
    },
    stop: () => void (prototype.query = query),
  };
}

/**
 * The same statements, ready to be said for another order: whatever this one made gets a new name each time, what was
 * there before keeps its own. Cut once, so that saying them costs the bare driver next to nothing.
 *
 * @param {readonly Said[]} said
 * @param {ReadonlySet<string>} known ids that were there before
 * @returns {(swaps: ReadonlyMap<string, string>) => Said[]} swaps: texts by which one is exchanged for another
 */
export function retell(said, known) {
  /** @type {Map<string, number>} */
  const places = new Map();
  const placeOf = (/** @type {string} */ name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  /** @param {unknown} value @returns {unknown} a cut, a list of such, or the value itself */
  const cut = (value) => {
    if (Array.isArray(value)) return value.map(cut);
    if (typeof value !== 'string') return value;
    const parts = value.split(names);
    if (parts.length === 1) return value;
    const words = parts.filter((_, i) => i % 2 === 0);
    return { words, places: parts.filter((_, i) => i % 2 === 1).map(placeOf) };
  };
  // A name is for one text on a connection; what the library names is named here too, what it does not is not.
  const tellings = said.map((one) => ({ ...one, values: one.values.map(cut) }));
  const old = [...places.keys()];
  return (swaps) => {
    const told = old.map((name) => swaps.get(name) ?? (known.has(name) ? name : later(name)));
    return tellings.map(({ values, ...one }) => ({ ...one, values: values.map((value) => tell(value, told)) }));
  };
}

/** @param {unknown} value @param {readonly string[]} told @returns {unknown} */
function tell(value, told) {
  if (isCut(value)) {
    let text = value.words[0] ?? '';
    value.places.forEach((place, i) => (text += (told[place] ?? '') + (value.words[i + 1] ?? '')));
    return text;
  }
  return Array.isArray(value) ? value.map((one) => tell(one, told)) : value;
}

/** A name made now; an id that sorts as the old one does, so that rows go where new rows go. @param {string} old */
function later(old) {
  if (!/^[0-9a-f]{8}-/.test(old)) {
    const fresh = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 20).toUpperCase();
    return `${old.slice(0, 6)}${fresh}`;
  }
  if (old[14] !== '7') return randomUUID();
  const now = Date.now().toString(16).padStart(12, '0');
  return `${now.slice(0, 8)}-${now.slice(8)}-7${randomUUID().slice(15)}`;
}

/** @param {unknown} value @returns {value is Cut} */
const isCut = (value) => typeof value === 'object' && value !== null && 'places' in value;
