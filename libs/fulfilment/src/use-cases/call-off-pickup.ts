import { Injectable } from '@nestjs/common';
import { Couriers } from '../ports/courier.js';

@Injectable()
export class CallOffPickup {
  constructor(private readonly couriers: Couriers) {}

  /** Tells a courier that it need not come; one that has the parcel by now brings it all the same. @rule SM-5 */
  async run({ courier, awb }: { courier: string; awb: string }): Promise<void> {
    await this.couriers.find(courier)?.callOff(awb);
  }
}
