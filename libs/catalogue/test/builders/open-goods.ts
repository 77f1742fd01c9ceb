import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegistriesSimulator } from '#platform/simulators';
import { boot, type Booted } from '#platform/testing';
import { openRegisters } from '../../../sellers/test/builders/open-sellers.js';
import { CatalogueModule } from '../../src/index.js';
import { goods } from './goods.js';

export interface OpenGoods {
  app: Booted;
  shop: ReturnType<typeof goods>;
  registries: RegistriesSimulator;
  /** The folder of its pictures. */
  media: string;
  close(): Promise<void>;
}

/** The catalogue with the registers it asks and a folder for its pictures, and the goods of its tests. */
export async function openGoods(): Promise<OpenGoods> {
  const registries = await openRegisters();
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  process.env['STORAGE_URL'] = `file:${media}`;
  const app = await boot([CatalogueModule]);
  const close = async () => {
    await app.close();
    await registries.stop();
    rmSync(media, { recursive: true, force: true });
  };
  return { app, shop: goods(app), registries, media, close };
}
