import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** Stars of goods and of their maker, always the sum of what is published. */
@Injectable()
export class Ratings {
  /**
   * One voice more, one less, or one that changed its mind; of the goods and of their maker, in one statement, rows in id
   * order. A count below nothing is refused by the table.
   * @param before  stars that counted so far, null: none
   * @param after  stars that count from now on, null: none
   * @returns whether anything changed
   * @rule R-9.3
   */
  async count(
    tx: Tx,
    of: { listing_id: string; seller_id: string },
    before: number | null,
    after: number | null,
  ): Promise<boolean> {
    if (before === after) return false;
    const subjects = [of.listing_id, of.seller_id];
    await (before === null ? tx.run(firstVoice, [subjects, after]) : tx.run(otherVoice, [subjects, before, after]));
    return true;
  }
}

const columns = [1, 2, 3, 4, 5].map((n) => `stars_${n}`);

const firstVoice = `
  insert into catalogue.rating as r (subject_id, ${columns.join(', ')})
  select subject, ${columns.map((_, i) => `($2 = ${i + 1})::integer`).join(', ')} from unnest($1::uuid[]) subject
   order by subject
  on conflict (subject_id) do update set ${columns.map((one) => `${one} = r.${one} + excluded.${one}`).join(', ')}`;

const otherVoice = `
  update catalogue.rating r
     set ${columns
       .map((one, i) => `${one} = r.${one} - ($2 = ${i + 1})::integer + coalesce($3 = ${i + 1}, false)::integer`)
       .join(', ')}
    from (select subject_id from catalogue.rating where subject_id = any($1::uuid[]) order by subject_id for update) held
   where r.subject_id = held.subject_id`;
