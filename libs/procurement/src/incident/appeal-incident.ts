import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { AppealSuspension } from '#sellers';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { assertInTime } from '../in-time.js';
import { fail } from '../procurement.errors.js';
import { assertOther, assertSide } from './incident.rules.js';
import { incidentStates } from './incident.states.js';
import { sideOf } from './side-of.js';

@Injectable()
export class AppealIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly appealMeasure: AppealSuspension,
  ) {}

  /**
   * The side at fault asks once for another look. A seller's appeal goes to the office of her State, with the measure it is
   * about, which stands meanwhile; an office's goes to another officer of the incident desk.
   * @throws incident_not_found · incident_not_yours · time_is_over · appeal_made · seller_unknown · nothing_to_appeal ·
   *   appeal_too_late · illegal_transition
   * @rule
   */
  run(id: string, words: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      assertSide(sideOf(tx, incident), incident.accused);
      incidentStates.next(incident.state, 'appeal');
      assertInTime(incident.due_at, tx.now);
      if (incident.accused === 'seller') await this.appealMeasure.against(tx, incident.number, words);
      return this.made(tx, incident, words);
    });
  }

  /** A seller appealed against the measure from her shop: the incident it came from follows. @rule */
  follow(number: string): Promise<void> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lockByNumber(tx, number);
      if (incident?.state === 'action') await this.made(tx, incident, null);
    });
  }

  /** Another officer of the desk decides an office's appeal. @throws incident_not_found · incident_not_yours · incident_own_decision · illegal_transition @rule S-28 */
  decide(id: string, isAllowed: boolean, reason: string): Promise<Incident> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const incident = await this.incidents.lock(tx, id);
        if (incident.accused !== 'buyer') throw fail('incident_not_yours');
        incidentStates.next(incident.state, 'uphold');
        assertOther(incident.decided_by, tx.actor.personId);
        return this.decided(tx, incident, isAllowed, reason);
      }),
    );
  }

  /** The office of her State decided a seller's appeal: the incident it came from ends. @rule */
  followDecision(number: string, isAllowed: boolean): Promise<void> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lockByNumber(tx, number);
      if (incident === null || !incidentStates.can(incident.state, 'appeal')) {
        if (incident?.state === 'appeal') await this.decided(tx, incident, isAllowed, null);
        return;
      }
      // News in the wrong order is caught up with.
      await this.decided(tx, await this.made(tx, incident, null), isAllowed, null);
    });
  }

  private made(tx: Tx, incident: Incident, words: string | null): Promise<Incident> {
    return this.incidents.move(tx, incident, 'appeal', 'appealed', { appeal: words, appealed_at: tx.now });
  }

  private decided(tx: Tx, incident: Incident, isAllowed: boolean, reason: string | null): Promise<Incident> {
    return this.incidents.move(tx, incident, isAllowed ? 'set_aside' : 'uphold', isAllowed ? 'set_aside' : 'upheld', {
      ...{ appeal_decision: reason, appeal_decided_at: tx.now },
      outcome: isAllowed ? 'set_aside' : 'fault',
    });
  }
}
