import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { DistrictsQuery } from '#odop';
import { Answers, Open, Page, pageOf, publicly } from '#platform/http';
import { placesMaxAge_s, state } from './places.schema.js';

@Controller('v1/public/states')
export class StatesController {
  constructor(private readonly districts: DistrictsQuery) {}

  /** All 36 States and Union Territories by name, always on one page. */
  @Get()
  @Open()
  @Answers(200, pageOf(state))
  async list() {
    const states = await this.districts.states();
    const items = states.map((row): z.input<typeof state> => ({
      code: row.code,
      name: row.name,
      kind: row.kind,
      lgdCode: row.lgd_code,
      gstCode: row.gst_code,
      districts: row.districts,
    }));
    return publicly(placesMaxAge_s, new Page({ items, next: null }, null));
  }
}
