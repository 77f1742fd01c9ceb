import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { facet_goods_max } from '../data/shelf/shelf-facets.query.js';
import { top_goods } from '../data/shelf/shelf.repository.js';

@Injectable()
export class CountShelf {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Counts what a list cannot count while somebody waits: goods by tag, in all and within each State, sector, category,
   * storefront and district that has too many to be counted then; goods of each word and phrase; and where the best
   * thousands begin that a search looks at first.
   */
  run(): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.count-shelf', 0))`);
      // The first line of the top is at the standing of so many-th goods, and at 0 while there are fewer.
      await tx.run(`delete from catalogue.shelf_count`);
      await tx.run(
        `insert into catalogue.shelf_count (scope, tag, listings, counted_at)
         select 'top', 'standing', coalesce((select s.standing from catalogue.shelf s
                                              order by s.standing desc, s.listing_id desc offset $1 limit 1), 0), $2`,
        [top_goods, tx.now],
      );
      await tx.run(
        `update catalogue.shelf s set is_top = not is_top
           from catalogue.shelf_count c
          where c.scope = 'top' and c.tag = 'standing' and s.is_top <> (s.standing >= c.listings)`,
      );
      await tx.run(
        `insert into catalogue.shelf_count (scope, tag, listings, counted_at)
         select '', t.tag, count(*), $1 from catalogue.shelf s cross join lateral unnest(s.tags) as t(tag)
          where t.tag not like 'pin:%' group by t.tag`,
        [tx.now],
      );
      await tx.run(
        `with wide as materialized (
           select tag from catalogue.shelf_count
            where scope = '' and listings > $2 and tag ~ '^(state|district|sector|category|storefront):')
         insert into catalogue.shelf_count (scope, tag, listings, counted_at)
         select w.tag, t.tag, count(*), $1
           from catalogue.shelf s
          cross join lateral unnest(s.tags) as u(tag)
           join wide w on w.tag = u.tag
          cross join lateral unnest(s.tags) as t(tag)
          where t.tag not like 'pin:%'
          group by w.tag, t.tag`,
        [tx.now, facet_goods_max],
      );
      await this.words(tx);
    });
  }

  private async words(tx: { run(sql: string): Promise<number> }): Promise<void> {
    await tx.run(
      `insert into catalogue.shelf_word (word, listings)
       select word, ndoc from ts_stat('select words from catalogue.shelf') order by word
       on conflict (word) do update set listings = excluded.listings where shelf_word.listings <> excluded.listings`,
    );
    await tx.run(
      `update catalogue.shelf_phrase p set listings = c.listings from (${phrases}) c
        where p.kind = c.kind and p.phrase = c.phrase and p.listings <> c.listings`,
    );
    await tx.run(
      `delete from catalogue.shelf_phrase p
        where not exists (select from (${phrases}) c where c.kind = p.kind and c.phrase = p.phrase)`,
    );
  }
}

/** Goods by what they are proposed as. Joined to one table only: while nobody has analysed it, a third makes a slow plan. */
const phrases = `
  select 'product' as kind, card ->> 'kind' as phrase, count(*) as listings from catalogue.shelf group by 2
   union all
  select 'goods', card ->> 'common_name', count(*) from catalogue.shelf group by 2
   union all
  select 'district', card ->> 'district_name', count(*) from catalogue.shelf group by 2`;
