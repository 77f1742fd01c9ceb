import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KnownDoors, type Doors } from '#fulfilment';
import { OrganisationsQuery } from '#identity';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { SellersQuery } from '#sellers';
import { Contracts } from './contracts.repository.js';

/** From which door to which the goods of a contract go. */
@Injectable()
export class ContractDoorsQuery implements OnModuleInit {
  constructor(
    private readonly knownDoors: KnownDoors,
    private readonly contracts: Contracts,
    private readonly sellers: SellersQuery,
    private readonly organisations: OrganisationsQuery,
  ) {}

  onModuleInit(): void {
    this.knownDoors.askFor('contract', (tx, contractId) => this.of(tx, contractId));
  }

  /**
   * The maker's workshop and the consignee's office, which is found by its name, its PIN code and the number of the contract: the
   * officer's own name is not for a parcel's outside. @throws contract_not_found @rule S-63
   */
  async of(tx: Tx, contractId: string): Promise<Doors> {
    const contract = await this.contracts.find(tx, contractId);
    const { name, line, place } = await this.sellers.pickupAddress(tx, contract.seller_id);
    const office = await this.organisations.inside(tx, contract.office_id);
    assert(office !== null, 'the office of a contract is an organisation');
    return {
      from: { name, line: `${line}, ${place}` },
      to: { name: office.name, line: `To the consignee of contract ${contract.number}` },
    };
  }
}
