import { istDay } from '#platform/time';

/** How it was proved that a parcel of a maker's own carrier has arrived: by the receiver's code, by her word, to the desk, or by a photo. */
export const deliveryProofs = ['code', 'receiver', 'desk', 'photo'] as const;
export type DeliveryProof = (typeof deliveryProofs)[number];

/** What the desk may find of a parcel of which nobody says anything. */
export const shipmentOutcomes = ['delivered', 'lost'] as const;
export type ShipmentOutcome = (typeof shipmentOutcomes)[number];

/** Digits of a delivery code. */
const code_length = 6;
/** Wrong codes of a parcel on one day; who guesses finds one in a million. @rule SM-5 */
export const code_tries_max = 5;

/** Six digits of a keyed hash. */
export const codeOf = (mac: Buffer): string =>
  (mac.readBigUInt64BE() % 10n ** BigInt(code_length)).toString().padStart(code_length, '0');

/** Wrong codes of the present day. */
export const triesToday = (parcel: { code_tries: number; code_tried_at: Date | null }, now: Date): number =>
  parcel.code_tried_at !== null && istDay(parcel.code_tried_at) === istDay(now) ? parcel.code_tries : 0;
