import { final, states, type Machine } from '#platform/kernel';

export type ListingState =
  'draft' | 'in_review' | 'changes_needed' | 'live' | 'out_of_stock' | 'paused' | 'blocked' | 'archived';

/** The life of goods in the catalogue, from the maker's draft to the archive. @rule SM-3 */
export const listingStates = states('The listing', 'draft', {
  draft: { waitsFor: 'seller', on: { submit: 'in_review', retire: 'archived' } },
  in_review: {
    waitsFor: 'reviewing officer',
    on: { auto_publish: 'live', approve: 'live', keep: 'live', return: 'changes_needed', retire: 'archived' },
    alarms: ['listing.review_days', 'state nodal officer', 'SM-3'],
  },
  changes_needed: { waitsFor: 'seller', on: { resubmit: 'in_review', retire: 'archived' } },
  live: {
    waitsFor: 'nobody',
    on: {
      edit: 'live',
      edit_material: 'in_review',
      pair: 'live',
      sell_out: 'out_of_stock',
      pause: 'paused',
      block: 'blocked',
      retire: 'archived',
    },
  },
  out_of_stock: {
    waitsFor: 'seller',
    on: { restock: 'live', edit_material: 'in_review', pause: 'paused', block: 'blocked', retire: 'archived' },
  },
  paused: { waitsFor: 'seller', on: { resume: 'live', block: 'blocked', retire: 'archived' } },
  blocked: { waitsFor: 'seller', on: { cure: 'in_review', retire: 'archived' } },
  archived: final,
});

export type ListingEvent = typeof listingStates extends Machine<ListingState, infer E> ? E : never;

/** What everybody sees; only a live listing can also be bought. */
export const shownStates: readonly ListingState[] = ['live', 'out_of_stock'];

/** The maker still writes on it in these states: nobody sees it. */
export const isOpenToChange = (state: ListingState): boolean =>
  state === 'draft' || state === 'changes_needed' || state === 'blocked';

/** What goods are blocked for: an upheld report, or a licence of their maker that ended. */
export const blockGrounds = ['report', 'licence'] as const;
export type BlockGround = (typeof blockGrounds)[number];

/** Goods in these states are in the shop, or come back at a word of their maker. */
export const isInShop = (state: ListingState): boolean => [...shownStates, 'paused'].includes(state);
