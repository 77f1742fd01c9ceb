import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { assertInTime } from '../in-time.js';
import { assertSide } from './incident.rules.js';
import { sideOf } from './side-of.js';

@Injectable()
export class AnswerIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
  ) {}

  /**
   * The accused side's first word, while the two may settle it among themselves.
   * @throws incident_not_found · incident_not_yours · illegal_transition
   * @rule SM-9
   */
  reply(id: string, words: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      assertSide(sideOf(tx, incident), incident.accused);
      return this.incidents.move(tx, incident, 'reply', 'replied', { reply: words, replied_at: tx.now });
    });
  }

  /**
   * The accused side's answer to the show-cause notice. After its day it is late and read all the same, until the silence
   * itself lets the desk decide.
   * @throws incident_not_found · incident_not_yours · time_is_over · illegal_transition
   * @rule SM-9
   */
  answer(id: string, words: string): Promise<Incident> {
    return this.work.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      assertSide(sideOf(tx, incident), incident.accused);
      if (incident.state === 'scn_issued') assertInTime(incident.due_at, tx.now);
      return this.incidents.move(tx, incident, 'answer', 'answered', { answer: words, answered_at: tx.now });
    });
  }
}
