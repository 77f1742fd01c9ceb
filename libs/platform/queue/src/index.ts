export { queueConfig } from './config.js';
export { migrateQueueStore } from './migrate-queue-store.js';
export { WorkCarriesItsTrace1795000003100 } from './migrations/1795000003100-work-carries-its-trace.js';
export { InboxHoldsWhatIsUndone1795000003000 } from './migrations/1795000003000-inbox-holds-what-is-undone.js';
export { call, handle, when, type Call, type JobHandler, type Subscription } from './call.js';
export {
  atOnce,
  jobTable,
  newsModules,
  owners,
  termsOf,
  type JobName,
  type Owner,
  type WorkTerms,
} from './work-table.js';
export { startWork, workSettings, type Work, type WorkSettings, type WorkTables } from './start-work.js';
export { clock, sweep, type Clock, type Schedule, type Sweep } from './schedule.js';
export { dailyAt, everyMinutes, hourlyAt, monthlyOn, weeklyOn, type Slots } from './slots.js';
export { postgresStore, redisStore, type QueueStore } from './store.js';
export { QueueModule } from './queue.module.js';
export { JobsQuery, type Backlog, type DeadJob, type LateJob } from './data/jobs.query.js';
export { ReplayDeadJob } from './replay-dead-job.js';
