import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Shipments } from '../data/shipments.repository.js';
import type { TrackingKind } from '../domain/tracking.js';
import { TakeStep } from './take-step.js';

@Injectable()
export class FollowTracking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shipments: Shipments,
    private readonly takeStep: TakeStep,
  ) {}

  /**
   * Takes as many steps of SM-5 as a piece of tracking news stands for and the parcel's state allows: late, repeated and
   * shuffled news is harmless. News of a parcel that is not ours changes nothing.
   * @rule SM-5 S-19
   */
  run(news: { courier: string; awb: string; kind: TrackingKind }): Promise<void> {
    return this.work.run(async (tx) => {
      const shipment = await this.shipments.lockByAwb(tx, news.courier, news.awb);
      if (shipment !== null) await this.takeStep.follow(tx, shipment, news.kind);
    });
  }
}
