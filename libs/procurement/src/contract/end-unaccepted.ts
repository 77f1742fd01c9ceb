import { Injectable } from '@nestjs/common';
import { ReleaseStock } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { Contracts, partiesOf, type Contract } from '../data/contracts.repository.js';
import { FundsAccount } from '../funds-account.js';
import { assertInTime } from '../in-time.js';
import { fail } from '../procurement.errors.js';
import { ContractDeclined, ContractLapsed } from '../procurement.events.js';

@Injectable()
export class EndUnaccepted {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly releaseStock: ReleaseStock,
    private readonly funds: FundsAccount,
  ) {}

  /**
   * The seller cannot take the contract: the pieces are free again, and the office may order elsewhere (ReopenDemand).
   * @throws contract_not_found · time_is_over · illegal_transition
   * @rule
   */
  decline(contractId: string, reason: string): Promise<Contract> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.lock(tx, contractId);
      if (contract.seller_id !== tx.actor.organisationId) throw fail('contract_not_found');
      assertInTime(contract.due_at, tx.now);
      const declined = await this.contracts.move(tx, contract, 'decline', reason);
      await this.letGo(tx, contract);
      tx.emit(ContractDeclined, { ...partiesOf(contract), why: reason });
      return declined;
    });
  }

  /** Called by the clock when the seller did not answer in time; does nothing if she did. @rule */
  lapse(contractId: string): Promise<void> {
    return this.work.run((tx) => this.lapseIn(tx, contractId));
  }

  private async lapseIn(tx: Tx, contractId: string): Promise<void> {
    const contract = await this.contracts.lock(tx, contractId);
    if (contract.state !== 'issued' || contract.due_at === null || contract.due_at > tx.now) return;
    await this.contracts.move(tx, contract, 'lapse', 'not answered in time');
    await this.letGo(tx, contract);
    tx.emit(ContractLapsed, partiesOf(contract));
  }

  /** Its pieces and its money are free again. */
  private async letGo(tx: Tx, contract: Contract): Promise<void> {
    await this.releaseStock.inside(tx, { kind: 'contract', id: contract.id });
    await this.funds.free(tx, contract, contract.total_paise);
  }
}
