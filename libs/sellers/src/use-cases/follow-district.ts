import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { ReviewDesksQuery } from '../data/review-desks.query.js';
import { reviewedBy, sellerClasses } from '../domain/seller-class.js';
import { SellersMoved } from '../domain/seller.events.js';
import { SellerAppealed } from '../domain/shop.events.js';

const movedRow = z.object({
  id: z.uuid(),
  district_id: z.uuid(),
  class: z.enum(sellerClasses),
  state_code: z.string(),
  /** Of the district she is in now. */
  appeals_to: z.string(),
  has_desk: z.boolean(),
});
type Moved = z.infer<typeof movedRow>;

@Injectable()
export class FollowDistrict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desks: ReviewDesksQuery,
  ) {}

  /**
   * A district was divided or merged: its makers belong where their PIN code lies now, and if the district is no more,
   * otherwise to the one that followed it. What lay on a desk lies on that of the new district, and an appeal that waits on
   * the one that decides for its State now. Twice told is once done.
   * @param successorIds  the districts that were made of it or took it in; the first takes what is left
   * @rule  
   */
  run(districtId: string, successorIds: readonly string[]): Promise<void> {
    if (successorIds.length === 0) return Promise.resolve();
    return this.work.run(async (tx) => {
      const moved = await tx.many(
        movedRow,
        `update sellers.seller s
            set district_id = coalesce(p.district_id, $3), version = s.version + 1
           from sellers.seller t
           join odop.v_district d on d.id = t.district_id
           left join odop.v_pincode p on p.pincode = t.pincode and p.district_id = any($2)
          where t.id = s.id and t.district_id = $1 and (p.district_id is not null or d.valid_to is not null)
         returning s.id, s.district_id, s.class, s.state_code, s.desk_id is not null as has_desk,
                   (select n.state_code from odop.v_district n where n.id = s.district_id) as appeals_to`,
        [districtId, successorIds, successorIds[0]],
      );
      if (moved.length === 0) return;
      await this.desksFollow(
        tx,
        moved.filter((row) => row.has_desk),
      );
      await this.appealsFollow(tx, moved);
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

  /**
   * Appeals that wait lie where one made today would: with the State the district is in now, or whoever stands in for its
   * office. A desk that gets one hears of it.
   */
  private async appealsFollow(tx: Tx, moved: readonly Moved[]): Promise<void> {
    for (const stateCode of new Set(moved.map((row) => row.appeals_to))) {
      const deskId = await this.desks.ofAppeals(tx, stateCode);
      const sellerIds = moved.filter((row) => row.appeals_to === stateCode).map(({ id }) => id);
      const handedOn = await tx.many(
        z.object({ seller_id: z.uuid() }),
        `update sellers.appeal set desk_id = $2
          where seller_id = any($1) and decided_at is null and desk_id is distinct from $2 returning seller_id`,
        [sellerIds, deskId],
      );
      for (const { seller_id } of handedOn) tx.emit(SellerAppealed, { sellerId: seller_id, deskId });
    }
  }

  /** One look-up for all who go to the same desk. */
  private async desksFollow(tx: Tx, moved: readonly Moved[]): Promise<void> {
    const groups = new Map<string, Moved[]>();
    for (const row of moved) {
      const key = `${row.district_id} ${row.state_code} ${reviewedBy(row.class)}`;
      const there = groups.get(key);
      if (there) there.push(row);
      else groups.set(key, [row]);
    }
    for (const rows of groups.values()) {
      const { district_id, state_code, class: sellerClass } = rows[0]!;
      const desk = await this.desks.of(tx, reviewedBy(sellerClass), { districtId: district_id, stateCode: state_code });
      await tx.run(`update sellers.seller set desk_id = $2, above_desk_id = $3 where id = any($1)`, [
        rows.map(({ id }) => id),
        desk.desk_id,
        desk.above_id,
      ]);
    }
  }
}
