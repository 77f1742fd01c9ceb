import { Module } from '@nestjs/common';
import { CryptoModule } from '#platform/crypto';
import { AuditWatch } from './audit-watch.js';
import { CheckAudit } from './check-audit.js';
import { AffectedQuery } from './data/affected.query.js';
import { TrailQuery } from './data/trail.query.js';
import { SealAudit } from './seal-audit.js';
import { VerifyAudit } from './verify-audit.js';

/** The audit trail's digest chain; the rows themselves are written by every transaction (platform/database). */
@Module({
  imports: [CryptoModule],
  providers: [TrailQuery, AffectedQuery, SealAudit, VerifyAudit, CheckAudit, AuditWatch],
  exports: [AffectedQuery, SealAudit, VerifyAudit, CheckAudit, AuditWatch],
})
export class AuditModule {}
