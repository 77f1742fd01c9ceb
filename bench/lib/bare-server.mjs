// The ceiling of the group `http`: bare Fastify, with the same bodies from the same statements through the same kind of
// database connection, and none of what the api does around them. Settings: PORT, DATABASE_URL, STATEMENTS (JSON).
import { fastify } from 'fastify';
import pg from 'pg';

const { pincode, states } = JSON.parse(process.env['STATEMENTS'] ?? '{}');
const client = new pg.Client({ connectionString: process.env['DATABASE_URL'], pipeline: true });
await client.connect();

/** @type {import('fastify').FastifyInstance} */
const server = fastify({ logger: false });
server.get('/health/live', () => Promise.resolve({ status: 'ok' }));
server.get('/v1/public/states', () => read(states).then((rows) => ({ items: rows.map(stateOf), next: null })));
server.get('/v1/public/pincodes/:pincode', ({ params }) => {
  const { pincode: digits } = /** @type {{ pincode: string }} */ (params);
  return read(pincode, [digits]).then((rows) => placeOf(rows[0]));
});
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once('disconnect', () => process.exit(0));

/**
 * @param {string} statement
 * @param {unknown[]} [values]
 */
async function read(statement, values) {
  return (await client.query(statement, values)).rows;
}

/** @param {any} row */
function stateOf({ code, name, kind, lgd_code, gst_code, districts }) {
  return { code, name, kind, lgdCode: lgd_code, gstCode: gst_code, districts };
}

/** @param {any} row */
function placeOf(row) {
  return {
    pincode: row.pincode,
    state: { code: row.state_code, name: row.state_name },
    district: { slug: row.district_slug, name: row.district_name, lgdCode: row.district_lgd_code },
    basis: row.basis,
    sure: row.basis === 'agree',
  };
}
