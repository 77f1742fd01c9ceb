import { catalogueMigrations } from '#catalogue';
import { fulfilmentMigrations } from '#fulfilment';
import { grievancesMigrations } from '#grievances';
import { identityMigrations } from '#identity';
import { ledgerMigrations } from '#ledger';
import { notificationsMigrations } from '#notifications';
import { odopMigrations } from '#odop';
import { AuditChain1795000006000, WhatWasDoneInTheNameOf1795000006100 } from '#platform/audit';
import { ordersMigrations } from '#orders';
import { paymentsMigrations } from '#payments';
import { Keys1795000005000 } from '#platform/crypto';
import { PlatformTables1795000000000 } from '#platform/database';
import { httpMigrations } from '#platform/http';
import { InboxHoldsWhatIsUndone1795000003000, WorkCarriesItsTrace1795000003100 } from '#platform/queue';
import { FilesWaitForTheirRow1795000055000 } from '#platform/storage';
import { policyMigrations } from '#policy';
import { promotionsMigrations } from '#promotions';
import { sellersMigrations } from '#sellers';
import { taxMigrations } from '#tax';
import { procurementMigrations } from '#procurement';

/** Every migration of every module, in the order of their numbers: the one list that `bazaar migrate` runs. */
export const migrations = [
  PlatformTables1795000000000,
  ...httpMigrations,
  InboxHoldsWhatIsUndone1795000003000,
  WorkCarriesItsTrace1795000003100,
  Keys1795000005000,
  AuditChain1795000006000,
  WhatWasDoneInTheNameOf1795000006100,
  FilesWaitForTheirRow1795000055000,
  ...policyMigrations,
  ...identityMigrations,
  ...odopMigrations,
  ...sellersMigrations,
  ...catalogueMigrations,
  ...taxMigrations,
  ...ledgerMigrations,
  ...paymentsMigrations,
  ...fulfilmentMigrations,
  ...promotionsMigrations,
  ...notificationsMigrations,
  ...ordersMigrations,
  ...procurementMigrations,
  ...grievancesMigrations,
];
