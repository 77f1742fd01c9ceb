import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { ReturnParcels } from '../data/return-parcels.repository.js';
import { Shipments } from '../data/shipments.repository.js';
import type { TrackingKind } from '../domain/tracking.js';
import { MissSlot } from './miss-slot.js';
import { TakeReturnStep } from './take-return-step.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class FollowTracking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
    private readonly returns: ReturnParcels,
    private readonly takeReturnStep: TakeReturnStep,
    private readonly missSlot: MissSlot,
  ) {}

  /**
   * Takes as many steps of SM-5 as a piece of tracking news stands for and the parcel's state allows, on its way to the receiver
   * or back: late, repeated and shuffled news is harmless. News of a parcel that is not ours changes nothing.
   * @rule SM-5 S-19
   */
  run(news: { courier: string; awb: string; kind: TrackingKind }): Promise<void> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.lockByAwb(tx, news.courier, news.awb);
      if (shipment !== null) {
        const moved = await this.takeStep.follow(tx, shipment, news.kind);
        if (news.kind === 'pickup_missed') await this.missSlot.inside(tx, moved);
        return;
      }
      const back = await this.returns.lockByAwb(tx, news.courier, news.awb);
      if (back !== null) return void (await this.takeReturnStep.follow(tx, back, news.kind));
      const earlier = await this.returns.lockByEarlierAwb(tx, news.courier, news.awb);
      if (earlier !== null) await this.takeReturnStep.followEarlier(tx, earlier, news.kind);
    });
  }
}
