export { queueConfig } from './config.js';
export { migrateQueueStore } from './migrate-queue-store.js';
export { InboxHoldsWhatIsUndone1795000003000 } from './migrations/1795000003000-inbox-holds-what-is-undone.js';
export { call, handle, when, type Call, type JobHandler, type Subscription } from './call.js';
export { startWork, workSettings, type Work, type WorkSettings, type WorkTables } from './start-work.js';
