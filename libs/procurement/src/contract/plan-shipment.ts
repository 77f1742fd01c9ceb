import { Injectable } from '@nestjs/common';
import { PlanShipments } from '#fulfilment';
import { UnitOfWork } from '#platform/database';
import { SellersQuery } from '#sellers';
import { Contracts } from '../data/contracts.repository.js';

@Injectable()
export class PlanContractShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly sellers: SellersQuery,
    private readonly planShipments: PlanShipments,
  ) {}

  /** An accepted contract gets its parcel, from the maker's workshop to the consignee. @rule */
  run(contractId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      const { pincode: fromPincode } = await this.sellers.byId(tx, contract.seller_id);
      await this.planShipments.inside(tx, {
        cause: { kind: 'contract', id: contract.id },
        sellerId: contract.seller_id,
        receiverId: contract.office_id,
        fromPincode,
        toPincode: contract.to_pincode,
        lines: [
          {
            offerId: contract.offer_id,
            title: contract.title,
            quantity: contract.quantity,
            weight_g: contract.weight_g,
          },
        ],
      });
    });
  }
}
