import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { ParameterValue } from '../domain/category.js';
import type { Unit } from '../domain/listing-content.js';
import { quantityBreaks } from './offers.repository.js';

const comparableOffer = z
  .object({
    offer_id: z.uuid(),
    seller_id: z.uuid(),
    manufacturer_key: z.string(),
    title: z.string(),
    brand: z.string().nullable(),
    hsn: z.string(),
    weight_g: z.number(),
    price_paise: paiseColumn,
    quantity_breaks: quantityBreaks,
    government_price_paise: paiseColumn.nullable(),
    lead_days: z.number(),
    min_quantity: z.number(),
    max_quantity: z.number(),
    serves_pins: z.array(z.string()).nullable(),
    available: z.number(),
    is_for_sale: z.boolean(),
    seller_state_code: z.string(),
  })
  .transform((row) => ({
    offerId: row.offer_id,
    sellerId: row.seller_id,
    /** Equal for sellers behind whom one maker stands. */
    manufacturerKey: row.manufacturer_key,
    title: row.title,
    brand: row.brand,
    hsn: row.hsn,
    weight_g: row.weight_g,
    price_paise: row.price_paise,
    quantityBreaks: row.quantity_breaks,
    governmentPrice_paise: row.government_price_paise,
    leadDays: row.lead_days,
    minQty: row.min_quantity,
    maxQty: row.max_quantity,
    servesPins: row.serves_pins,
    available: row.available,
    isForSale: row.is_for_sale,
    sellerStateCode: row.seller_state_code,
  }));
/** An offer as a comparison of prices sees it. */
export type ComparableOffer = z.output<typeof comparableOffer>;

/** Which goods are compared with each other. */
export interface ComparableGoods {
  /** Slug of the category. */
  category: string;
  unit: Unit;
  /** Golden parameters the goods must have exactly; others do not matter. */
  parameters: Readonly<Record<string, ParameterValue>>;
  odopEntryId: string | null;
}

@Injectable()
export class ComparableOffersQuery {
  /**
   * Offers of goods that stand in the shop and are what is asked for, those nobody can buy now among them. The goods are
   * found first, by category; then each offer is looked up on its own (`offset 0`), as a plan for any number would read
   * all sellers.
   * @rule
   */
  of(tx: Tx, goods: ComparableGoods, limit: number): Promise<ComparableOffer[]> {
    return tx.many(
      comparableOffer,
      `with matching as materialized (
         select o.id, l.brand
           from catalogue.category c
           join catalogue.listing l on l.category_id = c.id
           join catalogue.offer o on o.listing_id = l.id
          where c.slug = $1 and l.unit = $2 and l.parameters @> $3::jsonb and ($4::uuid is null or l.odop_entry_id = $4)
            and l.state in ('live', 'out_of_stock') and not o.is_withdrawn
          limit $5)
       select offer_id, seller_id, manufacturer_key, title, matching.brand, hsn, weight_g, price_paise, quantity_breaks,
              government_price_paise, lead_days, min_quantity, max_quantity, serves_pins, available, is_for_sale,
              seller_state_code
         from matching
        cross join lateral (select * from catalogue.v_offer where offer_id = matching.id offset 0) o`,
      [goods.category, goods.unit, JSON.stringify(goods.parameters), goods.odopEntryId, limit],
    );
  }
}
