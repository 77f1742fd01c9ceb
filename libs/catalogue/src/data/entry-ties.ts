import { Injectable } from '@nestjs/common';
import { OdopEntriesQuery, type OdopEntryView } from '#odop';
import type { Tx } from '#platform/database';
import { mayList, type SellerFacts } from '#sellers';
import { fail } from '../domain/listing.errors.js';
import { assertMayTie } from '../domain/odop-tie.rules.js';

/** Goods and the ODOP entry of their maker's district. */
@Injectable()
export class EntryTies {
  constructor(private readonly entries: OdopEntriesQuery) {}

  /**
   * @param entryId  null: goods of a general category, under no entry
   * @param isListed  the goods stand under the entry already: they keep it when it has a new version
   * @throws seller_not_listing (409) and what `assertMayTie` throws
   * @rule SM-3
   */
  async assertMay(
    tx: Tx,
    seller: SellerFacts,
    entryId: string | null,
    isListed: boolean,
  ): Promise<OdopEntryView | null> {
    if (!mayList(seller.state)) throw fail('seller_not_listing', { state: seller.state });
    if (entryId === null) return null;
    const entry = await (isListed ? this.entries.inForce(entryId, tx) : this.entries.byId(entryId, tx));
    assertMayTie(seller, entry, entry === null ? [] : await this.entries.groundOf(entry.id, tx), isListed);
    return entry;
  }
}
