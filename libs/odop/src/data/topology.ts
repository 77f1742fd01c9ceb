import { feature } from 'topojson-client';
import { z } from 'zod';

type Topology = Parameters<typeof feature>[0];
type Collection = Extract<Topology['objects'][string], { type: 'GeometryCollection' }>;

/** An outline as its file names it. */
export interface Outline {
  name: string;
  state: string;
  lgd_code: number | null;
  /** A GeoJSON geometry. */
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown };
}

/** The file is no topology, or not of districts. */
export class BoundariesUnreadable extends Error {
  constructor(why: string) {
    super(`The outlines cannot be read: ${why}.`);
  }
}

const properties = z.object({
  name: z.string(),
  state: z.string().default(''),
  lgd: z.coerce.number().int().optional(),
  lgd_code: z.coerce.number().int().optional(),
});
const outlined = z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) });

/** About eleven metres: finer than any map of districts shows. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/**
 * The outlines of one object of a TopoJSON file, in plain GeoJSON.
 * @throws BoundariesUnreadable
 */
export function readTopology(content: Buffer, object: string): Outline[] {
  const topology = parsed(content);
  const wanted = topology.objects[object] as Collection | undefined;
  if (wanted?.type !== 'GeometryCollection') {
    throw new BoundariesUnreadable(`it has no object "${object}", but ${Object.keys(topology.objects).join(', ')}`);
  }
  return feature(topology, wanted).features.flatMap((one) => {
    const known = properties.safeParse(one.properties);
    const geometry = outlined.safeParse(one.geometry);
    if (!known.success || !geometry.success) return [];
    const { name, state, lgd, lgd_code } = known.data;
    const { type, coordinates } = geometry.data;
    return [
      { name, state, lgd_code: lgd ?? lgd_code ?? null, geometry: { type, coordinates: deepRounded(coordinates) } },
    ];
  });
}

function parsed(content: Buffer): Topology {
  let value: unknown;
  try {
    value = JSON.parse(content.toString('utf8'));
  } catch {
    throw new BoundariesUnreadable('it is not JSON');
  }
  const known = z
    .looseObject({
      type: z.literal('Topology'),
      objects: z.record(z.string(), z.unknown()),
      arcs: z.array(z.unknown()),
    })
    .safeParse(value);
  if (!known.success) throw new BoundariesUnreadable('it is no TopoJSON');
  return known.data as unknown as Topology;
}

function deepRounded(coordinates: unknown): unknown {
  if (typeof coordinates === 'number') return rounded(coordinates);
  return Array.isArray(coordinates) ? coordinates.map(deepRounded) : coordinates;
}
