import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { ReturnPhotos } from '../data/return-photos.repository.js';

const at_most = 200;

@Injectable()
export class PurgeReturnPhotos {
  constructor(
    private readonly work: UnitOfWork,
    private readonly photos: ReturnPhotos,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Photos are kept for a while after their request is over, for whoever complains, and those nobody asked anything with for a day;
   * then they are destroyed. Run by a clock, in small bites.
   * @returns photos ended
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const ago = (hours: number) => hoursAfter(tx.now, -hours);
      const before = {
        loose: ago(this.policy.at('returns.photos_loose_hours', tx.now)),
        asked: ago(24 * this.policy.at('returns.photos_keep_days', tx.now)),
      };
      const ended = await this.photos.outlived(tx, before, at_most);
      for (const id of ended) await this.photos.end(tx, id, 'expired');
      return ended.length;
    });
  }
}
