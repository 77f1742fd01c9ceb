// Orders of the past in numbers: the rows of one real checkout, told again under other names.
import { withOwner } from './filled.mjs';

/** What a checkout leaves behind, in the order in which rows refer to each other. */
const tables = [
  'platform.subject_key',
  'orders.cart',
  'orders.cart_line',
  'orders.checkout',
  'orders."order"',
  'orders.order_line',
  'orders.order_step',
  'payments.payment',
  'payments.gateway_notice',
  'ledger.transfer',
  'catalogue.stock_hold',
];
/** No clock waits for what is over. */
const over = { due_at: null, check_at: null };
const lot = 50_000;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const named = /\b(?:ODB-[A-Z]-|(?:pi|evt|ch)_)[0-9A-Za-z-]+\b/g;
/** Stands in a row where the number of the order is written, in twelve digits. */
const number = '~~~~~~~~~~~~';

/**
 * So many orders more, each of a shopper of its own, as the one given is. What the rows of others say of it, like the
 * audit trail, is not written.
 *
 * @param {string} ownerUrl
 * @param {string} checkoutId a checkout that was placed and paid
 * @param {Date} since when its first row was written; nothing else was written since
 * @param {number} count
 */
export async function tellAgain(ownerUrl, checkoutId, since, count) {
  await withOwner(ownerUrl, async (client) => {
    await client.query(`select set_config('odop.scope', 'system', false)`);
    const rows = await rowsOf(client, checkoutId, since);
    for (const table of tables) {
      const mould = rows.get(table) ?? [];
      await client.query(`alter table ${table} disable trigger user`);
      for (let from = 1; from <= count; from += lot) {
        for (const text of mould) await write(client, table, text, from, Math.min(count, from + lot - 1));
      }
      await client.query(`alter table ${table} enable trigger user`);
    }
    await client.query(`vacuum analyze ${tables.join(', ')}`);
  });
}

/** @param {import('pg').Client} client @param {string} table @param {string} text @param {number} from @param {number} to */
async function write(client, table, text, from, to) {
  const { rows } = await client.query(
    `select quote_ident(attname) as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(
    `insert into ${table} (${names.join(', ')}) overriding system value
     select ${names.map((name) => `r.${name}`).join(', ')}
       from generate_series($2::bigint, $3::bigint) n,
            jsonb_populate_record(null::${table}, replace($1, '${number}', lpad(to_hex(n), 12, '0'))::jsonb) r`,
    [text, from, to],
  );
}

/**
 * Its rows by table, as texts in which all that is its own carries the number.
 *
 * @param {import('pg').Client} client @param {string} checkoutId @param {Date} since
 * @returns {Promise<Map<string, string[]>>}
 */
async function rowsOf(client, checkoutId, since) {
  const own = new Set([checkoutId]);
  /** @type {Map<string, Map<string, object>>} */
  const found = new Map(tables.map((table) => [table, new Map()]));
  // Rows name each other: looked for again until nothing more turns up.
  for (let before = 0; before !== own.size;) {
    before = own.size;
    for (const table of tables) {
      const { rows } = await client.query(`select to_jsonb(t) as row from ${table} t where to_jsonb(t)::text ~ $1`, [
        [...own].join('|'),
      ]);
      for (const { row } of rows) {
        const text = JSON.stringify(row);
        found.get(table)?.set(text, row);
        for (const [id] of text.matchAll(uuid)) if (isSince(id, since)) own.add(id);
        for (const [name] of text.matchAll(named)) own.add(name);
      }
    }
  }
  const mould = (/** @type {object} */ row) => {
    const kept = Object.fromEntries(Object.entries(over).filter(([name]) => name in row));
    return JSON.stringify({ ...row, ...kept })
      .replaceAll(uuid, (id) => (isSince(id, since) ? `${id.slice(0, 24)}${number}` : id))
      .replaceAll(named, (name) => `${name}${number}`);
  };
  return new Map([...found].map(([table, rows]) => [table, [...rows.values()].map(mould)]));
}

/** Ids carry the time they were made at; those of version 8 are made from the names of others. @param {string} id @param {Date} since */
const isSince = (id, since) =>
  id[14] === '8' || (id[14] === '7' && Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since.getTime());
