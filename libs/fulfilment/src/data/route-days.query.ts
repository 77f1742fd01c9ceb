import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { log } from '#platform/observability';
import { zoneOfPin } from '../domain/route-days.js';

/** How often a process looks whether the ways were reckoned anew: they are every night. */
const look_ms = 600_000;

const ways = z.object({ from_district_id: z.uuid(), days_by_zone: z.record(z.string(), z.number()) });
const place = z.object({ pincode: z.string(), district_id: z.uuid() });

/**
 * How long parcels lately took from a district to a postal zone. All of it is in memory, so that quoting a cart asks nobody.
 * @rule
 */
@Injectable()
export class RouteDaysQuery implements OnModuleInit, OnModuleDestroy {
  private daysFrom: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map();
  private reckonedAt = '';
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly reads: ReadClient) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh(), look_ms).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Days from hand-over to door; null where too few parcels went that way to tell. */
  daysOf(fromPincode: string, toPincode: string): number | null {
    return this.daysFrom.get(fromPincode)?.[zoneOfPin(toPincode)] ?? null;
  }

  /** Looks for news now, one look at a time. A database that does not answer leaves what is known in place. */
  refresh(): Promise<void> {
    this.looking = this.looking.then(() =>
      this.look().catch((error: unknown) => log.warn({ err: error }, 'the days of ways could not be read')),
    );
    return this.looking;
  }

  private async look(): Promise<void> {
    const [seen] = await this.reads.many(
      z.object({ reckoned_at: z.string() }),
      `select coalesce(max(reckoned_at)::text, '') as reckoned_at from fulfilment.route_days`,
    );
    if (seen!.reckoned_at === this.reckonedAt) return;
    const known = await this.reads.many(
      ways,
      `select from_district_id, jsonb_object_agg(to_zone, days) as days_by_zone
         from fulfilment.route_days group by from_district_id`,
    );
    const places = await this.reads.many(
      place,
      `select pincode, district_id from odop.v_pincode
        where district_id in (select from_district_id from fulfilment.route_days)`,
    );
    const ofDistrict = new Map(known.map((one) => [one.from_district_id, one.days_by_zone]));
    this.daysFrom = new Map(places.map(({ pincode, district_id }) => [pincode, ofDistrict.get(district_id) ?? {}]));
    this.reckonedAt = seen!.reckoned_at;
  }
}
