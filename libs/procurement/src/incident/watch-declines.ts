import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Contracts } from '../data/contracts.repository.js';
import { Incidents } from '../data/incidents.repository.js';
import { EscalateIncident } from './escalate-incident.js';
import { RaiseIncident } from './raise-incident.js';

@Injectable()
export class WatchDeclines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly incidents: Incidents,
    private readonly raise: RaiseIncident,
    private readonly escalate: EscalateIncident,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A seller declined a contract or let it lapse, again: the platform raises an incident, and it goes to the desk at once.
   * Contracts that led to an earlier one are not counted again; the first ones cost nobody anything.
   * @rule  
   */
  run(contractId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      const made = await this.incidents.untaken(tx, contract.seller_id);
      const untaken = made.filter((at) => this.policy.deadline('incident.repeat_months', at) >= tx.now).length;
      if (untaken <= this.policy.at('incident.untaken_max', tx.now)) return;
      const words = `${untaken} contracts were declined or not answered in time.`;
      await this.escalate.inside(
        tx,
        await this.raise.inside(tx, contract, 'platform', { fault: 'declined_orders', words }),
      );
    });
  }
}
