import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Contracts } from '../data/contracts.repository.js';
import { Demands } from '../data/demands.repository.js';

@Injectable()
export class ReopenDemand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly demands: Demands,
  ) {}

  /**
   * A contract ended without goods – declined, not answered, all rejected: the office may order again from the same
   * approval and funds.
   * @rule 
   */
  run(contractId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      const demand = await this.demands.lock(tx, contract.demand_id);
      // The news may come again when the office has ordered anew already.
      if (demand.state !== 'order_placed' || (await this.contracts.binds(tx, demand.id))) return;
      await this.demands.move(tx, demand, 'reopen');
    });
  }
}
