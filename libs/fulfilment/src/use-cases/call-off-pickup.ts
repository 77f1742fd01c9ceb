import { Inject, Injectable } from '@nestjs/common';
import { COURIER, type Courier } from '../ports/courier.js';

@Injectable()
export class CallOffPickup {
  constructor(@Inject(COURIER) private readonly courier: Courier) {}

  /** Tells a courier that it need not come; one that has the parcel by now brings it all the same. @rule SM-5 */
  async run({ courier, awb }: { courier: string; awb: string }): Promise<void> {
    if (courier === this.courier.name) await this.courier.callOff(awb);
  }
}
