import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';

@Injectable()
export class FollowEntry {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * A product has a new version in the register: who made it makes that one from now on; that she made the old one is kept.
   * Twice told is once done.
   * @rule SM-2
   */
  run(entryId: string, successorId: string): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.run(
        `with ended as (
           update sellers.maker_entry set ended_at = $3 where entry_id = $1 and ended_at is null returning seller_id)
         insert into sellers.maker_entry (seller_id, entry_id, since) select seller_id, $2, $3 from ended
         on conflict (seller_id, entry_id) do update set ended_at = null`,
        [entryId, successorId, tx.now],
      );
    });
  }
}
