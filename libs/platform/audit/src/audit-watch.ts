import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { metrics } from '#platform/observability';
import { TrailQuery } from './data/trail.query.js';

const registers = [metrics];
const unsealedRows = new Gauge({ name: 'odop_audit_unsealed_rows', help: 'Audit rows without a seal', registers });
const unsealedAge = new Gauge({
  name: 'odop_audit_unsealed_age_seconds',
  help: 'Age of the oldest audit row without a seal',
  registers,
});
const intact = new Gauge({
  name: 'odop_audit_intact',
  help: '1 when the last daily check found the trail as it was written, else 0',
  registers,
});
const checkedAt = new Gauge({
  name: 'odop_audit_checked_timestamp_seconds',
  help: 'When the trail was last checked',
  registers,
});

/** Reads the state of the trail into its gauges (S-72). Alerts: docs/runbooks. */
@Injectable()
export class AuditWatch {
  constructor(private readonly trail: TrailQuery) {}

  async read(): Promise<void> {
    const [waiting, check] = await Promise.all([this.trail.waiting(), this.trail.lastCheck()]);
    unsealedRows.set(waiting.rows);
    unsealedAge.set(waiting.age_seconds);
    if (!check) return;
    intact.set(check.is_intact ? 1 : 0);
    checkedAt.set(check.at.getTime() / 1_000);
  }
}
