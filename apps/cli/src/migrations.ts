import { ledgerMigrations } from '#ledger';
import { odopMigrations } from '#odop';
import { PlatformTables1795000000000 } from '#platform/database';

/** Every migration of every module, in the order of their numbers: the one list that `bazaar migrate` runs. */
export const migrations = [PlatformTables1795000000000, ...odopMigrations, ...ledgerMigrations];
