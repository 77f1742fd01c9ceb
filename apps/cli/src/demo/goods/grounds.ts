import { Injectable } from '@nestjs/common';
import { DistrictsQuery, OdopEntriesQuery, PincodesQuery } from '#odop';
import { assert } from '#platform/kernel';
import type { Ground } from './plan.js';

const entries_most = 5_000;

/** The products of which the demo's goods are made, with a place for each. */
@Injectable()
export class Grounds {
  constructor(
    private readonly districts: DistrictsQuery,
    private readonly entries: OdopEntriesQuery,
    private readonly pincodes: PincodesQuery,
  ) {}

  /** Every live product that takes listings, in districts that have a PIN code. */
  async all(): Promise<Ground[]> {
    const request = { limit: entries_most, key: null, towards: 'next', wantsCount: false, list: 'demo goods' } as const;
    const [entries, states, pincodes] = await Promise.all([
      this.entries.page({}, request),
      this.districts.states(),
      this.pincodes.firstOfEach(),
    ]);
    assert(entries.length < entries_most, 'the list of products is shorter');
    const byCode = new Map(states.map((state) => [state.code, state]));
    return entries.flatMap((entry) => {
      const pincode = pincodes.get(entry.district_id);
      const state = byCode.get(entry.state_code);
      if (!entry.takes_listings || entry.state !== 'live' || pincode === undefined || !state) return [];
      return {
        ...{ slug: entry.district_slug, district: entry.district_name, districtId: entry.district_id, pincode },
        ...{ stateCode: entry.state_code, state: state.name, gstCode: state.gst_code },
        ...{ entryId: entry.id, entrySlug: entry.slug, product: entry.product, sector: entry.sector, gi: entry.gi },
      };
    });
  }
}
