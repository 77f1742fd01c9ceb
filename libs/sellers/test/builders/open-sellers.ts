import { RegistriesSimulator } from '#platform/simulators';
import { boot, type Booted } from '#platform/testing';
import { SellersModule } from '../../src/index.js';
import { makers } from './makers.js';

export interface OpenSellers {
  app: Booted;
  make: ReturnType<typeof makers>;
  registries: RegistriesSimulator;
  close(): Promise<void>;
}

/** The registers on loopback, named in the settings before anything boots. Who opens them stops them. */
export async function openRegisters(): Promise<RegistriesSimulator> {
  const registries = new RegistriesSimulator();
  await registries.start({ secretKey: 'sk_test_simulated' });
  process.env['REGISTRIES_URL'] = registries.url;
  return registries;
}

/** The module with the registers it asks, and the makers of its tests. */
export async function openSellers(): Promise<OpenSellers> {
  const registries = await openRegisters();
  const app = await boot([SellersModule]);
  const close = async () => {
    await app.close();
    await registries.stop();
  };
  return { app, make: makers(app), registries, close };
}
