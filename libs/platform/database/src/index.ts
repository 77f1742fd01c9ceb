export { DatabaseModule } from './database.module.js';
export { UnitOfWork } from './unit-of-work.js';
export { ReadClient } from './read-client.js';
export type { AuditNote, Tx } from './tx.js';
export { seeingAll } from './seeing-all.js';
export { migrate } from './migrate.js';
export { databaseConfig, ownerConfig, sessionOptions } from './config.js';
export { PlatformTables1795000000000 } from './migrations/1795000000000-platform-tables.js';
