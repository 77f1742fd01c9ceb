import type { JobHandler } from '#platform/queue';
import { fulfilmentJobs } from './handlers/fulfilment.handlers.js';
import { grievancesJobs } from './handlers/grievances.handlers.js';
import { identityJobs } from './handlers/identity.handlers.js';
import { notificationsJobs } from './handlers/notifications.handlers.js';
import { catalogueJobs } from './handlers/catalogue.handlers.js';
import { ordersJobs } from './handlers/orders.handlers.js';
import { odopJobs } from './handlers/odop.handlers.js';
import { paymentsJobs } from './handlers/payments.handlers.js';
import { platformJobs } from './handlers/platform.handlers.js';
import { procurementJobs } from './handlers/procurement.handlers.js';
import { sellersJobs } from './handlers/sellers.handlers.js';
import { taxJobs } from './handlers/tax.handlers.js';

/** Job → who does it. One list per module that owns jobs, in `handlers/<module>.handlers.ts`, spread here. */
export const jobs: readonly JobHandler[] = [
  ...platformJobs,
  ...identityJobs,
  ...odopJobs,
  ...catalogueJobs,
  ...sellersJobs,
  ...taxJobs,
  ...paymentsJobs,
  ...fulfilmentJobs,
  ...ordersJobs,
  ...procurementJobs,
  ...grievancesJobs,
  ...notificationsJobs,
];
