import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Audience, BuyerClass } from '#policy';

const row = z.object({ buyer_class: z.custom<BuyerClass>((value) => typeof value === 'string') });

@Injectable()
export class OfficeAudienceQuery {
  /** For whom the dated parameters are asked: the office, and the buyer class it or the nearest house above it has. @rule  */
  async of(tx: Tx, officeId: string): Promise<Audience> {
    const found = await tx.maybe(
      row,
      `with recursive line as (
         select o.organisation_id, o.parent_id, o.buyer_class, 0 as height
           from identity.v_organisation o where o.organisation_id = $1
         union all
         select o.organisation_id, o.parent_id, o.buyer_class, line.height + 1
           from identity.v_organisation o join line on o.organisation_id = line.parent_id
       )
       select buyer_class from line where buyer_class is not null order by height limit 1`,
      [officeId],
    );
    return { buyerOrg: officeId, buyerClass: found?.buyer_class };
  }
}
