import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { ShelveMakerJob } from '../domain/shelf/shelf.jobs.js';

@Injectable()
export class FollowMakers {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Makers belong to other districts now: so do their goods, under the ODOP entries they were listed under.
   * Twice told is once done.
   * @rule
   */
  run(fromDistrictId: string, toDistrictIds: readonly string[]): Promise<void> {
    return this.work.run(async (tx) => {
      const moved = await tx.many(
        z.object({ seller_id: z.uuid() }),
        `update catalogue.listing l set district_id = s.district_id
           from sellers.v_seller s
          where s.seller_id = l.seller_id and l.district_id = $1 and s.district_id = any($2)
         returning l.seller_id`,
        [fromDistrictId, toDistrictIds],
      );
      const turn = newId();
      for (const sellerId of new Set(moved.map((row) => row.seller_id))) {
        tx.enqueue(ShelveMakerJob, { sellerId, after: null, turn });
      }
    });
  }
}
