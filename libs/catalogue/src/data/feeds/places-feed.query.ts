import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';

const nameRow = z.object({ name: z.string() });

/** What else has a page of its own: a few thousand at most. */
@Injectable()
export class PlacesFeedQuery {
  constructor(private readonly read: ReadClient) {}

  /** Districts of today, by slug. */
  districts(): Promise<string[]> {
    return this.names(`select slug as name from odop.v_district where valid_to is null order by 1 limit 50000`);
  }

  /** Products of the register, by id. */
  products(): Promise<string[]> {
    return this.names(`select id::text as name from odop.v_entry where state = 'live' order by 1 limit 50000`);
  }

  /** Published categories, by slug. */
  categories(): Promise<string[]> {
    return this.names(`select slug as name from catalogue.category where is_published order by 1 limit 50000`);
  }

  private async names(sql: string): Promise<string[]> {
    return (await this.read.many(nameRow, sql)).map((row) => row.name);
  }
}
