// The ceiling of the group `odop`: node:http and pg, with the same statements through the same kind of database connection,
// and nothing around them. Settings: PORT, DATABASE_URL, STATEMENTS (JSON: url → { sql, values, isText, before: the statement
// that is run first, if any }). What the last one gives is the answer.
import { createServer } from 'node:http';
import pg from 'pg';

/** @type {Record<string, { sql: string, values: unknown[], isText?: boolean, before?: { sql: string, values: unknown[] } }>} */
const statements = JSON.parse(process.env['STATEMENTS'] ?? '{}');
const client = new pg.Client({ connectionString: process.env['DATABASE_URL'], pipeline: true });
await client.connect();

const server = createServer((request, response) => void answer(request.url ?? '', response));

/** @param {string} url @param {import('node:http').ServerResponse} response */
async function answer(url, response) {
  const statement = statements[url];
  if (statement === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (statement.before) await client.query(statement.before.sql, statement.before.values);
  const { rows } = await client.query(statement.sql, statement.values);
  const body = Buffer.from(statement.isText ? rows[0].text : JSON.stringify({ items: rows }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('disconnect', () => process.exit(0));
