import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { SearchWords } from '../data/search-words.js';
import type { Dossier } from '../domain/dossier.js';
import { EntryProposed } from '../domain/odop.events.js';
import { fail } from '../domain/odop.errors.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

@Injectable()
export class ProposeOdopChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
    private readonly words: SearchWords,
  ) {}

  /**
   * Proposes a new version of a live entry. The old one stays live until the new one is; each is kept.
   * @returns the new version's id
   * @throws odop_entry_not_found (404), outside_your_desk (403), illegal_transition, change_already_proposed (409),
   *   gi_unknown (422)
   * @rule SM-2
   */
  run(entryId: string, change: Partial<Dossier>, reason: string): Promise<string> {
    return this.work.run(async (tx) => {
      const old = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'propose_change', old);
      odopEntryStates.next(old.state, 'propose_change');
      const pending = await tx.maybe(
        z.object({ id: z.uuid() }),
        `select id from odop.entry where succeeds_id = $1 and state not in ('rejected', 'retired')`,
        [old.id],
      );
      if (pending !== null) throw fail('change_already_proposed', { changeId: pending.id });
      const id = newId();
      const next = {
        id,
        district_id: old.district_id,
        district_slug: old.district_slug,
        list: old.list,
        slug: old.slug,
        product: change.product ?? old.product,
        sector: change.sector ?? old.sector,
        rank: change.rank ?? old.rank,
        position: old.position,
        gi_published: change.gi ?? old.gi_published,
        takes_listings: old.takes_listings,
        succeeds_id: old.id,
        source: 'proposal',
        hsn: change.hsn ?? old.hsn,
      };
      await this.entries.add(tx, next, reason);
      await this.entries.copyDossier(tx, old.id, id);
      if (change.names) await this.entries.setNames(tx, id, change.names, 'proposal');
      if (change.giSlugs) await this.entries.setGi(tx, id, change.giSlugs);
      await this.entries.addEvidence(tx, id, change.evidence ?? []);
      await this.entries.setStories(tx, id, change.stories ?? []);
      await this.words.refresh(tx, 'entry', [id]);
      await this.entries.move(tx, old, 'propose_change', { reason });
      tx.emit(EntryProposed, { entryId: id, districtId: old.district_id, succeedsId: old.id });
      return id;
    });
  }
}
