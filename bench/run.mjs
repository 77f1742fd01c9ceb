// npm run bench [-- GROUP … --scale 10k,1m]: measures, prints a table and keeps it in bench/results/. See bench/README.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { PlainFault, runMain } from '../scripts/lib/fault.mjs';
import { requireNode } from '../scripts/lib/node-version.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

/** Loaded when asked for: they need the packages. @type {Record<string, (words: string[]) => Promise<import('./lib/report.mjs').Row[]>>} */
const groups = {
  http: () => import('./groups/http.mjs').then(({ measureHttp }) => measureHttp()),
  start: () => import('./groups/start.mjs').then(({ measureStart }) => measureStart()),
  memory: () => import('./groups/memory.mjs').then(({ measureMemory }) => measureMemory()),
  odop: () => import('./groups/odop.mjs').then(({ measureOdop }) => measureOdop()),
  seed: (words) => import('./groups/seed.mjs').then(({ measureSeed }) => measureSeed(words)),
  shelf: (words) => import('./groups/shelf.mjs').then(({ measureShelf }) => measureShelf(words)),
  explain: (words) => import('./groups/explain.mjs').then(({ explainShelf }) => explainShelf(words)),
  reservations: (words) =>
    import('./groups/reservations.mjs').then(({ measureReservations }) => measureReservations(words)),
  checkout: (words) => import('./groups/checkout.mjs').then(({ measureCheckout }) => measureCheckout(words)),
  desk: () => import('./groups/desk.mjs').then(({ measureDesk }) => measureDesk()),
  papers: () => import('./groups/papers.mjs').then(({ measurePapers }) => measurePapers()),
  jobs: () => import('./groups/jobs.mjs').then(({ measureJobs }) => measureJobs()),
  notices: () => import('./groups/notices.mjs').then(({ measureNotices }) => measureNotices()),
  queue: () => import('./groups/queue.mjs').then(({ measureQueue }) => measureQueue()),
};

requireNode();
void runMain(async () => {
  const words = process.argv.slice(2);
  const named = words.filter((word, i) => !word.startsWith('--') && !words[i - 1]?.startsWith('--'));
  const asked = named.length > 0 ? named : Object.keys(groups);
  const unknown = asked.find((name) => !(name in groups));
  if (unknown !== undefined) {
    throw new PlainFault(`There is no group "${unknown}"; there are ${Object.keys(groups).join(', ')}.`);
  }
  if (!existsSync(join(projectRoot, 'node_modules'))) {
    throw new PlainFault('The packages are not installed: run "npm ci" first, then measure.');
  }
  await ensureBuilt();
  const { keep, table } = await import('./lib/report.mjs');
  const rows = [];
  for (const name of asked) {
    console.error(`Measuring ${name} …`);
    rows.push(...((await groups[name]?.(words)) ?? []));
  }
  console.log(table(rows));
  console.log(`\nKept in ${keep(rows)}`);
});
