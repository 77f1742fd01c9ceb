import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  BrowseShelfQuery,
  factors,
  SearchShelfQuery,
  searchKey,
  ShelfFacetsQuery,
  shelfKey,
  wordsLeftOut,
  ShelfWordsQuery,
} from '#catalogue';
import { Answers, Does, Limited, Open, Page, Pages, publicly } from '#platform/http';
import { listingsMaxAge_s, viewOfShelfCard } from './listings.schema.js';
import {
  filterOf,
  listingsPage,
  listingsQuery,
  ranking,
  searchPage,
  searchQuery,
  similarListings,
  similarQuery,
  suggestions,
  suggestQuery,
  viewOfFacets,
  viewOfFound,
} from './search.schema.js';

/** What the names of the ways to match are in an answer. */
const matches = ['all', 'all_but_one', 'any'] as const;
const rankingMaxAge_s = 3_600;

/** Finding goods: lists, search, proposals while typing. All of it reads the shelf alone. */
@Controller('v1/public')
export class SearchController {
  constructor(
    private readonly shelf: BrowseShelfQuery,
    private readonly search: SearchShelfQuery,
    private readonly facets: ShelfFacetsQuery,
    private readonly words: ShelfWordsQuery,
    private readonly pages: Pages,
  ) {}

  @Get('listings')
  @Does('Goods on sale, newest first or as sorted')
  @Limited('search')
  @Open()
  @Answers(200, listingsPage)
  async list(@Query({ schema: listingsQuery }) query: z.infer<typeof listingsQuery>) {
    const request = this.pages.read(query, shelfKey);
    const filter = filterOf(query);
    const words = query.text === undefined ? null : await this.words.understand(query.text);
    const isEmpty = words?.length === 0;
    const [rows, count, facets] = await Promise.all([
      isEmpty ? [] : this.shelf.page(filter, words, query.sort, request),
      request.wantsCount ? (isEmpty ? 0 : this.shelf.count(filter, words)) : undefined,
      query.facets && !isEmpty ? this.facets.of(filter, words) : undefined,
    ]);
    const page = this.pages.of(request, rows, (row) => [row.sort_key, row.listing_id], viewOfShelfCard, count);
    if (facets === undefined) return publicly(listingsMaxAge_s, page);
    const body = { ...page.body, facets: viewOfFacets(facets) };
    return publicly(listingsMaxAge_s, new Page(body, page.prev));
  }

  /** @rule */
  @Get('search')
  @Does('Goods that fit words, the best first')
  @Limited('search')
  @Open()
  @Answers(200, searchPage)
  async find(@Query({ schema: searchQuery }) query: z.infer<typeof searchQuery>) {
    const request = this.pages.read({ ...query, count: false }, searchKey);
    const words = await this.words.understand(query.text);
    const found = await this.search.page(filterOf(query), words, request, query.facets);
    const page = this.pages.of(
      request,
      found.items,
      (row) => [found.strictness, row.score, row.listing_id],
      (row) => viewOfFound(row, words.length, query.explain),
    );
    const corrected = words.filter((word) => word.corrected.length > 0);
    const body = {
      ...page.body,
      wordsLeftOut: wordsLeftOut(query.text),
      match: matches[found.strictness],
      corrections: corrected.map((word) => ({ word: word.typed, takenFor: [...word.corrected] })),
      ...(query.facets
        ? {
            facets: viewOfFacets({
              basis: found.isAll ? 'exact' : 'at_least',
              countedAt: null,
              found: found.found,
              tags: found.tags,
            }),
          }
        : {}),
    };
    return publicly(listingsMaxAge_s, new Page(body, page.prev));
  }

  @Get('search/suggestions')
  @Does('What somebody may be typing')
  @Limited('search')
  @Open()
  @Answers(200, suggestions)
  async suggest(@Query({ schema: suggestQuery }) query: z.infer<typeof suggestQuery>) {
    const rows = await this.words.suggest(query.text, query.limit);
    return publicly(listingsMaxAge_s, { items: rows.map(({ kind, phrase }) => ({ kind, text: phrase })) });
  }

  /** @rule */
  @Get('search/ranking')
  @Does('What decides the order of search results, and by how much')
  @Open()
  @Answers(200, ranking)
  ranking() {
    return publicly(rankingMaxAge_s, { factors: [...factors] });
  }

  @Get('listings/:id/similar')
  @Does('Goods like these')
  @Limited('search')
  @Open()
  @Answers(200, similarListings)
  async similar(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: similarQuery }) query: z.infer<typeof similarQuery>,
  ) {
    const rows = await this.shelf.similar(id, query.limit);
    return publicly(listingsMaxAge_s, { items: rows.map(viewOfShelfCard) });
  }
}
