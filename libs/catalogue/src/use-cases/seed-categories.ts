import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { namedId } from '#platform/kernel';
import { seededCategories } from '../../seed/categories.js';

const idOf = (slug: string): string => namedId('catalogue.category', slug);

@Injectable()
export class SeedCategories {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The shelves of the bazaar. It only adds what is missing: what an officer has changed stays so.
   * @returns what was added, in words
   * @rule 
   */
  run(): Promise<string> {
    return this.work.run(async (tx) => {
      const rows = seededCategories.map((one, i) => ({
        ...one,
        id: idOf(one.slug),
        parent_id: one.parent === null ? null : idOf(one.parent),
        position: i + 1,
      }));
      const added = await tx.run(
        `insert into catalogue.category (id, slug, parent_id, name, description, position, quadrant, mse_reserved_from,
                                         is_food, is_toy, hsn, gst_rate_keys, parameters, discount_min_bp, is_published,
                                         changed_at)
         select r.id, r.slug, r.parent_id, r.name, r.description, r.position, r.quadrant, r."mseReservedFrom", r."isFood",
                r."isToy", r.hsn, r."gstRateKeys", r.parameters, r."discountMin_bp", true, $2
           from jsonb_to_recordset($1::jsonb)
             as r(id uuid, slug text, parent_id uuid, name text, description text, position integer, quadrant text,
                  "mseReservedFrom" date, "isFood" boolean, "isToy" boolean, hsn text[], "gstRateKeys" text[],
                  parameters jsonb, "discountMin_bp" integer)
         on conflict do nothing`,
        [JSON.stringify(rows), tx.now],
      );
      if (added === 0) return 'nothing new';
      tx.audit({
        action: 'catalogue.seeded',
        object: { kind: 'catalogue.seed', id: 'categories' },
        after: { categories: added },
      });
      return `added ${added} categories`;
    });
  }
}
