import { Injectable } from '@nestjs/common';
import { ConfirmReceipt, ReadParcel, type AwaitedParcel, type Shipment } from '#fulfilment';
import { UnitOfWork, type Tx } from '#platform/database';
import { Contracts, type Contract } from '../data/contracts.repository.js';
import { Officers, officerOf } from '../office.js';
import { fail } from '../procurement.errors.js';
import { Consignees } from './consignees.js';

const causeOf = ({ id }: Contract) => ({ kind: 'contract', id }) as const;

@Injectable()
export class AwaitGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly officers: Officers,
    private readonly consignees: Consignees,
    private readonly readParcel: ReadParcel,
    private readonly confirmReceipt: ConfirmReceipt,
  ) {}

  /**
   * Where the goods of a contract are, for its office; what is told at the door stands there for its consignee alone.
   * @throws acts_without_office · contract_not_found · shipment_not_found, also for another's
   * @rule S-42
   */
  parcel(contractId: string): Promise<AwaitedParcel> {
    return this.work.run(async (tx) => {
      const officer = officerOf(tx);
      const contract = await this.ofOffice(tx, contractId, officer.officeId);
      const awaited = await this.readParcel.inside(tx, causeOf(contract));
      return (await this.consignees.is(tx, officer, contract)) ? awaited : { ...awaited, deliveryCode: null };
    });
  }

  /**
   * The consignee says that goods which their maker carried, or sent with a carrier of her own, have arrived: her clock starts, and
   * she counts them afterwards. Said again it is harmless.
   * @throws acts_without_office · contract_not_found, also for who does not receive it · shipment_not_found · duties_not_separate ·
   *         illegal_transition · carried_by_courier
   * @rule   SM-5
   */
  arrived(contractId: string): Promise<Shipment> {
    return this.work.run(async (tx) => {
      const officer = officerOf(tx);
      const contract = await this.ofOffice(tx, contractId, officer.officeId);
      if (!(await this.consignees.is(tx, officer, contract))) throw fail('contract_not_found');
      await this.officers.assertMay(tx, 'receive', contract.demand_id);
      return this.confirmReceipt.inside(tx, causeOf(contract));
    });
  }

  private async ofOffice(tx: Tx, contractId: string, officeId: string): Promise<Contract> {
    const contract = await this.contracts.find(tx, contractId);
    if (contract.office_id !== officeId) throw fail('contract_not_found');
    return contract;
  }
}
