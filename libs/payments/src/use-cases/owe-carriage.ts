import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { namedId, type Cause } from '#platform/kernel';

/** A parcel that began a way with a courier we booked. */
export interface CarriageDue {
  shipmentId: string;
  cause: Cause;
  /** `return`: fetched at a shopper's door, to go back to its maker. */
  way: 'out' | 'back' | 'return';
  /** What the courier asks for it, paise, ≥ 0. */
  carriage_paise: number;
}

@Injectable()
export class OweCarriage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postTransfers: PostTransfers,
  ) {}

  /**
   * The courier is owed what it asked when the parcel was booked, whoever pays for the carriage in the end: what a shopper paid
   * for it lowers the platform's cost when the sale is credited. The way back costs what the way out did. Told twice it is owed once.
   * @rule S-1
   */
  run(due: CarriageDue): Promise<void> {
    return this.work.run(async (tx) => {
      if (due.carriage_paise === 0) return;
      await this.postTransfers.inside(tx, [
        {
          id: namedId('carriage owed', due.way, due.shipmentId),
          debit: { code: 'freight_cost', owner: platformOwner },
          credit: { code: 'courier_payable', owner: platformOwner },
          ...{ amount_paise: BigInt(due.carriage_paise), why: 'carriage_owed', cause: due.cause },
        },
      ]);
    });
  }
}
