// COPY … FROM STDIN through pg: the quickest way into a table, with as much in memory as the connection takes at a time.
import { createHash } from 'node:crypto';

const chunkLength = 256 * 1024;

/**
 * @typedef {object} Copy a table that is being filled
 * @property {string} table
 * @property {(row: readonly unknown[]) => Promise<void> | undefined} add  what is to be waited for before the next, if anything
 * @property {() => Promise<{ table: string, rows: number, checksum: string }>} end  the checksum is of every line that was sent
 */

/**
 * Begins to copy rows into a table; the connection does nothing else until the end.
 *
 * @param {import('pg').Client} client
 * @param {string} table
 * @param {readonly string[]} columns
 * @returns {Promise<Copy>}
 */
export async function copyInto(client, table, columns) {
  const hash = createHash('sha256');
  let count = 0;
  let lines = '';
  /** @type {(connection: any) => void} */
  let begun = () => undefined;
  /** @type {(error: Error) => void} */
  let failed = () => undefined;
  /** @type {Promise<any>} */
  const ready = new Promise((resolve, reject) => ((begun = resolve), (failed = reject)));
  const done = new Promise((resolve, reject) => {
    const copy = {
      submit: (/** @type {any} */ connection) => connection.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: (/** @type {any} */ connection) => begun(connection),
      handleRowDescription() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handleReadyForQuery: () => resolve(undefined),
      handleError(/** @type {Error} */ error) {
        failed(error);
        reject(error);
      },
    };
    client.query(/** @type {any} */ (copy));
  });
  done.catch(() => undefined); // told by whoever adds or ends
  const connection = await ready;

  const send = () => {
    const chunk = Buffer.from(lines);
    lines = '';
    hash.update(chunk);
    connection.sendCopyFromChunk(chunk);
    if (!connection.stream.writableNeedDrain) return undefined;
    const drained = new Promise((resolve) => connection.stream.once('drain', resolve));
    return Promise.race([drained, done]).then(() => undefined);
  };
  return {
    table,
    add(row) {
      let line = text(row[0]);
      for (let i = 1; i < row.length; i++) line += `\t${text(row[i])}`;
      lines += `${line}\n`;
      count++;
      return lines.length < chunkLength ? undefined : send();
    },
    async end() {
      await send();
      connection.endCopyFrom();
      await done;
      return { table, rows: count, checksum: hash.digest('hex') };
    },
  };
}

const special = /[\\\n\r\t]/g;
const escapes = /** @type {Record<string, string>} */ ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' });

/** A value as COPY's text format writes it; an array of texts is PostgreSQL's, any other object JSON. @param {unknown} value */
function text(value) {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const plain = typeof value === 'string' ? value : Array.isArray(value) ? arrayText(value) : JSON.stringify(value);
  return plain.replace(special, (sign) => escapes[sign] ?? sign);
}

const arrayText = (/** @type {readonly unknown[]} */ values) =>
  `{${values.map((value) => `"${String(value).replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
