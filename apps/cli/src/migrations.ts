import { fulfilmentMigrations } from '#fulfilment';
import { ledgerMigrations } from '#ledger';
import { odopMigrations } from '#odop';
import { PlatformTables1795000000000 } from '#platform/database';
import { httpMigrations } from '#platform/http';
import { InboxHoldsWhatIsUndone1795000003000 } from '#platform/queue';
import { policyMigrations } from '#policy';

/** Every migration of every module, in the order of their numbers: the one list that `bazaar migrate` runs. */
export const migrations = [
  PlatformTables1795000000000,
  ...httpMigrations,
  InboxHoldsWhatIsUndone1795000003000,
  ...policyMigrations,
  ...odopMigrations,
  ...ledgerMigrations,
  ...fulfilmentMigrations,
];
