import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PfmsSimulator, RegistriesSimulator } from '#platform/simulators';
import { boot, type Booted } from '#platform/testing';
import { ProcurementModule } from '../../src/index.js';
import { clock, purchases } from './purchases.js';

/** The module as it is wired, on a real database, with the payer's rail and the registers simulated. */
export interface Trade {
  app: Booted;
  rail: PfmsSimulator;
  buying: ReturnType<typeof purchases>;
  close(): Promise<void>;
}

export async function openTrade(): Promise<Trade> {
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const [registries, rail] = [new RegistriesSimulator(), new PfmsSimulator()];
  await registries.start({ secretKey: 'sk_test_simulated' });
  await rail.start({ secretKey: 'key of this test' });
  Object.assign(process.env, {
    REGISTRIES_URL: registries.url,
    FUNDS_RAIL_URL: rail.url,
    FUNDS_RAIL_KEY: 'key of this test',
    STORAGE_URL: `file:${media}`,
  });
  const app = await boot([ProcurementModule]);
  return {
    app,
    rail,
    buying: purchases(app),
    close: async () => {
      await clock.runs();
      await app.close();
      await Promise.all([registries.stop(), rail.stop()]);
      rmSync(media, { recursive: true, force: true });
    },
  };
}
