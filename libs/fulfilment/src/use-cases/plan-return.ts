import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, namedId, type Cause } from '#platform/kernel';
import { ReturnParcelEntity } from '../data/return-parcel.entity.js';
import { BookPickupJob } from '../domain/return.events.js';
import { returnParcelStates } from '../domain/return-parcel.states.js';

export interface ReturnPlan {
  /** The request it is for: one parcel of each. */
  returnId: string;
  cause: Cause;
  sellerId: string;
  /** The shopper. */
  senderId: string;
  /** Her door. */
  fromPincode: string;
  toPincode: string;
  weight_g: number;
}

@Injectable()
export class PlanReturn {
  /**
   * Goods go back to their maker: a courier is asked to fetch them. Planned twice it is planned once.
   * @returns the parcel's id, and whether it was planned just now
   * @rule SM-5
   */
  async inside(tx: Tx, plan: ReturnPlan): Promise<{ parcelId: string; isNew: boolean }> {
    assert(plan.weight_g > 0, 'a parcel weighs something');
    const id = namedId('return parcel', plan.returnId);
    if ((await tx.run(`select 1 from fulfilment.return_parcel where id = $1`, [id])) > 0)
      return { parcelId: id, isNew: false };
    await tx.insert(ReturnParcelEntity, {
      id,
      return_id: plan.returnId,
      ...{ cause_kind: plan.cause.kind, cause_id: plan.cause.id },
      ...{ seller_id: plan.sellerId, sender_id: plan.senderId },
      ...{ from_pincode: plan.fromPincode, to_pincode: plan.toPincode, weight_g: plan.weight_g },
      ...{ state: returnParcelStates.initial, bookings: 1, misses: 0 },
      ...{ courier: null, awb: null, carriage_paise: null, own_carrier: false },
      ...{ made_at: tx.now, dispatched_at: null, delivered_at: null },
    });
    tx.enqueue(BookPickupJob, { parcelId: id, booking: 1 });
    return { parcelId: id, isNew: true };
  }
}
