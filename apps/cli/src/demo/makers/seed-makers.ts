import { RegistriesSimulator } from '#platform/simulators';
import { isProduction, simulatedKey } from '#platform/config';
import { withBazaar } from '../../context.js';
import type { AskedChange } from '../../options.js';
import { DemoMakersModule } from './demo-makers.module.js';
import { SeedDemoMakers } from './seed-demo-makers.js';

/**
 * Makes the demo's makers. Their invented papers are asked about at simulated registers of this very process: no service
 * needs to run, and no real register ever hears of them.
 * @param count  how many makers there are to be
 */
export async function seedMakers(count: number, options: AskedChange): Promise<string> {
  if (isProduction()) throw new Error('Demo makers are not made in production.');
  const registries = new RegistriesSimulator();
  await registries.start({ secretKey: simulatedKey });
  Object.assign(process.env, { REGISTRIES_URL: registries.url, REGISTRIES_KEY: simulatedKey });
  try {
    return await withBazaar('seed', (app) => app.get(SeedDemoMakers).run(count), options, DemoMakersModule);
  } finally {
    await registries.stop();
  }
}
