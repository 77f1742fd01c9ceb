import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { fail } from '../domain/listing.errors.js';
import { handmades, units } from '../domain/listing-content.js';
import { quantityBreaks } from './offers.repository.js';

const offerForSale = z
  .object({
    offer_id: z.uuid(),
    listing_id: z.uuid(),
    seller_id: z.uuid(),
    title: z.string(),
    label: z.string(),
    price_paise: paiseColumn,
    mrp_paise: paiseColumn,
    unit: z.enum(units),
    hsn: z.string(),
    gst_rate_key: z.string(),
    handmade: z.enum(handmades),
    weight_g: z.number(),
    lead_days: z.number(),
    min_quantity: z.number(),
    max_quantity: z.number(),
    odop_entry_id: z.uuid().nullable(),
    category_id: z.uuid().nullable(),
    options: z.record(z.string(), z.string()),
    is_made_to_order: z.boolean(),
    quantity_breaks: quantityBreaks,
    government_price_paise: paiseColumn.nullable(),
    serves_pins: z.array(z.string()).nullable(),
    gift_wrap_paise: paiseColumn.nullable(),
    seller_state_code: z.string(),
    seller_gst_status: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']),
    manufacturer_key: z.string(),
    version: z.number(),
    available: z.number(),
    seller_pincode: z.string(),
  })
  .transform((row) => ({
    offerId: row.offer_id,
    listingId: row.listing_id,
    sellerId: row.seller_id,
    title: row.title,
    label: row.label,
    price_paise: row.price_paise,
    mrp_paise: row.mrp_paise,
    unit: row.unit,
    hsn: row.hsn,
    gstRateKey: row.gst_rate_key,
    handmade: row.handmade,
    weight_g: row.weight_g,
    leadDays: row.lead_days,
    minQty: row.min_quantity,
    maxQty: row.max_quantity,
    odopEntryId: row.odop_entry_id,
    categoryId: row.category_id,
    options: row.options,
    isMadeToOrder: row.is_made_to_order,
    /** `price_paise` is for one; what so many cost a piece, in shop or public purchase, says `unitPriceOf`. */
    quantityBreaks: row.quantity_breaks,
    governmentPrice_paise: row.government_price_paise,
    /** Beginnings of PIN codes; null: everywhere. */
    servesPins: row.serves_pins,
    /** What wrapping a piece as a gift costs; null: not offered. */
    giftWrap_paise: row.gift_wrap_paise,
    /** The maker's State, and how she stands to GST: where she may ship. */
    sellerStateCode: row.seller_state_code,
    sellerGstStatus: row.seller_gst_status,
    /** Equal for sellers behind whom one maker stands. */
    manufacturerKey: row.manufacturer_key,
    version: row.version,
    /** Pieces nobody holds. */
    available: row.available,
    /** Where its parcels begin. */
    sellerPincode: row.seller_pincode,
  }));
/** What a journey needs of an offer to sell it; amounts are ours, never the client's (S-10). */
export type OfferForSale = z.output<typeof offerForSale>;

@Injectable()
export class OffersQuery {
  /**
   * Offers that can be bought now, in the order asked for.
   * @throws offer_not_for_sale (409) naming those that cannot
   * @rule S-10 SM-3
   */
  async forSale(tx: Tx, offerIds: readonly string[]): Promise<OfferForSale[]> {
    const found = await this.stillForSale(tx, offerIds);
    const gone = offerIds.filter((id) => !found.has(id));
    if (gone.length > 0) throw fail('offer_not_for_sale', { offerIds: gone });
    return offerIds.map((id) => found.get(id)!);
  }

  /**
   * Those of the offers that can be bought now, by their ids. Each is looked up on its own (`offset 0`), as a plan for any number
   * would read all sellers.
   * @rule SM-3
   */
  async stillForSale(tx: Tx, offerIds: readonly string[]): Promise<ReadonlyMap<string, OfferForSale>> {
    const rows = await tx.many(
      offerForSale,
      `select offer_id, listing_id, seller_id, title, label, price_paise, mrp_paise, unit, hsn, gst_rate_key, handmade,
              weight_g, lead_days, min_quantity, max_quantity, odop_entry_id, seller_state_code, seller_gst_status,
              manufacturer_key, version, category_id, options, is_made_to_order, quantity_breaks, government_price_paise,
              serves_pins, gift_wrap_paise, available,
              (select s.pincode from sellers.v_seller s where s.seller_id = o.seller_id) as seller_pincode
         from unnest($1::uuid[]) as asked(id)
        cross join lateral (select * from catalogue.v_offer where offer_id = asked.id offset 0) o
        where is_for_sale`,
      [[...offerIds]],
      'once',
    );
    return new Map(rows.map((row) => [row.offerId, row]));
  }
}
