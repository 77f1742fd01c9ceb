import { Injectable } from '@nestjs/common';
import { DistrictsQuery, OdopEntriesQuery, PincodesQuery, type OdopEntryView, type Sector } from '#odop';
import { assert } from '#platform/kernel';
import type { SellerClass } from '#sellers';
import type { InventedMaker } from './invented-makers.js';
import type { Home } from './invented-papers.js';

/** Where a maker lives and which product of her district she makes. */
export interface MakerPlace extends Home {
  districtId: string;
  pincode: string;
  entryId: string;
}

/** What makers of a class mostly make; the others make anything. */
const sectors: Readonly<Partial<Record<SellerClass, readonly Sector[]>>> = {
  artisan: ['handicrafts'],
  weaver: ['handloom', 'textiles'],
  shg: ['food_processing', 'handicrafts'],
  fpo_company: ['agriculture', 'food_processing', 'dairy', 'marine'],
  fpo_cooperative: ['agriculture', 'food_processing', 'dairy', 'marine'],
};
/** Neighbours in the list are of one district: steps of this size lead into others. */
const stride = 5;

@Injectable()
export class MakerPlaces {
  private readonly entries = new Map<string, Promise<OdopEntryView[]>>();
  private states: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    private readonly districts: DistrictsQuery,
    private readonly odopEntries: OdopEntriesQuery,
    private readonly pincodes: PincodesQuery,
  ) {}

  /** Codes of all States and Union Territories, in order. */
  async stateCodes(): Promise<string[]> {
    return [...(await this.gstCodes()).keys()].toSorted();
  }

  /** A district of her State with a PIN code and a product of the kind her class makes, or of any kind. */
  async of(maker: InventedMaker): Promise<MakerPlace> {
    const { stateCode, turn } = maker;
    const all = await this.entriesOf(stateCode);
    const fitting = all.filter((entry) => sectors[maker.class]?.includes(entry.sector));
    for (const list of [fitting, all]) {
      for (let i = 0; i < list.length; i++) {
        const entry = list[(turn * stride + i) % list.length]!;
        const pincode = await this.pincodes.firstOf(entry.district_id);
        if (pincode === null) continue;
        const gstCode = (await this.gstCodes()).get(stateCode)!;
        const { district_id: districtId, district_slug: slug, district_name: district, id: entryId } = entry;
        return { districtId, slug, district, stateCode, gstCode, pincode, entryId };
      }
    }
    throw new Error(`no district of ${stateCode} has a product and a PIN code`);
  }

  private gstCodes(): Promise<ReadonlyMap<string, string>> {
    this.states ??= this.districts.states().then((all) => new Map(all.map((state) => [state.code, state.gst_code])));
    return this.states;
  }

  private entriesOf(state_code: string): Promise<OdopEntryView[]> {
    const known = this.entries.get(state_code);
    if (known) return known;
    const limit = 1000;
    const asked = this.odopEntries
      .page({ state_code }, { limit, key: null, towards: 'next', wantsCount: false, list: 'demo' })
      .then((all) => {
        assert(all.length < limit, 'a State has fewer products');
        // Chandigarh's only product is a service, which nobody lists: its makers are tied to it all the same.
        const goods = all.filter((entry) => entry.takes_listings);
        return goods.length > 0 ? goods : all;
      });
    this.entries.set(state_code, asked);
    return asked;
  }
}
