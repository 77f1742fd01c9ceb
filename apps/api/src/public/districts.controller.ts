import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DistrictMapQuery, DistrictsQuery, OdopEntriesQuery, districtKey, type DistrictView } from '#odop';
import { Answers, Does, Limited, Open, Pages, fail, pageOf, publicFile, publicly } from '#platform/http';
import { slug } from './names.schema.js';
import { viewOfEntry } from './odop-entries.schema.js';
import {
  district,
  districtMap,
  districtWithEntries,
  districtsQuery,
  mapMaxAge_s,
  placesMaxAge_s,
} from './places.schema.js';

const GEOJSON = 'application/geo+json';

const wantsGeoJson = ({ headers }: FastifyRequest): boolean =>
  (headers.accept ?? '').split(',').some((type) => type.split(';')[0]!.trim().toLowerCase() === GEOJSON);

@Controller('v1/public/districts')
export class DistrictsController {
  constructor(
    private readonly districts: DistrictsQuery,
    private readonly map: DistrictMapQuery,
    private readonly entries: OdopEntriesQuery,
    private readonly pages: Pages,
  ) {}

  /** Present districts by slug; one that is no more is still found by its own address. */
  @Get()
  @Limited('search')
  @Open()
  @Does('Present districts by slug; asked for as application/geo+json, all that fit as a map')
  @Answers(200, pageOf(district))
  @Answers(200, districtMap, { contentType: GEOJSON })
  async list(
    @Query({ schema: districtsQuery }) query: z.infer<typeof districtsQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = this.pages.read(query, districtKey);
    const filter = { state_code: query.state, text: query.text, bbox: query.bbox, on: query.on };
    if (wantsGeoJson(request)) {
      return publicFile(mapMaxAge_s, GEOJSON, await this.map.features(filter), { vary: 'accept' });
    }
    void reply.header('vary', 'Accept, Origin');
    const [rows, count] = await Promise.all([
      this.districts.page(filter, page),
      page.wantsCount ? this.districts.count(filter) : undefined,
    ]);
    return publicly(
      placesMaxAge_s,
      this.pages.of(page, rows, (row) => [row.slug], viewOfDistrict, count),
    );
  }

  /** One district and what it is known for. */
  @Get(':slug')
  @Open()
  @Answers(200, districtWithEntries)
  async one(@Param('slug', { schema: slug }) address: string) {
    const row = await this.districts.bySlug(address);
    if (row === null) throw fail('not_found');
    const entries = await this.entries.listForDistrict(row.id);
    return publicly(placesMaxAge_s, { ...viewOfDistrict(row), odopEntries: entries.map(viewOfEntry) });
  }
}

function viewOfDistrict(row: DistrictView): z.input<typeof district> {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    lgdCode: row.lgd_code,
    state: { code: row.state_code, name: row.state_name },
    point:
      row.latitude_deg === null || row.longitude_deg === null
        ? null
        : { latitude: row.latitude_deg, longitude: row.longitude_deg, source: row.point_source },
    otherNames: row.aka,
    parent: row.parent_slug,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successors: row.successors,
  };
}
