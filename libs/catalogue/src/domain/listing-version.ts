/**
 * The version of a listing with its offers, as its maker sees them: changes whenever a word, a price or a number of pieces
 * does. @rule STD-1.3
 */
export const versionOf = (
  listing: { version: number },
  offers: readonly { version: number; on_hand: number; reserved: number }[],
): string => [listing.version, ...offers.map((one) => `${one.version}.${one.on_hand}.${one.reserved}`)].join('-');
