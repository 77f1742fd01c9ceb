import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { ListingChangeEscalated } from '../domain/listing.events.js';

@Injectable()
export class EscalateChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: Changes,
  ) {}

  /** Changes nobody decided on in time, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.changes.dueBy(tx, 'due_at', limit);
  }

  /** A change nobody decided on in time is shown to the office above. Looked at again under its lock. @rule SM-3 */
  run(changeId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.due_at === null || change.due_at > tx.now) return;
      await this.changes.escalate(tx, changeId);
      const { listing_id: listingId, seller_id: sellerId, above_desk_id: deskId } = change;
      tx.emit(ListingChangeEscalated, { listingId, sellerId, deskId });
    });
  }
}
