import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';

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
      await tx.run(
        `update catalogue.listing l set district_id = s.district_id
           from sellers.v_seller s
          where s.seller_id = l.seller_id and l.district_id = $1 and s.district_id = any($2)`,
        [fromDistrictId, toDistrictIds],
      );
    });
  }
}
