import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { InfrastructureQuery, infrastructureKey } from '#odop';
import { Answers, Does, Limited, Open, Pages, pageOf, publicly } from '#platform/http';
import { infrastructure, infrastructureQuery, viewOfInfrastructure } from './infrastructure.schema.js';
import { placesMaxAge_s } from './places.schema.js';

@Controller('v1/public/infrastructure')
export class InfrastructureController {
  constructor(
    private readonly places: InfrastructureQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('Clusters, common facility centres, testing laboratories, cold chains and Ekta Malls, by slug')
  @Limited('search')
  @Open()
  @Answers(200, pageOf(infrastructure))
  async list(@Query({ schema: infrastructureQuery }) query: z.infer<typeof infrastructureQuery>) {
    const page = this.pages.read(query, infrastructureKey);
    const filter = { state_code: query.state, district_slug: query.district, kind: query.kind, bbox: query.bbox };
    const [rows, count] = await Promise.all([
      this.places.page(filter, page),
      page.wantsCount ? this.places.count(filter) : undefined,
    ]);
    return publicly(
      placesMaxAge_s,
      this.pages.of(page, rows, (row) => [row.slug], viewOfInfrastructure, count),
    );
  }
}
