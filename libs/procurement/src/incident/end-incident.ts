import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { fail } from '../procurement.errors.js';
import { assertSide } from './incident.rules.js';
import { incidentStates } from './incident.states.js';
import { sideOf } from './side-of.js';

@Injectable()
export class EndIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
  ) {}

  /**
   * A side holds the matter for settled; when both do, it is. What the platform raised is not theirs to settle.
   * @throws incident_not_found · incident_not_yours · illegal_transition
   * @rule SM-9
   */
  settle(id: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      const side = sideOf(tx, incident);
      if (side === null || incident.raised_by === 'platform') throw fail('incident_not_yours');
      incidentStates.next(incident.state, 'settle');
      const said = side === 'buyer' ? { office_settled_at: tx.now } : { seller_settled_at: tx.now };
      const { office_settled_at, seller_settled_at } = { ...incident, ...said };
      if (office_settled_at !== null && seller_settled_at !== null)
        return this.incidents.move(tx, incident, 'settle', 'settled', { ...said, outcome: 'settled' });
      return this.incidents.note(tx, incident, 'settle_wished', said);
    });
  }

  /**
   * Whoever raised it takes it back before the other side has answered.
   * @throws incident_not_found · incident_not_yours · illegal_transition
   * @rule SM-9
   */
  withdraw(id: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      assertSide(sideOf(tx, incident), incident.raised_by);
      return this.incidents.move(tx, incident, 'withdraw', 'withdrawn', { outcome: 'withdrawn' });
    });
  }
}
