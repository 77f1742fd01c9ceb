import { identityJobs } from './handlers/identity.handlers.js';
import { notificationsJobs } from './handlers/notifications.handlers.js';
import { platformJobs } from './handlers/platform.handlers.js';
import type { JobHandler } from '#platform/queue';

/** Job → who does it. One list per module that owns jobs, in `handlers/<module>.handlers.ts`, spread here. */
export const jobs: readonly JobHandler[] = [...platformJobs, ...identityJobs, ...notificationsJobs];
