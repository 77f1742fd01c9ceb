import type { Type } from '@nestjs/common';
import { FillShelf, SeedCategories } from '#catalogue';
import { SeedPlatform } from '#identity';
import { SeedOdop } from '#odop';
import { SeedParameters } from '#policy';
import { SeedDemoAccounts } from './demo/seed-demo-accounts.js';
import { SeedDemoPeople } from './demo/seed-demo-people.js';

/** Reference data or demo accounts. */
export interface Seed {
  says: string;
  /** A use-case with `run(): Promise<string>`: it answers what it did, and does nothing the second time. */
  verb: Type<{ run(): Promise<string> }>;
  demo?: true;
}

/**
 * In the order in which they build on each other. Those of one line need nothing of each other and are loaded together; one
 * at most is reference data, whose trial (`--dry-run`) is a single transaction.
 */
export const seeds: readonly (readonly Seed[])[] = [
  [{ says: 'Policy parameters', verb: SeedParameters }],
  [{ says: 'The platform itself', verb: SeedPlatform }],
  [{ says: 'Categories', verb: SeedCategories }],
  [
    { says: 'States, districts, PIN codes, ODOP entries', verb: SeedOdop },
    { says: 'Demo people', verb: SeedDemoPeople, demo: true },
  ],
  [{ says: 'What lists and searches read', verb: FillShelf }],
  [{ says: 'Demo accounts', verb: SeedDemoAccounts, demo: true }],
];
