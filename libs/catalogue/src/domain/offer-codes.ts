import { fail } from './listing.errors.js';

interface Codes {
  sku: string | null;
  gtin: string | null;
}

/** Numbers that goods of a seller bear: no other goods of hers may. */
export class TakenCodes {
  private readonly skus = new Set<string | null>();
  private readonly gtins = new Set<string | null>();

  constructor(offers: readonly Codes[]) {
    this.take(offers);
  }

  take(offers: readonly Codes[]): void {
    for (const { sku, gtin } of offers) {
      if (sku !== null) this.skus.add(sku);
      if (gtin !== null) this.gtins.add(gtin);
    }
  }

  /** @throws offer_code_taken (409) */
  assertFree(wanted: readonly Codes[]): void {
    for (const { sku, gtin } of wanted) {
      const code = this.skus.has(sku) ? sku : this.gtins.has(gtin) ? gtin : null;
      if (code !== null) throw fail('offer_code_taken', { code });
    }
  }
}
