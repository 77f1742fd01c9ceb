import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments } from '../data/shipments.repository.js';
import { COURIER, type Courier, type CourierRemittance } from '../ports/courier.js';

/** Cash the courier says it has brought, and for whose sake it carried the parcel. */
export interface ReadRemittance extends CourierRemittance {
  courier: string;
  /** null: no parcel of ours. */
  cause: Cause | null;
}

@Injectable()
export class ReadRemittances {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    @Inject(COURIER) private readonly port: Courier,
  ) {}

  get courier(): string {
    return this.port.name;
  }

  /** What the courier has brought since then, by its clock, with the cause of each parcel. @rule SM-5 */
  async run(since: Date): Promise<ReadRemittance[]> {
    const brought = await this.port.remittances(since);
    return this.work.run(async (tx) => {
      const parcels = [...new Set(brought.map((one) => one.parcel))];
      const causes = await this.shipments.causesOf(tx, this.courier, parcels);
      return brought.map((one) => ({ ...one, courier: this.courier, cause: causes.get(one.parcel) ?? null }));
    });
  }
}
