import { assert } from '#platform/kernel';
import type { FreightTable } from '#policy';
import type { Carriage, Parcel } from '../ports/freight-tariff.js';

export type Zone = Exclude<keyof FreightTable, 'remote_states'>;

/** How far a parcel goes. The first three digits of a PIN code are a sorting district, the first one a region. */
export function zoneOf(parcel: Parcel, remoteStates: readonly string[]): Zone {
  const { fromPincode, toPincode, fromState, toState } = parcel;
  if (fromPincode.slice(0, 3) === toPincode.slice(0, 3)) return 'local';
  if (fromState === toState) return 'state';
  if ([fromState, toState].some((state) => remoteStates.includes(state.slice(3)))) return 'remote';
  return fromPincode[0] === toPincode[0] ? 'region' : 'nation';
}

/**
 * Price and days of a parcel: the first grams, then each further step that is begun.
 * @rule
 */
export function carriageOf(parcel: Parcel, table: FreightTable): Carriage {
  assert(parcel.weight_g > 0, 'a parcel weighs something');
  const band = table[zoneOf(parcel, table.remote_states)];
  const steps = Math.max(0, Math.ceil((parcel.weight_g - band.first_g) / band.step_g));
  return { carriage_paise: band.first_paise + BigInt(steps) * band.step_paise, days: band.days };
}
