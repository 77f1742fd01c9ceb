import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments } from '../data/shipments.repository.js';
import { Couriers, type CourierRemittance } from '../ports/courier.js';

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
    private readonly couriers: Couriers,
  ) {}

  /** Those who may bring cash, each asked apart: one that is away keeps no other waiting. */
  get from(): readonly string[] {
    return this.couriers.names;
  }

  /** What a courier has brought since then, by its clock, with the cause of each parcel; nothing of one we have no more. @rule SM-5 */
  async run(courier: string, since: Date): Promise<ReadRemittance[]> {
    const brought = (await this.couriers.find(courier)?.remittances(since)) ?? [];
    return this.work.run(async (tx) => {
      const parcels = [...new Set(brought.map((one) => one.parcel))];
      const causes = await this.shipments.causesOf(tx, courier, parcels);
      return brought.map((one) => ({ ...one, courier, cause: causes.get(one.parcel) ?? null }));
    });
  }
}
