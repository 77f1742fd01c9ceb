import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { daysAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { DeliveryPhotos } from '../data/delivery-photos.repository.js';

const at_most = 200;

@Injectable()
export class PurgeDeliveryPhotos {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: DeliveryPhotos,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Photos of deliveries are kept as long as those of returns, for whoever complains; then they are destroyed. Run by a clock, in
   * small bites.
   * @returns photos ended
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run((tx) => {
      const before = daysAfter(tx.now, -this.policy.at('returns.photos_keep_days', tx.now));
      return this.photos.expire(tx, before, at_most);
    });
  }
}
