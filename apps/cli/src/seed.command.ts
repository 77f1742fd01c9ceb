import type { Command } from 'commander';
import { print, withBazaar } from './context.js';
import { seeds } from './seeds.js';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('load the reference data; a second run changes nothing')
    .option('--demo', 'also a small invented bazaar with sign-ins to try (never in production)', false)
    .option('--json', 'machine-readable answer', false)
    .action(async (options: { demo: boolean; json: boolean }) => {
      const done = await withBazaar('seed', async (app) => {
        const results: Record<string, string> = {};
        for (const seed of seeds.filter((row) => options.demo || !row.demo)) {
          results[seed.says] = await app.get(seed.verb, { strict: false }).run();
        }
        return results;
      });
      print(options.json, done, () => Object.entries(done).map(([says, result]) => `${says}: ${result}`));
    });
}
