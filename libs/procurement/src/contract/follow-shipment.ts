import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { OpenAcceptance } from '../acceptance/open-acceptance.js';
import { Contracts } from '../data/contracts.repository.js';

@Injectable()
export class FollowContractShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly openAcceptance: OpenAcceptance,
  ) {}

  /** The goods left the seller. @rule */
  dispatched(contractId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.state !== 'accepted') return;
      await this.contracts.move(tx, contract, 'dispatch');
    });
  }

  /** The goods arrived: the consignee's clock starts. News in the wrong order is caught up with. @rule */
  async delivered(contractId: string, shipmentId: string, deliveredAt: Date): Promise<void> {
    await this.dispatched(contractId);
    await this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.state !== 'dispatched') return;
      await this.openAcceptance.inside(tx, await this.contracts.move(tx, contract, 'deliver'), shipmentId, deliveredAt);
    });
  }
}
