import { isProduction } from '#platform/config';
import { withBazaar } from './context.js';
import type { AskedChange } from './options.js';
import { seeds } from './seeds.js';
import { print } from './terminal.js';

/** @param options.makers  how many invented makers there are to be; absent: none is made */
export async function seed(options: AskedChange & { demo: boolean; makers?: number }): Promise<void> {
  const { makers } = options;
  const invents = options.demo || makers !== undefined;
  if (invents && isProduction()) throw new Error('Invented people are not made in production: nothing was seeded.');
  if (invents && options.dryRun) throw new Error('The demo writes a file too: --dry-run is for the reference data.');
  const done = await withBazaar(
    'seed',
    async (app) => {
      const results: Record<string, string> = {};
      for (const line of seeds) {
        const wanted = line.filter((each) => options.demo || !each.demo);
        const said = await Promise.all(wanted.map(({ verb }) => app.get(verb, { strict: false }).run()));
        wanted.forEach(({ says }, i) => (results[says] = said[i]!));
      }
      return results;
    },
    options,
  );
  if (makers !== undefined)
    done['Demo makers'] = await (await import('./demo/makers/seed-makers.js')).seedMakers(makers, options);
  print(options.json, done, () => Object.entries(done).map(([says, result]) => `${says}: ${result}`));
}
