import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { Entries } from '../data/entries.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { SearchWords } from '../data/search-words.js';
import type { Dossier } from '../domain/dossier.js';
import { slugOf } from '../domain/fold.js';
import { EntryProposed } from '../domain/odop.events.js';
import { fail } from '../domain/odop.errors.js';
import type { OdopList } from '../domain/odop-entry.js';

export type OdopProposal = Pick<Dossier, 'product' | 'sector' | 'rank'> &
  Partial<Dossier> & { district: string; list: OdopList; reason: string };

const placeRow = z.object({
  district_id: z.uuid(),
  district_name: z.string(),
  state_code: z.string(),
  ended_on: z.string().nullable(),
  products: z.number(),
});

@Injectable()
export class ProposeOdopEntry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly offices: OfficesQuery,
    private readonly words: SearchWords,
  ) {}

  /**
   * A nodal officer proposes a further product of a district. Nothing changes for makers until it is live.
   * @returns the new entry's id
   * @throws district_not_listed, district_ended (422), outside_your_desk (403), entry_already_listed (409), gi_unknown (422)
   * @rule SM-2
   */
  run(proposal: OdopProposal): Promise<string> {
    return this.work.run(async (tx) => {
      const place = await this.place(tx, proposal.district);
      await this.offices.assertMay(tx, 'propose', place);
      const slug = slugOf(proposal.product);
      await this.assertNew(tx, place, proposal, slug);
      const id = newId();
      const entry = {
        id,
        district_id: place.district_id,
        district_slug: proposal.district,
        list: proposal.list,
        slug: slug === '' ? id : slug,
        product: proposal.product,
        sector: proposal.sector,
        rank: proposal.rank,
        position: place.products + 1,
        gi_published: proposal.gi ?? false,
        takes_listings: true,
        succeeds_id: null,
        source: 'proposal',
        hsn: proposal.hsn ?? [],
      };
      await this.entries.add(tx, entry, proposal.reason);
      await this.entries.setNames(tx, id, proposal.names ?? [], 'proposal');
      await this.entries.setGi(tx, id, proposal.giSlugs ?? []);
      await this.entries.addEvidence(tx, id, proposal.evidence ?? []);
      await this.entries.setStories(tx, id, proposal.stories ?? []);
      await this.words.refresh(tx, 'entry', [id]);
      tx.audit({
        action: 'odop.propose',
        object: { kind: 'odop.entry', id },
        after: { product: entry.product, district: proposal.district },
        reason: proposal.reason,
      });
      tx.emit(EntryProposed, { entryId: id, districtId: place.district_id, succeedsId: null });
      return id;
    });
  }

  private async place(tx: Tx, slug: string): Promise<z.output<typeof placeRow>> {
    const place = await tx.maybe(
      placeRow,
      `select d.id as district_id, d.name as district_name, d.state_code, d.valid_to::text as ended_on,
              (select coalesce(max(position), 0)::integer from odop.entry where district_id = d.id) as products
         from odop.district d where d.slug = $1 for share`,
      [slug],
    );
    if (place === null) throw fail('district_not_listed', { district: slug });
    if (place.ended_on !== null)
      throw fail('district_ended', { district: place.district_name, ended_on: place.ended_on });
    return place;
  }

  private async assertNew(
    tx: Tx,
    place: z.output<typeof placeRow>,
    { list, product }: OdopProposal,
    slug: string,
  ): Promise<void> {
    const there = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from odop.entry
        where district_id = $1 and list = $2 and slug = $3 and state not in ('retired', 'rejected')`,
      [place.district_id, list, slug],
    );
    if (there.length > 0) throw fail('entry_already_listed', { product, district: place.district_name });
  }
}
