import { createHash } from 'node:crypto';
import { readOdopSeed } from '../src/data/seed-files.js';
import { foldName } from '../src/domain/fold.js';
import { districtId, giId, odopEntryId } from '../src/domain/seed-id.js';

const seed = readOdopSeed();
const pincodes = seed.pincodes.flatMap((row) => row.pincodes.map((pincode) => ({ ...row, pincode })));
const stateOf = new Map(seed.districts.map((district) => [district.slug, district.state]));

function tally(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function repeated(values: Iterable<string | number>): string[] {
  return Object.entries(tally(Array.from(values, String))).flatMap(([value, times]) => (times > 1 ? [value] : []));
}

describe('the reference seed', () => {
  it('R-7.1 holds the counts of its sources', () => {
    expect({
      states: tally(seed.states.map((state) => state.kind)),
      districts: seed.districts.length,
      aliases: seed.districts.flatMap((district) => district.aka).length,
      entries: seed.entries.length,
      districts_with_entries: new Set(seed.entries.map((entry) => entry.district)).size,
      gi: seed.gi.length,
      pincodes: pincodes.length,
    }).toEqual({
      states: { state: 28, union_territory: 8 },
      districts: 783,
      aliases: 350,
      entries: 1241,
      districts_with_entries: 773,
      gi: 657,
      pincodes: 19_147,
    });
  });

  it('R-7.2 counts the sectors as the list does', () => {
    expect(tally(seed.entries.map((entry) => entry.sector))).toEqual({
      agriculture: 418,
      handicrafts: 252,
      manufacturing: 173,
      food_processing: 122,
      textiles: 104,
      handloom: 101,
      marine: 32,
      others: 29,
      dairy: 10,
    });
  });

  it('R-7.2 has its largest States in order', () => {
    const byState = tally(seed.entries.map((entry) => stateOf.get(entry.district)!));
    const largest = Object.entries(byState).sort(([, a], [, b]) => b - a);
    expect(largest.slice(0, 5)).toEqual([
      ['IN-UP', 110],
      ['IN-AP', 99],
      ['IN-GJ', 90],
      ['IN-BR', 87],
      ['IN-MH', 72],
    ]);
  });

  it('R-7.2 leaves ten new districts without a product', () => {
    const tied = new Set(seed.entries.map((entry) => entry.district));
    const without = seed.districts.filter((district) => !tied.has(district.slug)).map((district) => district.name);
    expect(without.sort()).toEqual([
      'Bichom',
      'Hansi',
      'Keyi Panyor',
      'Maihar',
      'Markapuram',
      'Mauganj',
      'Meluri',
      'Pandhurna',
      'Polavaram',
      'Vav-Tharad',
    ]);
  });

  it('R-7.2 takes no listings under tourism, and only there', () => {
    const closed = seed.entries.filter((entry) => !entry.listings);
    expect(closed).toHaveLength(8);
    expect(closed.every((entry) => entry.sector === 'others' && entry.product.startsWith('Tourism'))).toBe(true);
  });

  it('R-7.2 carries the GI flag as published', () => {
    expect(seed.entries.filter((entry) => entry.gi)).toHaveLength(256);
  });

  it('R-4.29b has the GI application numbers its source gives', () => {
    expect(seed.gi.filter((gi) => gi.application_no !== null)).toHaveLength(17);
  });

  it('has no key twice', () => {
    expect(repeated(seed.states.map((state) => state.code))).toEqual([]);
    expect(repeated(seed.states.map((state) => state.lgd))).toEqual([]);
    expect(repeated(seed.states.map((state) => state.gst))).toEqual([]);
    expect(repeated(seed.districts.map((district) => district.slug))).toEqual([]);
    expect(repeated(seed.districts.map((district) => `${district.state} ${foldName(district.name)}`))).toEqual([]);
    expect(repeated(seed.entries.map((entry) => `${entry.district} ${entry.slug}`))).toEqual([]);
    expect(repeated(seed.entries.map((entry) => `${entry.district} ${foldName(entry.product)}`))).toEqual([]);
    expect(repeated(pincodes.map((row) => row.pincode))).toEqual([]);
  });

  it('R-4.29a gives every district but four an LGD code, each once', () => {
    const codes = seed.districts.flatMap((district) => (district.lgd === null ? [] : [district.lgd]));
    expect(codes).toHaveLength(779);
    expect(repeated(codes)).toEqual([]);
  });

  it('R-7.2 dates and parents are of districts of the same State, older than what was divided from them', () => {
    const bySlug = new Map(seed.districts.map((district) => [district.slug, district]));
    const divided = seed.districts.filter((district) => district.parent !== null);
    expect([divided.length, seed.districts.filter((district) => district.valid_from !== null).length]).toEqual([
      74, 64,
    ]);
    for (const { state, parent, valid_from } of divided) {
      const older = bySlug.get(parent!)!;
      expect(older.state).toBe(state);
      if (older.valid_from !== null) expect(older.valid_from < valid_from!).toBe(true);
    }
    const recent = seed.districts.filter((district) => (district.valid_from ?? '') > '2025-07-01');
    expect(recent.map(({ slug, parent, valid_from }) => `${slug} ${parent} ${valid_from}`)).toEqual([
      'markapuram prakasam 2025-12-31',
      'polavaram alluri-sitharama-raju 2025-12-31',
      'vav-tharad banaskantha 2025-10-02',
      'hansi hisar 2025-12-22',
    ]);
  });

  it('R-7.4 what a story says of a GI stands in the list of GIs, under the State of its district', () => {
    const register = new Map(seed.gi.map((gi) => [gi.slug, gi]));
    for (const { district, gi } of seed.stories.entries) {
      for (const name of gi) expect(register.get(name)?.states).toContain(stateOf.get(district));
    }
    // Nothing is said of a register but what the list shows: Darjeeling Tea is number one of it.
    expect(seed.gi.find((gi) => gi.list_no === 1)!.slug).toBe('darjeeling-tea');
    const claims = seed.stories.entries.flatMap(({ stories }) => stories).map(({ body }) => body);
    expect(
      claims.filter((body) => /register|only|first|safe/i.test(body) && /GI|geographical/.test(body)),
    ).toHaveLength(1);
  });

  it('places every district but Niuland', () => {
    expect(seed.districts.filter((d) => d.lat === null || d.lon === null).map((d) => d.slug)).toEqual(['niuland']);
  });

  it('names only districts and States that exist', () => {
    const codes = new Set(seed.states.map((state) => state.code));
    expect(seed.districts.filter((district) => !codes.has(district.state))).toEqual([]);
    expect(seed.entries.filter((entry) => !stateOf.has(entry.district))).toEqual([]);
    expect(seed.pincodes.filter((row) => !stateOf.has(row.district))).toEqual([]);
    expect(seed.gi.filter((gi) => gi.states.some((code) => !codes.has(code)))).toEqual([]);
  });

  it.each(['balrampur', 'bilaspur', 'hamirpur', 'pratapgarh'])('tells the two districts named %s apart', (name) => {
    const slugs = seed.districts
      .filter((district) => foldName(district.name) === name)
      .map((district) => district.slug);
    expect(slugs).toHaveLength(2);
    expect(slugs.every((slug) => slug.startsWith(`${name}-`))).toBe(true);
  });
});

/** The first digit is the postal zone; two Union Territories lie in the zone of a neighbour. */
const zoneOf: Record<string, string> = {
  1: 'IN-DL IN-HR IN-PB IN-HP IN-JK IN-LA IN-CH',
  2: 'IN-UP IN-UK',
  3: 'IN-RJ IN-GJ IN-DH',
  4: 'IN-MH IN-MP IN-CG IN-GA',
  5: 'IN-AP IN-TS IN-KA',
  6: 'IN-TN IN-KL IN-PY IN-LD',
  7: 'IN-WB IN-OD IN-AR IN-AS IN-MN IN-ML IN-MZ IN-NL IN-SK IN-TR IN-AN',
  8: 'IN-BR IN-JH',
};

describe('R-4.26 PIN codes', () => {
  it('lie in their State’s postal zone', () => {
    const astray = pincodes.filter((row) => !zoneOf[row.pincode[0]!]?.includes(stateOf.get(row.district)!));
    expect(astray).toEqual([]);
  });

  it('say how sure their district is', () => {
    expect(tally(pincodes.map((row) => row.basis))).toEqual({
      agree: 14_753,
      agree_presplit: 2081,
      point: 1286,
      name: 913,
      knowledge: 2,
      point_presplit: 69,
      name_presplit: 43,
    });
  });
});

describe('seeded ids', () => {
  it('never change: listings and orders of every installation point to them', () => {
    const ids = [
      ...seed.districts.map((row) => districtId(row.slug)),
      ...seed.entries.map((row) => odopEntryId(row.district, row.slug)),
      ...seed.gi.map((row) => giId(row.slug)),
    ];
    expect(repeated(ids)).toEqual([]);
    expect(districtId('varanasi')).toBe('3a48050f-e9df-8c1d-85d8-aed1bad16319');
    expect(createHash('sha256').update(ids.sort().join()).digest('hex').slice(0, 16)).toBe('7ed46cde405c8e89');
  });
});
