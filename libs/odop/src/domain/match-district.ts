import { strict as assert } from 'node:assert';
import { foldName } from './fold.js';

export type StateNames = { code: string; name: string; aka: readonly string[] };
export type DistrictNames = {
  slug: string;
  state_code: string;
  name: string;
  lgd_code: number | null;
  aka: readonly string[];
};

export type DistrictMatch =
  | { found: true; slug: string; by: 'name' | 'alias'; code_disagrees: boolean }
  | { found: false; why: 'state_unknown' | 'district_unknown' };

export type DistrictIndex = {
  stateByName: ReadonlyMap<string, string>;
  byName: ReadonlyMap<string, DistrictNames>;
  byAlias: ReadonlyMap<string, DistrictNames>;
};

/** Prepares the names for matching; a name or alias that means two districts of one State is a broken seed. */
export function districtIndex(states: readonly StateNames[], districts: readonly DistrictNames[]): DistrictIndex {
  const stateByName = new Map<string, string>();
  for (const state of states) {
    const names = [state.name, state.code, state.code.replace('IN-', ''), ...state.aka];
    for (const name of names) addOnce(stateByName, foldName(name), state.code);
  }
  const byName = new Map<string, DistrictNames>();
  const byAlias = new Map<string, DistrictNames>();
  for (const district of districts) addOnce(byName, placeKey(district.state_code, district.name), district);
  for (const district of districts) {
    for (const alias of district.aka) {
      const key = placeKey(district.state_code, alias);
      assert.ok(!byName.has(key), `"${alias}" is an alias and a name in ${district.state_code}`);
      addOnce(byAlias, key, district);
    }
  }
  return { stateByName, byName, byAlias };
}

/**
 * Finds the district an incoming row means: its State first, then the folded name, then the aliases.
 *
 * The LGD code never finds a district: published lists carry wrong ones. It is only compared, and a difference reported.
 * @param row  `state` a name or code ('Odisha', 'Orissa', 'IN-OD', 'OD'); `lgd_code` as the list gives it, if it does
 * @rule R-4.29a
 */
export function matchDistrict(
  index: DistrictIndex,
  row: { state: string; district: string; lgd_code?: number | null },
): DistrictMatch {
  const state_code = index.stateByName.get(foldName(row.state));
  if (state_code === undefined) return { found: false, why: 'state_unknown' };
  const key = placeKey(state_code, row.district);
  const named = index.byName.get(key);
  const district = named ?? index.byAlias.get(key);
  if (district === undefined) return { found: false, why: 'district_unknown' };
  const said = row.lgd_code ?? null;
  return {
    found: true,
    slug: district.slug,
    by: named === undefined ? 'alias' : 'name',
    code_disagrees: said !== null && district.lgd_code !== null && said !== district.lgd_code,
  };
}

function placeKey(state_code: string, name: string): string {
  return `${state_code}/${foldName(name)}`;
}

function addOnce<T>(map: Map<string, T>, key: string, value: T): void {
  const there = map.get(key);
  assert.ok(there === undefined || there === value, `"${key}" means two places`);
  map.set(key, value);
}
