import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { SuspendSeller, type Severity } from '#sellers';
import { Incidents, type Incident, type IncidentChange } from '../data/incidents.repository.js';
import { levelOf } from './incident.rules.js';

export interface Verdict {
  finding: 'fault' | 'no_fault';
  /** Of a seller's fault; null takes the level of the accusation. */
  severity: Severity | null;
  reason: string;
}

@Injectable()
export class DecideIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly suspend: SuspendSeller,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The incident desk says what the accused side is to explain, and until when.
   * @throws incident_not_found · illegal_transition
   * @rule
   */
  serveNotice(id: string, words: string): Promise<Incident> {
    return this.work.run((tx) =>
      seeingAll(tx, async () =>
        this.incidents.move(tx, await this.incidents.lock(tx, id), 'serve_notice', 'notice', {
          ...{ notice: words, notice_at: tx.now },
          answer_by: this.policy.deadline('scn.reply_days', tx.now),
        }),
      ),
    );
  }

  /**
   * Fault or none. A seller's fault has its level, and its measure follows at once from level and repetition: a warning or a
   * suspension, under which running contracts go on. An office's fault is reported, the more often the higher.
   * @throws incident_not_found · own_application · illegal_transition
   * @rule S-28
   */
  run(id: string, { finding, severity, reason }: Verdict): Promise<Incident> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const incident = await this.incidents.lock(tx, id);
        const decided = { decided_by: tx.actor.personId, decided_at: tx.now, decision: reason };
        if (finding === 'no_fault')
          return this.incidents.move(tx, incident, 'acquit', 'acquitted', { ...decided, outcome: 'no_fault' });
        const found = await this.found(tx, incident, severity, reason);
        return this.incidents.move(tx, incident, 'find_fault', 'fault', { ...decided, ...found, outcome: 'fault' });
      }),
    );
  }

  private async found(tx: Tx, incident: Incident, given: Severity | null, reason: string): Promise<IncidentChange> {
    const severity = incident.accused === 'seller' ? (given ?? levelOf(incident.fault)) : null;
    if (severity === null) {
      const earlier = await this.incidents.faultsOfOffice(tx, incident.office_id);
      const counting = earlier.filter((at) => this.policy.deadline('incident.repeat_months', at) >= tx.now);
      return { occurrence: counting.length + 1 };
    }
    const grounds = { incident: incident.number, reason };
    return { severity, occurrence: await this.suspend.inside(tx, incident.seller_id, severity, grounds) };
  }
}
