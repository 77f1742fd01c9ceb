import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { SellersMoved } from '../domain/seller.events.js';

@Injectable()
export class FollowDistrict {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * A district was divided or merged: its makers belong where their PIN code lies now, and if the district is no more,
   * otherwise to the one that followed it. Twice told is once done.
   * @param successorIds  the districts that were made of it or took it in; the first takes what is left
   * @rule 
   */
  run(districtId: string, successorIds: readonly string[]): Promise<void> {
    if (successorIds.length === 0) return Promise.resolve();
    return this.work.run(async (tx) => {
      const moved = await tx.many(
        z.object({ id: z.uuid(), district_id: z.uuid() }),
        `update sellers.seller s
            set district_id = coalesce(p.district_id, $3), version = s.version + 1
           from sellers.seller t
           join odop.v_district d on d.id = t.district_id
           left join odop.v_pincode p on p.pincode = t.pincode and p.district_id = any($2)
          where t.id = s.id and t.district_id = $1 and (p.district_id is not null or d.valid_to is not null)
         returning s.id, s.district_id`,
        [districtId, successorIds, successorIds[0]],
      );
      if (moved.length === 0) return;
      tx.audit({
        action: 'sellers.followed_district',
        object: { kind: 'odop.district', id: districtId },
        after: { makers: moved.length },
      });
      tx.emit(SellersMoved, {
        fromDistrictId: districtId,
        toDistrictIds: [...new Set(moved.map((row) => row.district_id))],
      });
    });
  }
}
