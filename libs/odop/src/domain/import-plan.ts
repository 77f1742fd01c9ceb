import type { ImportedRow, RowFault } from './import-row.js';
import type { OdopEntryState } from './odop-entry.states.js';
import type { Rank, Sector } from './odop-entry.js';

/** A version of a product that the register holds open. */
export interface ListedEntry {
  id: string;
  district_slug: string;
  slug: string;
  product: string;
  sector: Sector;
  rank: Rank;
  gi: boolean;
  state: OdopEntryState;
  effective_from: string | null;
}

export type RowPlan =
  { what: 'unchanged' } | { what: 'add'; succeeds: ListedEntry | null } | { what: 'fault'; fault: RowFault };

/**
 * What a row means for the register: nothing, a new product, or a new version of one.
 * @param open  the versions of this product that are neither retired nor rejected
 * @param effective_from  the list's first day
 * @rule SM-2
 */
export function planRow(row: ImportedRow, open: readonly ListedEntry[], effective_from: string): RowPlan {
  const listed = open.find(({ state }) => state === 'live' || state === 'suspended') ?? null;
  const coming = open.find((entry) => entry !== listed) ?? null;
  if (coming !== null && coming.state === 'confirmed' && saysTheSame(row, coming)) return { what: 'unchanged' };
  if (coming === null && listed !== null && saysTheSame(row, listed)) return { what: 'unchanged' };
  if (coming !== null) {
    return fault('entry_undecided', `A change to ${row.product} is under way: decide it before the list changes it.`);
  }
  if (listed?.state === 'suspended') {
    return fault('entry_suspended', `${listed.product} is suspended: resume it before the list changes it.`);
  }
  if (listed !== null && (listed.effective_from ?? '') > effective_from) {
    return fault(
      'list_is_older',
      `The register has a later version of ${listed.product}, of ${listed.effective_from}.`,
    );
  }
  return { what: 'add', succeeds: listed };
}

const fault = (code: string, detail: string): RowPlan => ({ what: 'fault', fault: { code, detail } });

function saysTheSame(row: ImportedRow, entry: ListedEntry): boolean {
  const sameRank = row.rank === null || row.rank === entry.rank;
  return row.product === entry.product && row.sector === entry.sector && row.gi === entry.gi && sameRank;
}
