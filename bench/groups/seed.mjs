// How long it takes to fill a database with goods, and that the same goods come out: npm run bench -- seed --scale 1m
import { askedScales, openFilled, scales, withOwner } from '../lib/filled.mjs';

/** Minutes in which a million should be in. */
const goal_s = 1_200;

/** @param {string[]} words @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function measureSeed(words) {
  /** @type {import('../lib/report.mjs').Row[]} */
  const rows = [];
  for (const scale of askedScales(words, ['10k'])) {
    const { postgres, checksum, took_s } = await openFilled(scale, { again: true });
    try {
      const size_mb = await withOwner(postgres.ownerUrl, async (client) => {
        const { rows: found } = await client.query(
          `select (pg_database_size(current_database()) / 1048576)::integer as mb`,
        );
        return Number(found[0].mb);
      });
      console.error(`${scale}: checksum ${checksum}`);
      const name = `seed of ${scales[scale].toLocaleString('en')} goods`;
      rows.push({ name, value: Math.round(took_s), unit: 's', ratio: null, goal: goal_s, direction: 'min' });
      rows.push({ name: `${name}, database`, value: size_mb, unit: 'MB', ratio: null, goal: null, direction: 'min' });
    } finally {
      await postgres.stop();
    }
  }
  return rows;
}
