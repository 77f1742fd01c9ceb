import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Entries, type Entry } from '../data/entries.repository.js';
import { EntryLive, EntryOverdue, EntryRetired } from '../domain/odop.events.js';

@Injectable()
export class SettleOdopEntry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
  ) {}

  /** Entries whose day has come, the longest due first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from odop.entry where due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Puts a confirmed entry in force on its day, and retires the version it follows; reminds the desk above of one that rests
   * too long. Looked at again under its lock: somebody may have been faster.
   * @rule SM-2
   */
  run(entryId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      if (entry.due_at === null || entry.due_at > tx.now) return;
      if (entry.state === 'confirmed') return this.publish(tx, entry);
      await this.entries.alarm(tx, entry);
      tx.emit(EntryOverdue, { entryId, districtId: entry.district_id, state: entry.state });
    });
  }

  private async publish(tx: Tx, entry: Entry): Promise<void> {
    assert(entry.effective_from !== null, 'a confirmed entry has its day');
    const { id, district_id, succeeds_id } = entry;
    if (succeeds_id !== null) await this.retire(tx, succeeds_id, entry);
    await this.entries.move(tx, entry, 'publish', { reason: `In force from ${entry.effective_from}.` });
    tx.emit(EntryLive, { entryId: id, districtId: district_id, succeedsId: succeeds_id });
  }

  /** The version before: retired unless it was withdrawn meanwhile; a suspended one is resumed for that step. */
  private async retire(tx: Tx, id: string, successor: Entry): Promise<void> {
    let old = await this.entries.lock(tx, id);
    if (old.state === 'retired') return;
    if (old.state === 'suspended') {
      await this.entries.move(tx, old, 'resume', { reason: 'Its successor takes effect.' });
      old = await this.entries.lock(tx, id);
    }
    await this.entries.move(tx, old, 'succeed', {
      reason: `Followed by ${successor.product}.`,
      change: { effective_to: successor.effective_from },
    });
    tx.emit(EntryRetired, { entryId: id, districtId: old.district_id, successorId: successor.id });
  }
}
