import type { Paise } from '#platform/money';

/** A parcel as a tariff sees it. States as `IN-UP`. */
export interface Parcel {
  fromPincode: string;
  fromState: string;
  toPincode: string;
  toState: string;
  weight_g: number;
}

/** What sending a parcel costs and how many days it takes from hand-over to door. */
export interface Carriage {
  carriage_paise: Paise;
  days: number;
}

/**
 * Prices of carriage. It answers from memory, in the shopper's transaction: who asks a company for its prices keeps them
 * beforehand.
 */
export interface FreightTariff {
  of(parcel: Parcel, at: Date): Carriage;
}

export const FREIGHT_TARIFF = Symbol('FreightTariff');
