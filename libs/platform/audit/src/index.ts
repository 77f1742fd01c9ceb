export { AuditModule } from './audit.module.js';
export { SealAudit } from './seal-audit.js';
export { VerifyAudit, type AuditCheck, type AuditFault } from './verify-audit.js';
export { CheckAudit, CheckAuditDay } from './check-audit.js';
export { AffectedQuery, type AffectedRow, type Suspicion } from './data/affected.query.js';
export { AuditWatch } from './audit-watch.js';
export { AuditChain1795000006000 } from './migrations/1795000006000-audit-chain.js';
export { WhatWasDoneInTheNameOf1795000006100 } from './migrations/1795000006100-what-was-done-in-the-name-of.js';
