import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { expandPincodes, pincodeBases } from '../domain/pincode.js';
import { nameKinds, story } from '../domain/dossier.js';
import { infrastructureKinds, infrastructureStatuses } from '../domain/infrastructure.js';
import { giClasses, ranks, sectors } from '../domain/odop-entry.js';

const names = z.string().transform((text) => (text === '' ? [] : text.split('; ')));
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const orNull = <T extends z.ZodType>(kind: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(kind);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const stateRow = z.strictObject({
  code: z.string().regex(/^IN-[A-Z]{2}$/),
  name: z.string().min(1),
  kind: z.enum(['state', 'union_territory']),
  lgd: z.coerce.number().int().min(1).max(99),
  gst: z.string().regex(/^[0-9]{2}$/),
  aka: names,
});
const districtRow = z.strictObject({
  state: stateRow.shape.code,
  slug,
  name: z.string().min(1),
  lgd: orNull(z.coerce.number().int().min(1).max(999)),
  lgd_source: orNull(z.string()),
  lat: orNull(z.coerce.number().min(6).max(38)),
  lon: orNull(z.coerce.number().min(68).max(98)),
  point: orNull(z.string()),
  valid_from: orNull(z.iso.date()),
  valid_to: orNull(z.iso.date()),
  parent: orNull(slug),
  aka: names,
});
const entryRow = z.strictObject({
  district: slug,
  slug,
  product: z.string().min(1),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  gi: yesNo,
  listings: yesNo,
});
const giRow = z.strictObject({
  list_no: z.coerce.number().int().positive(),
  slug,
  name: z.string().min(1),
  class: z.enum(giClasses),
  states: z.string().transform((codes) => codes.split(' ').map((code) => `IN-${code}`)),
  application_no: orNull(z.coerce.number().int().min(1).max(99_999)),
});
const pincodesRow = z.strictObject({
  district: slug,
  basis: z.enum(pincodeBases),
  pincodes: z.string().transform(expandPincodes),
});

const entryNameRow = z.strictObject({
  district: slug,
  entry: slug,
  lang: z.string().regex(/^[a-z]{2,3}$/),
  name: z.string().min(1),
  kind: z.enum(nameKinds),
  source: z.string().min(1),
});
const entryGiRow = z.strictObject({ district: slug, entry: slug, gi: slug, basis: z.enum(['same-name', 'read']) });
const proposalRow = z.strictObject({
  district: slug,
  slug,
  product: z.string().min(1),
  sector: z.enum(sectors),
  gi: orNull(slug),
  source: z.string().min(1),
});
const infrastructureRow = z.strictObject({
  slug,
  kind: z.enum(infrastructureKinds),
  name: z.string().min(1),
  district: slug,
  status: z.enum(infrastructureStatuses),
  sample: yesNo,
  source: z.string().min(1),
});

const storiesFile = z.strictObject({
  version: z.int().positive(),
  compiled: z.iso.date(),
  entries: z.array(z.strictObject({ district: slug, entry: slug, gi: z.array(slug).min(1), stories: z.array(story) })),
});

export type StateSeed = z.output<typeof stateRow>;
export type DistrictSeed = z.output<typeof districtRow>;
export type EntrySeed = z.output<typeof entryRow>;
export type GiSeed = z.output<typeof giRow>;
export type PincodesSeed = z.output<typeof pincodesRow>;

export type OdopSeed = {
  states: StateSeed[];
  districts: DistrictSeed[];
  entries: EntrySeed[];
  gi: GiSeed[];
  pincodes: PincodesSeed[];
  entryNames: z.output<typeof entryNameRow>[];
  entryGi: z.output<typeof entryGiRow>[];
  proposals: z.output<typeof proposalRow>[];
  infrastructure: z.output<typeof infrastructureRow>[];
  stories: z.output<typeof storiesFile>;
};

/** Reads and checks the seed files; a fault names its file and row. @rule R-4.29a R-4.29b */
export function readOdopSeed(folder = seedFolder()): OdopSeed {
  return {
    states: rows(folder, 'states.csv', stateRow),
    districts: rows(folder, 'districts.csv', districtRow),
    entries: rows(folder, 'odop-entries.csv', entryRow),
    gi: rows(folder, 'gi.csv', giRow),
    pincodes: rows(folder, 'pincodes.csv', pincodesRow),
    entryNames: rows(folder, 'entry-names.csv', entryNameRow),
    entryGi: rows(folder, 'entry-gi.csv', entryGiRow),
    proposals: rows(folder, 'proposals.csv', proposalRow),
    infrastructure: rows(folder, 'infrastructure.csv', infrastructureRow),
    stories: storiesFile.parse(JSON.parse(readFileSync(join(folder, 'stories.json'), 'utf8'))),
  };
}

function rows<T extends z.ZodType>(folder: string, file: string, row: T): z.output<T>[] {
  const [names = [], ...table] = csvRows(readFileSync(join(folder, file), 'utf8'));
  return table.map((fields, i) => {
    const read = row.safeParse(Object.fromEntries(fields.map((field, at) => [names[at] ?? `column ${at + 1}`, field])));
    if (!read.success) throw new Error(`${file}, row ${i + 1}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** Our own files are plain: lines end with a line feed, and no field holds one. What strangers send is read by `#platform/sheets`. */
function csvRows(text: string): string[][] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) =>
    line.includes('"')
      ? Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), ([, quoted, plain]) =>
          quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
        )
      : line.split(','),
  );
}

/** The seed stays in the source tree: the same folder serves the TypeScript sources and the build in dist/. */
function seedFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const seed = join(folder, 'libs', 'odop', 'seed');
    if (existsSync(seed)) return seed;
  }
  throw new Error('libs/odop/seed is missing beside the program');
}
