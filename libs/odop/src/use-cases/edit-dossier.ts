import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { SearchWords } from '../data/search-words.js';
import type { Dossier } from '../domain/dossier.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

@Injectable()
export class EditDossier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
    private readonly words: SearchWords,
  ) {}

  /**
   * Adds to a proposal while it lies with the district: what is given replaces what was there, papers are added.
   * @param seen  checks the version the officer has read; throws what the edge wants thrown
   * @throws odop_entry_not_found (404), outside_your_desk (403), illegal_transition (409), gi_unknown (422)
   * @rule SM-2
   */
  run(entryId: string, change: Partial<Dossier>, seen: (version: number) => void): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'edit', entry);
      seen(entry.version);
      // Only what could still be completed may be written: later versions are read by the desks above as they are.
      odopEntryStates.next(entry.state, 'complete_dossier');
      if (change.names) await this.entries.setNames(tx, entryId, change.names, 'proposal');
      if (change.giSlugs) await this.entries.setGi(tx, entryId, change.giSlugs);
      await this.entries.addEvidence(tx, entryId, change.evidence ?? []);
      await this.entries.setStories(tx, entryId, change.stories ?? []);
      const { product, sector, rank, hsn, gi } = change;
      const columns = { product, sector, rank, hsn, gi_published: gi };
      const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
      await this.entries.change(
        tx,
        entry,
        'edit_dossier',
        given,
        `Changed: ${Object.keys(change).join(', ') || 'nothing'}`,
      );
      await this.words.refresh(tx, 'entry', [entryId]);
    });
  }
}
