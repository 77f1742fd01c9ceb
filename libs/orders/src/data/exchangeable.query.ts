import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

const variantRow = z.object({ of: z.uuid(), offerId: z.uuid() });

/** What goods may be exchanged for. */
@Injectable()
export class ExchangeableQuery {
  /** Each of the offers with every variant of the same goods that the same maker sells. @rule SM-4 */
  variantsOf(tx: Tx, offerIds: readonly string[]): Promise<z.infer<typeof variantRow>[]> {
    return tx.many(
      variantRow,
      `select o.offer_id as of, v.offer_id as "offerId"
         from catalogue.v_offer o
         join catalogue.v_offer v on v.listing_id = o.listing_id and v.seller_id = o.seller_id
        where o.offer_id = any($1::uuid[])`,
      [[...offerIds]],
    );
  }
}
