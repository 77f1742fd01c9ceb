import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Shipments, type Shipment } from '../data/shipments.repository.js';
import { isReceiver } from '../domain/receiver.js';
import { fail } from '../domain/shipment.errors.js';
import { shipmentStates } from '../domain/shipment.states.js';
import { DeliveryCodes } from './delivery-codes.js';

/** A parcel as its receiver sees it. */
export interface AwaitedParcel {
  parcel: Shipment;
  /** What she tells at the door, while a carrier of the maker's own brings it; null: nothing is asked of her. */
  deliveryCode: string | null;
}

@Injectable()
export class ReadParcel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly codes: DeliveryCodes,
  ) {}

  /** The parcel of a cause, for who receives it. @throws shipment_not_found, also for another's (S-42) */
  run(cause: Cause): Promise<AwaitedParcel> {
    return this.work.run((tx) => this.inside(tx, cause));
  }

  /**
   * The same for a module that has found who may read it: goods of a contract go to an office, whose consignee alone is told the
   * code. @throws shipment_not_found, also for another's (S-42)
   */
  async inside(tx: Tx, cause: Cause): Promise<AwaitedParcel> {
    const parcel = await this.shipments.ofCause(tx, cause);
    if (!parcel || !isReceiver(tx.actor, parcel)) throw fail('shipment_not_found');
    const isAwaited = parcel.own_carrier && shipmentStates.can(parcel.state, 'deliver');
    return { parcel, deliveryCode: isAwaited ? this.codes.of(parcel.id) : null };
  }
}
