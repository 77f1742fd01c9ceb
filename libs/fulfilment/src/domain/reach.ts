import type { CourierReach } from '#policy';

/** A parcel as couriers ask for it before they say yes. */
export interface CarriedParcel {
  makerPincode: string;
  shopperPincode: string;
  weight_g: number;
  /** Brought to her, brought to her for cash, or fetched at her door to go back. */
  how: 'out' | 'cash' | 'fetched';
}

/** The couriers that carry such a parcel, in the order in which they are asked. @rule SM-5 */
export function couriersFor(parcel: CarriedParcel, reach: readonly CourierReach[]): string[] {
  const { makerPincode, shopperPincode, weight_g, how } = parcel;
  return reach
    .filter((one) => one.makers_in.some((start) => makerPincode.startsWith(start)))
    .filter((one) => one.shoppers_in.some((start) => shopperPincode.startsWith(start)))
    .filter((one) => weight_g <= one.weight_max_g)
    .filter((one) => (how === 'cash' ? one.cash : how === 'fetched' ? one.fetches : true))
    .map(({ courier }) => courier);
}

/** Who is asked after one has said no; undefined: nobody is left. */
export const nextAfter = (names: readonly string[], refusedBy: string): string | undefined =>
  names[names.indexOf(refusedBy) + 1];
