import { DomainError } from '#platform/kernel';
import { fail } from '../listing.errors.js';
import { fail as deskFail } from './desk.errors.js';

/** So many offers are counted or priced by one request. */
export const bulkRows_max = 10_000;

/** One of the maker's offers, by its id or by her own number of it. */
export interface OfferKey {
  offerId?: string | undefined;
  sku?: string | undefined;
}

/** A row that cannot be done, told like a fault of a sheet. */
export interface BulkFault {
  /** In the order of the request, from 0. */
  index: number;
  key: string;
  code: string;
  facts: Readonly<Record<string, unknown>>;
}

export interface BulkOutcome {
  changed: number;
  unchanged: number;
  wrong: BulkFault[];
}

export const keyOf = ({ offerId, sku }: OfferKey): string => offerId ?? sku ?? '';

export const bulkFault = (index: number, key: OfferKey, error: DomainError): BulkFault => ({
  ...{ index, key: keyOf(key), code: error.code },
  facts: { ...error.facts, says: [error.message, error.next].filter((one) => one !== undefined).join(' ') },
});

/** Rows with the offers they name, each offer once; the others are told. */
export function matched<R extends OfferKey, O extends { id: string; sku: string | null }>(
  rows: readonly R[],
  offers: readonly O[],
): { found: { index: number; row: R; offer: O }[]; wrong: BulkFault[] } {
  const byId = new Map(offers.map((one) => [one.id, one]));
  const bySku = new Map(offers.map((one) => [one.sku, one]));
  const taken = new Set<string>();
  const found: { index: number; row: R; offer: O }[] = [];
  const wrong: BulkFault[] = [];
  for (const [index, row] of rows.entries()) {
    const offer = row.offerId === undefined ? bySku.get(row.sku ?? '') : byId.get(row.offerId);
    if (!offer) wrong.push(bulkFault(index, row, fail('offer_unknown')));
    else if (taken.has(offer.id)) wrong.push({ index, key: keyOf(row), code: 'offer_twice', facts: {} });
    else found.push({ index, row, offer });
    if (offer) taken.add(offer.id);
  }
  return { found, wrong };
}

/** @throws rows_wrong (422) unless the right rows are to go in alone */
export function assertMayGoOn(wrong: readonly BulkFault[], rows: number, partial: boolean): void {
  if (wrong.length > 0 && !partial)
    throw deskFail('rows_wrong', { wrong: wrong.length, rows, first: wrong.slice(0, 100) });
}
