/**
 * Whether a maker sends to a PIN code.
 * @param beginnings  of PIN codes; null: wherever the law lets her
 * @rule SM-4
 */
export const servesPin = (beginnings: readonly string[] | null, pincode: string): boolean =>
  beginnings === null || beginnings.some((beginning) => pincode.startsWith(beginning));
