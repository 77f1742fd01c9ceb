import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { EscalateIncident } from './escalate-incident.js';

@Injectable()
export class StrikeIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly escalate: EscalateIncident,
    private readonly policy: PolicyQuery,
  ) {}

  /** Incidents whose clock is due, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.incidents.due(tx, limit);
  }

  /**
   * A clock strikes: the raiser hears that she may go to the desk, or the desk that it is waited for, again and again; what the
   * platform raised goes to the desk by itself; silence after a notice lets the desk decide; what nobody appeals against ends.
   * @rule 
   */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      if (incident.due_at !== null && incident.due_at <= tx.now) await this.strike(tx, incident);
    });
  }

  private async strike(tx: Tx, incident: Incident): Promise<unknown> {
    switch (incident.state) {
      case 'open':
      case 'responded':
        if (incident.raised_by === 'platform') return this.escalate.inside(tx, incident);
        return this.remind(tx, incident, 'unsettled', this.policy.deadline('incident.resolve_days', tx.now));
      case 'scn_issued':
        return this.incidents.move(tx, incident, 'stay_silent', 'silent');
      case 'action':
        return this.incidents.move(tx, incident, 'accept', 'accepted');
      default:
        return this.remind(tx, incident, 'desk_waits', this.policy.deadline('incident.desk_days', tx.now));
    }
  }

  private async remind(tx: Tx, incident: Incident, what: 'unsettled' | 'desk_waits', due_at: Date): Promise<void> {
    this.incidents.announce(tx, incident, what);
    await this.incidents.note(tx, incident, what, { due_at });
  }
}
