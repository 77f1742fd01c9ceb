// What a piece of work says to the database, kept and said again: so that a bare driver runs the very same statements.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** @typedef {{ text: string, values: unknown[] }} Said */

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Names that are unique and no UUIDs: of orders, and of the provider's objects. */
const named = /\b(?:ODB-[A-Z]-[0-9A-Z-]+|(?:pi|evt|re|ch)_[0-9A-Za-z]+)\b/g;

/** Counts every statement of this process from now on, and keeps them when asked. */
export function listen() {
  /** @type {{ statements: number, kept: Said[] | null }} */
  const ear = { statements: 0, kept: null };
  const prototype = /** @type {any} */ (pg.Client.prototype);
  const { query } = prototype;
  prototype.query = function heard(/** @type {any} */ config, /** @type {any} */ values, /** @type {any} */ done) {
    const text = typeof config === 'string' ? config : config?.text;
    if (typeof text === 'string') {
      ear.statements++;
      ear.kept?.push({ text, values: (Array.isArray(values) ? values : config?.values) ?? [] });
    }
    return query.call(this, config, values, done);
  };
  return {
    ear,
    /** @template T @param {() => Promise<T>} work @returns {Promise<Said[]>} */
    async keeps(work) {
      /** @type {Said[]} */
      const said = [];
      ear.kept = said;
      await work();
      ear.kept = null;
      return said;
    },
    stop: () => void (prototype.query = query),
  };
}

/**
 * The same statements for another order: whatever this one made has a new name, what was there before keeps its own.
 *
 * @param {readonly Said[]} said
 * @param {ReadonlySet<string>} known ids that were there before, and texts by which one is exchanged for another
 * @param {ReadonlyMap<string, string>} swaps
 * @returns {Said[]}
 */
export function retold(said, known, swaps) {
  const names = new Map(swaps);
  const rename = (/** @type {string} */ text) =>
    text
      .replace(uuid, (id) => {
        if (known.has(id)) return id;
        if (!names.has(id)) names.set(id, later(id));
        return names.get(id) ?? id;
      })
      .replace(named, (name) => {
        if (!names.has(name))
          names.set(name, `${name.slice(0, 6)}${randomUUID().replaceAll('-', '').slice(0, 20).toUpperCase()}`);
        return names.get(name) ?? name;
      });
  /** @param {unknown} value @returns {unknown} */
  const change = (value) => {
    if (typeof value === 'string') return rename(value);
    if (Array.isArray(value)) return value.map(change);
    return value;
  };
  return said.map(({ text, values }) => ({ text: rename(text), values: /** @type {unknown[]} */ (change(values)) }));
}

/** An id made now that sorts as the old one does: rows go where new rows go. @param {string} old */
function later(old) {
  if (old[14] !== '7') return randomUUID();
  const now = Date.now().toString(16).padStart(12, '0');
  return `${now.slice(0, 8)}-${now.slice(8)}-7${randomUUID().slice(15)}`;
}
