import { Injectable } from '@nestjs/common';
import { CommitStock, HoldStock } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { minutesAfter } from '#platform/time';
import { Contracts, partiesOf, type Contract } from '../data/contracts.repository.js';
import { assertInTime } from '../in-time.js';
import { fail } from '../procurement.errors.js';
import { ContractAccepted } from '../procurement.events.js';

@Injectable()
export class AcceptContract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly holdStock: HoldStock,
    private readonly commitStock: CommitStock,
  ) {}

  /**
   * The seller takes the contract within her clock; the pieces are hers no longer.
   * @throws contract_not_found · time_is_over · illegal_transition · out_of_stock
   * @rule
   */
  run(contractId: string): Promise<Contract> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.seller_id !== tx.actor.organisationId) throw fail('contract_not_found');
      assertInTime(contract.due_at, tx.now);
      const accepted = await this.contracts.move(tx, contract, 'accept');
      await this.sell(tx, contract);
      tx.emit(ContractAccepted, partiesOf(contract));
      return accepted;
    });
  }

  /** The kept pieces are sold; a hold that ended a moment ago is taken again. @throws out_of_stock @rule S-4 */
  private async sell(tx: Tx, contract: Contract): Promise<void> {
    const cause: Cause = { kind: 'contract', id: contract.id };
    if (await this.commitStock.inside(tx, cause)) return;
    const lines = [{ offerId: contract.offer_id, quantity: contract.quantity }];
    await this.holdStock.inside(tx, { cause, lines, expiresAt: minutesAfter(tx.now, 1) });
    assert(await this.commitStock.inside(tx, cause), 'what was just held can be sold');
  }
}
