// A worker with one job: `node import-sheet.mjs IMPORT` checks an import and has it written, and prints how long that took, its
// processor time, and how much more memory the process had at its peak than before, as one line of JSON.
import { pause } from '../../scripts/lib/processes.mjs';
import { built } from './built.mjs';

const { boot } = await built('libs/platform/testing/src/index.js');
const { ApplyImport, CatalogueModule, CheckImport, Imports } = await built('libs/catalogue/src/index.js');
const { UnitOfWork } = await built('libs/platform/database/src/index.js');

const importId = process.argv[2];
const app = await boot([CatalogueModule]);
await pause(2_000);
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);

/** @param {() => Promise<unknown>} work @returns {Promise<number>} seconds */
async function timed(work) {
  const start = performance.now();
  await app.asSystem(work);
  return (performance.now() - start) / 1_000;
}
/** As the queue does, which gives a job that fails once more: it goes on where it was cut short. @param {() => Promise<unknown>} work */
const tried = (work) =>
  work().catch((error) => {
    console.error(`Cut short, and begun again: ${error}`);
    return work();
  });
/** @param {(tx: unknown) => Promise<any>} work */
const within = (work) => app.asSystem(() => app.get(UnitOfWork).run(work));

const before = process.cpuUsage();
const check_s = await timed(() => tried(() => app.get(CheckImport).run(importId)));
const { seller_id, person_id } = await within((tx) => app.get(Imports).lock(tx, importId));
const { personActor } = await built('libs/platform/testing/src/index.js');
const maker = personActor({ organisationId: seller_id, personId: person_id });
await app.as(maker, () => app.get(ApplyImport).ask(importId, { partial: false, submit: false }));
const write_s = await timed(() => tried(() => app.get(ApplyImport).run(importId)));
clearInterval(watch);
const { user, system } = process.cpuUsage(before);
const cpu_s = (user + system) / 1e6;
const counts = await within((tx) => app.get(Imports).counts(tx, importId));
const written = counts.find((/** @type {{ state: string }} */ one) => one.state === 'done')?.goods ?? 0;
await app.close();
const above_mb = (peak - idle) / 2 ** 20;
process.stdout.write(`${JSON.stringify({ check_s, write_s, cpu_s, above_mb, written })}\n`);
