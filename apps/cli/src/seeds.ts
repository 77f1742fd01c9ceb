import type { Type } from '@nestjs/common';
import { SeedCategories } from '#catalogue';
import { SeedPlatform } from '#identity';
import { SeedOdop } from '#odop';
import { SeedParameters } from '#policy';
import { SeedDemoAccounts } from './demo/seed-demo-accounts.js';

/** Reference data and demo accounts, in the order in which they build on each other. */
export interface Seed {
  says: string;
  /** A use-case with `run(): Promise<string>`: it answers what it did, and does nothing the second time. */
  verb: Type<{ run(): Promise<string> }>;
  demo?: true;
}

export const seeds: readonly Seed[] = [
  { says: 'Policy parameters', verb: SeedParameters },
  { says: 'States, districts, PIN codes, ODOP entries', verb: SeedOdop },
  { says: 'Categories', verb: SeedCategories },
  { says: 'The platform itself', verb: SeedPlatform },
  { says: 'Demo accounts', verb: SeedDemoAccounts, demo: true },
];
