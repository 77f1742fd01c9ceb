import { Injectable } from '@nestjs/common';
import { PolicyQuery } from '#policy';
import { couriersFor, type CarriedParcel } from '../domain/reach.js';
import { Couriers } from '../ports/courier.js';

@Injectable()
export class ChooseCourier {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly couriers: Couriers,
  ) {}

  /**
   * Which couriers carry a parcel by the rows of that day, who is asked first standing first; none: the maker sends it herself.
   * Asks nobody: call it inside a transaction if you like.
   * @rule SM-5
   */
  of(parcel: CarriedParcel, at: Date): string[] {
    return couriersFor(parcel, this.policy.at('shipment.couriers', at)).filter((name) => this.couriers.find(name));
  }
}
