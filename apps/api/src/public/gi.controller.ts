import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { GiQuery, giKey } from '#odop';
import { Answers, Does, Limited, Open, Pages, fail, pageOf, publicly } from '#platform/http';
import { gi, giQuery, viewOfGi } from './gi.schema.js';
import { slug } from './names.schema.js';
import { placesMaxAge_s } from './places.schema.js';

@Controller('v1/public/gi')
export class GiController {
  constructor(
    private readonly register: GiQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('Registered geographical indications by slug')
  @Limited('search')
  @Open()
  @Answers(200, pageOf(gi))
  async list(@Query({ schema: giQuery }) query: z.infer<typeof giQuery>) {
    const page = this.pages.read(query, giKey);
    const filter = { state_code: query.state, goods_class: query.class, text: query.text };
    const [rows, count] = await Promise.all([
      this.register.page(filter, page),
      page.wantsCount ? this.register.count(filter) : undefined,
    ]);
    return publicly(
      placesMaxAge_s,
      this.pages.of(page, rows, (row) => [row.slug], viewOfGi, count),
    );
  }

  @Get(':slug')
  @Does('One registered geographical indication')
  @Open()
  @Answers(200, gi)
  async one(@Param('slug', { schema: slug }) address: string) {
    const row = await this.register.bySlug(address);
    if (row === null) throw fail('not_found');
    return publicly(placesMaxAge_s, viewOfGi(row));
  }
}
