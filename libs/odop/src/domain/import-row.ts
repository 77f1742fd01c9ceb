import { findAadhaar } from '#platform/identifiers';
import { foldName, slugOf } from './fold.js';
import { matchDistrict, type DistrictIndex } from './match-district.js';
import { ranks, sectors, type Rank, type Sector } from './odop-entry.js';

/** What is wrong with a row, in words its sender understands. */
export interface RowFault {
  code: string;
  detail: string;
}

/** A row that can be taken. */
export interface ImportedRow {
  district_slug: string;
  slug: string;
  product: string;
  sector: Sector;
  /** Null where the list does not rank: what the register says stays. */
  rank: Rank | null;
  gi: boolean;
}

export type ReadRow = { ok: true; row: ImportedRow } | { ok: false; faults: RowFault[] };

/** Districts as an import needs to know them: those of today, and what became of the others. */
export interface ImportPlaces {
  index: DistrictIndex;
  lgdOf: ReadonlyMap<string, number | null>;
  nameOf: ReadonlyMap<string, string>;
  /** `IN-UP/foldedname` of a district that is no more → what to say. */
  ended: ReadonlyMap<
    string,
    { name: string; ended_on: string; merged_into: string | null; divided_into: readonly string[] }
  >;
  stateNames: ReadonlyMap<string, string>;
}

type Column = 'state' | 'district' | 'product' | 'sector' | 'gi' | 'rank' | 'lgd';
export type Header = Partial<Record<Column, number>>;

/** How published lists head their columns, folded. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  state: ['state', 'stateut', 'statename', 'stateorut', 'stateunionterritory', 'nameofstate', 'nameofstateut'],
  district: ['district', 'districtname', 'nameofdistrict'],
  product: ['product', 'productname', 'odopproduct', 'odop', 'nameofproduct'],
  sector: ['sector', 'category', 'productsector'],
  gi: ['gi', 'gitagged', 'gitag', 'gistatus', 'gitaggedyn'],
  rank: ['rank', 'ranking', 'priority'],
  lgd: ['lgd', 'lgdcode', 'districtlgdcode', 'districtcode', 'lgddistrictcode'],
};
const needed: readonly Column[] = ['state', 'district', 'product', 'sector'];

/** Which column stands where. @returns what is missing, when a needed one is */
export function readHeader(cells: readonly string[]): { header: Header; missing: readonly Column[] } {
  const header: Header = {};
  cells.forEach((cell, i) => {
    const name = foldName(cell);
    const column = (Object.keys(headings) as Column[]).find((each) => headings[each].includes(name));
    if (column !== undefined) header[column] ??= i;
  });
  return { header, missing: needed.filter((column) => header[column] === undefined) };
}

/** Spellings of sectors beside their own names. */
const sectorWords: Readonly<Record<string, Sector>> = {
  ...Object.fromEntries(sectors.map((sector) => [foldName(sector), sector])),
  agri: 'agriculture',
  handicraft: 'handicrafts',
  handlooms: 'handloom',
  textile: 'textiles',
  food: 'food_processing',
  marineproducts: 'marine',
  other: 'others',
};
const yes = new Set(['y', 'yes', 'true', '1', 'gi', 'gitagged']);
const no = new Set(['', 'n', 'no', 'false', '0', 'na', 'nongi']);

const product_chars_max = 160;

/**
 * Reads one row of a list: every fault of it at once, or what it says.
 * @param formula  what a cell reads as that holds a formula
 * @rule R-4.29a S-60 S-64
 */
export function readImportRow(
  cells: readonly string[],
  header: Header,
  places: ImportPlaces,
  formula: string,
): ReadRow {
  const cell = (column: Column): string => cells[header[column] ?? -1] ?? '';
  const used = (Object.keys(header) as Column[]).map(cell);
  if (used.includes(formula))
    return refused([{ code: 'formula', detail: 'A cell holds a formula: put the value itself.' }]);
  if (used.some((text) => findAadhaar(text).length > 0))
    return refused([
      { code: 'aadhaar', detail: 'A cell looks like an Aadhaar number: it is never needed and never kept.' },
    ]);
  const faults: RowFault[] = [];
  const district_slug = readPlace(cell('state'), cell('district'), cell('lgd'), places, faults);
  const product = cell('product').replace(/\s+/g, ' ');
  const slug = slugOf(product);
  if (slug === '') faults.push({ code: 'product_missing', detail: 'The product has no name.' });
  else if (product.length > product_chars_max)
    faults.push({
      code: 'product_too_long',
      detail: `The product’s name has more than ${product_chars_max} characters.`,
    });
  const sector = sectorWords[foldName(cell('sector'))];
  if (sector === undefined)
    faults.push({
      code: 'sector_unknown',
      detail: `"${short(cell('sector'))}" is no sector; known are ${sectors.join(', ')}.`,
    });
  const rank = readRank(cell('rank'), faults);
  const giWord = foldName(cell('gi'));
  if (!yes.has(giWord) && !no.has(giWord))
    faults.push({ code: 'gi_unclear', detail: `"${short(cell('gi'))}" is neither yes nor no to a GI.` });
  if (faults.length > 0 || district_slug === null || sector === undefined) return refused(faults);
  return { ok: true, row: { district_slug, slug, product, sector, rank, gi: yes.has(giWord) } };
}

const refused = (faults: RowFault[]): ReadRow => ({ ok: false, faults });
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function readRank(word: string, faults: RowFault[]): Rank | null {
  if (word === '') return null;
  const rank = ranks.find((one) => one === foldName(word));
  if (rank === undefined)
    faults.push({ code: 'rank_unknown', detail: `"${short(word)}" is no rank; known are ${ranks.join(', ')}.` });
  return rank ?? null;
}

/** The district a row means, or null with the reason among the faults. @rule R-4.29a */
function readPlace(
  state: string,
  district: string,
  lgd: string,
  places: ImportPlaces,
  faults: RowFault[],
): string | null {
  const lgd_code = /^[0-9]{1,3}$/.test(lgd) ? Number(lgd) : null;
  if (lgd !== '' && lgd_code === null)
    faults.push({
      code: 'lgd_unreadable',
      detail: `"${short(lgd)}" is no LGD code of a district: one to three digits.`,
    });
  const match = matchDistrict(places.index, { state, district, lgd_code });
  if (!match.found) {
    faults.push(match.why === 'state_unknown' ? stateUnknown(state) : districtUnknown(state, district, places));
    return null;
  }
  if (match.code_disagrees) {
    const known = places.lgdOf.get(match.slug);
    faults.push({
      code: 'lgd_code_wrong',
      detail: `The LGD code of ${places.nameOf.get(match.slug)} is ${known}, not ${lgd_code}.`,
    });
  }
  return match.slug;
}

const stateUnknown = (state: string): RowFault => ({
  code: 'state_unknown',
  detail: `There is no State or Union Territory "${short(state)}".`,
});

function districtUnknown(
  state: string,
  district: string,
  { index, ended, stateNames, nameOf }: ImportPlaces,
): RowFault {
  const code = index.stateByName.get(foldName(state))!;
  const name = foldName(district);
  const former = ended.get(`${code}/${name}`);
  if (former !== undefined) {
    return {
      code: 'district_ended',
      detail: `${former.name} is no district since ${former.ended_on}${whatBecame(former)}.`,
    };
  }
  const elsewhere = [...stateNames].filter(([other]) => index.byName.has(`${other}/${name}`)).map(([, each]) => each);
  const here = stateNames.get(code) ?? state;
  if (elsewhere.length > 0) {
    return {
      code: 'district_in_other_state',
      detail: `"${short(district)}" is a district of ${elsewhere.join(' and of ')}, not of ${here}.`,
    };
  }
  const near = nearest(name, code, index);
  const hint = near === null ? '' : ` Did you mean ${nameOf.get(near)}?`;
  return { code: 'district_unknown', detail: `${here} has no district "${short(district)}".${hint}` };
}

function whatBecame({ merged_into, divided_into }: { merged_into: string | null; divided_into: readonly string[] }) {
  if (merged_into !== null) return `; it is part of ${merged_into} now`;
  return divided_into.length === 0 ? '' : `; it was divided into ${divided_into.join(' and ')}`;
}

/** The present district of the State whose name is one or two letters away, if it is the only one. */
function nearest(name: string, state_code: string, index: DistrictIndex): string | null {
  const close = [...index.byName]
    .filter(([key]) => key.startsWith(`${state_code}/`))
    .filter(([key]) => distance(key.slice(state_code.length + 1), name, 2) <= 2);
  return close.length === 1 ? close[0]![1].slug : null;
}

/** Letters to change, add or drop to make one word of the other; more than `max` is not counted out. */
function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
