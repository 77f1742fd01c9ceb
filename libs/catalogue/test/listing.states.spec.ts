import { isOpenToChange, listingStates, shownStates, type ListingEvent } from '../src/domain/listing.states.js';

/** SM-3 as the rule book lists it: from, event, to. */
const listed: readonly [string, ListingEvent, string][] = [
  ['draft', 'submit', 'in_review'],
  ['in_review', 'auto_publish', 'live'],
  ['in_review', 'approve', 'live'],
  ['in_review', 'keep', 'live'],
  ['in_review', 'return', 'changes_needed'],
  ['changes_needed', 'resubmit', 'in_review'],
  ['live', 'edit', 'live'],
  ['live', 'edit_material', 'in_review'],
  ['out_of_stock', 'edit_material', 'in_review'],
  ['live', 'sell_out', 'out_of_stock'],
  ['out_of_stock', 'restock', 'live'],
  ['live', 'pause', 'paused'],
  ['out_of_stock', 'pause', 'paused'],
  ['paused', 'resume', 'live'],
  ['live', 'block', 'blocked'],
  ['out_of_stock', 'block', 'blocked'],
  ['paused', 'block', 'blocked'],
  ['blocked', 'cure', 'in_review'],
  ...(['draft', 'in_review', 'changes_needed', 'live', 'out_of_stock', 'paused', 'blocked'] as const).map(
    (from) => [from, 'retire', 'archived'] as [string, ListingEvent, string],
  ),
];
const events = [...new Set(listed.map(([, event]) => event))];

describe('SM-3 product listing', () => {
  for (const from of listingStates.names) {
    for (const event of events) {
      const to = listed.find(([f, e]) => f === from && e === event)?.[2];
      if (to !== undefined) it(`${from} --${event}--> ${to}`, () => expect(listingStates.next(from, event)).toBe(to));
      else {
        it(`${from} refuses ${event}`, () =>
          expect(() => listingStates.next(from, event)).toThrow(
            expect.objectContaining({ code: 'illegal_transition' }),
          ));
      }
    }
  }

  it('shows what is live or sold out, and lets the maker write on what nobody sees', () => {
    expect(shownStates).toEqual(['live', 'out_of_stock']);
    expect(listingStates.names.filter(isOpenToChange)).toEqual(['draft', 'changes_needed', 'blocked']);
  });
});
