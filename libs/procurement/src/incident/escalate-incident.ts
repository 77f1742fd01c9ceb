import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { assertMayEscalate, assertSide, escalatesFrom } from './incident.rules.js';
import { sideOf } from './side-of.js';

@Injectable()
export class EscalateIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Whoever raised it takes it to the incident desk, once the time for settling it is over or, against a seller, once she
   * has answered.
   * @throws incident_not_found · incident_not_yours · incident_too_early · illegal_transition
   * @rule
   */
  run(id: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      assertSide(sideOf(tx, incident), incident.raised_by);
      assertMayEscalate(escalatesFrom(incident, this.settleBy(incident)), tx.now);
      return this.inside(tx, incident);
    });
  }

  /** The incident desk takes it over at any time. @throws incident_not_found · illegal_transition @rule */
  byDesk(id: string): Promise<Incident> {
    return this.work.run((tx) => seeingAll(tx, async () => this.inside(tx, await this.incidents.lock(tx, id))));
  }

  inside(tx: Tx, incident: Incident): Promise<Incident> {
    return this.incidents.move(tx, incident, 'escalate', 'escalated', { escalated_at: tx.now });
  }

  /** When the days of mutual settlement are over. @rule */
  settleBy({ raised_at }: Incident): Date {
    return this.policy.deadline('incident.resolve_days', raised_at);
  }
}
