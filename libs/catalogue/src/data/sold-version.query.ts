import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { Columns, SoldOffer } from '../domain/change.rules.js';
import { riseBase } from '../domain/price.rules.js';

const columns = z.record(z.string(), z.unknown());
const soldRow = z.object({
  words: columns,
  images: z.array(columns),
});
const offerRow = z.object({
  label: z.string(),
  price_paise: paiseColumn,
  reviewed_price_paise: paiseColumn.nullable(),
  columns,
});

/** What is sold now, column by column: a new version is held against it. @rule SM-3 */
@Injectable()
export class SoldVersionQuery {
  async of(
    tx: Tx,
    listing: { id: string; seller_id: string },
  ): Promise<{ words: Columns; images: readonly Columns[]; offers: readonly SoldOffer[] }> {
    const row = await tx.maybe(
      soldRow,
      `select to_jsonb(l) as words,
              (select coalesce(jsonb_agg(jsonb_build_object('mediaId', i.media_id, 'alt', i.alt)), '[]')
                 from catalogue.listing_image i where i.listing_id = l.id) as images
         from catalogue.listing l where l.id = $1`,
      [listing.id],
    );
    const offers = await tx.many(
      offerRow,
      `select label, price_paise, reviewed_price_paise, to_jsonb(o) as columns from catalogue.offer o
        where listing_id = $1 and seller_id = $2 and not is_withdrawn`,
      [listing.id, listing.seller_id],
    );
    return {
      ...row!,
      offers: offers.map((offer) => ({
        label: offer.label,
        price_paise: riseBase(offer.price_paise, offer.reviewed_price_paise),
        columns: offer.columns,
      })),
    };
  }
}
