import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { OdopEntriesQuery, isPublished, odopEntryKey } from '#odop';
import { Answers, Limited, Open, Pages, fail, pageOf, publicly } from '#platform/http';
import { entriesMaxAge_s, odopEntriesQuery, odopEntry, viewOfEntry } from './odop-entries.schema.js';

@Controller('v1/public/odop-entries')
export class OdopEntriesController {
  constructor(
    private readonly entries: OdopEntriesQuery,
    private readonly pages: Pages,
  ) {}

  /** What districts are known for now, by district, then weight. */
  @Get()
  @Limited('search')
  @Open()
  @Answers(200, pageOf(odopEntry))
  async list(@Query({ schema: odopEntriesQuery }) query: z.infer<typeof odopEntriesQuery>) {
    const page = this.pages.read(query, odopEntryKey);
    const { state, district, sector, gi, text, bbox, on } = query;
    const filter = { state_code: state, district_slug: district, sector, gi, text, bbox, on };
    const [rows, count] = await Promise.all([
      this.entries.page(filter, page),
      page.wantsCount ? this.entries.count(filter) : undefined,
    ]);
    return publicly(
      entriesMaxAge_s,
      this.pages.of(page, rows, (row) => [row.district_slug, row.position, row.id], viewOfEntry, count),
    );
  }

  /** An entry in force or closed: listings keep pointing to the entry they were made under. @rule */
  @Get(':id')
  @Open()
  @Answers(200, odopEntry)
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const row = await this.entries.byId(id);
    if (row === null || !isPublished(row.state)) throw fail('not_found');
    return publicly(entriesMaxAge_s, viewOfEntry(row));
  }
}
