import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { infrastructureKinds, infrastructureStatuses, type InfrastructureKind } from '../domain/infrastructure.js';
import { counted } from './reader.js';
import { Conditions, type BoundingBox } from './search.sql.js';

const infrastructureView = z.object({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(infrastructureKinds),
  name: z.string(),
  status: z.enum(infrastructureStatuses),
  latitude_deg: z.number().nullable(),
  longitude_deg: z.number().nullable(),
  /** False: the point is its district's. */
  point_is_own: z.boolean(),
  is_sample: z.boolean(),
  source: z.string(),
  district_slug: z.string(),
  district_name: z.string(),
  district_lgd_code: z.number().nullable(),
  state_code: z.string(),
  state_name: z.string(),
});
export type InfrastructureView = z.output<typeof infrastructureView>;
export type InfrastructureFilter = {
  state_code?: string;
  district_slug?: string;
  kind?: InfrastructureKind;
  bbox?: BoundingBox;
};
/** The whole sort key of a page: its slug. */
export const infrastructureKey = z.tuple([z.string()]);
export type InfrastructureKey = z.output<typeof infrastructureKey>;

const source = `
  from odop.infrastructure i
  join odop.district d on d.id = i.district_id
  join odop.state s on s.code = d.state_code`;

function conditionsOf({ state_code, district_slug, kind, bbox }: InfrastructureFilter): Conditions {
  return new Conditions()
    .equals('d.state_code', state_code)
    .equals('d.slug', district_slug)
    .equals('i.kind', kind)
    .inside(bbox, 'coalesce(i.latitude_deg, d.latitude_deg)', 'coalesce(i.longitude_deg, d.longitude_deg)');
}

/** Clusters, common facility centres, testing laboratories, cold chains and Ekta Malls. @rule */
@Injectable()
export class InfrastructureQuery {
  constructor(private readonly read: ReadClient) {}

  page(filter: InfrastructureFilter, request: PageRequest<InfrastructureKey>): Promise<InfrastructureView[]> {
    const fits = conditionsOf(filter);
    const part = keyset(request, ['i.slug'], 'asc', fits.values.length + 1);
    return this.read.many(
      infrastructureView,
      `select i.id, i.slug, i.kind, i.name, i.status, coalesce(i.latitude_deg, d.latitude_deg) as latitude_deg,
              coalesce(i.longitude_deg, d.longitude_deg) as longitude_deg, i.latitude_deg is not null as point_is_own,
              i.is_sample, i.source, d.slug as district_slug, d.name as district_name, d.lgd_code as district_lgd_code,
              d.state_code, s.name as state_name ${source}
        where ${fits.where} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...fits.values, ...part.values],
    );
  }

  async count(filter: InfrastructureFilter): Promise<number> {
    const fits = conditionsOf(filter);
    const row = await this.read.maybe(
      counted,
      `select count(*)::integer as count ${source} where ${fits.where}`,
      fits.values,
    );
    return row!.count;
  }
}
