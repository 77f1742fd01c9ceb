import { final, states, type Machine } from '#platform/kernel';

/** A sheet of goods on its way into the catalogue: read and checked first, written when its maker says so. @rule S-60 */
export const listingImportStates = states('The import', 'received', {
  received: { waitsFor: 'nobody', on: { read: 'checking', cancel: 'cancelled' } },
  checking: { waitsFor: 'nobody', on: { finish: 'checked', fail: 'failed', cancel: 'cancelled' } },
  checked: {
    waitsFor: 'seller',
    on: { apply: 'applying', cancel: 'cancelled', lapse: 'cancelled' },
    lapses: ['listing.import_days', 'lapse', 'S-60'],
  },
  applying: { waitsFor: 'nobody', on: { end: 'applied', cancel: 'cancelled' } },
  applied: final,
  failed: final,
  cancelled: final,
});
export type ListingImportState = (typeof listingImportStates.names)[number];
export type ListingImportEvent = typeof listingImportStates extends Machine<ListingImportState, infer E> ? E : never;

/** What a sheet does to goods: it makes them, writes them anew, or changes goods on sale; or it says nothing new. */
export const importSteps = ['add', 'revise', 'change', 'none'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What became of the rows of one kind of goods. */
export const importGoodsStates = ['good', 'wrong', 'done', 'refused'] as const;
export type ImportGoodsState = (typeof importGoodsStates)[number];
