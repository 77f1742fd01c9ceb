import { mayList, openToEvidence, sellerStates, sellingStates, type SellerEvent } from '../src/domain/seller.states.js';

/** SM-1 as the rule book lists it: from, event, to. */
const listed: readonly [string, SellerEvent, string][] = [
  ['draft', 'submit', 'submitted'],
  ['submitted', 'auto_checks_pass', 'under_review'],
  ['submitted', 'auto_check_fail', 'needs_correction'],
  ['under_review', 'request_info', 'needs_correction'],
  ['needs_correction', 'resubmit', 'submitted'],
  ['needs_correction', 'lapse', 'lapsed'],
  ['under_review', 'approve', 'verified'],
  ['under_review', 'reject', 'rejected'],
  ['verified', 'first_listing', 'active'],
  ['active', 'evidence_expires', 'restricted'],
  ['restricted', 'renew', 'active'],
  ['active', 'moratorium', 'moratorium'],
  ['restricted', 'moratorium', 'moratorium'],
  ['moratorium', 'cleared', 'active'],
  ...(['verified', 'active', 'restricted', 'moratorium'] as const).map(
    (from) => [from, 'suspend', 'suspended'] as [string, SellerEvent, string],
  ),
  ['suspended', 'reinstate', 'active'],
  ['suspended', 'debar', 'debarred'],
  ...(['verified', 'active', 'restricted'] as const).map(
    (from) => [from, 'close', 'closed'] as [string, SellerEvent, string],
  ),
];
const events = [...new Set(listed.map(([, event]) => event))];

describe('SM-1 seller onboarding', () => {
  for (const from of sellerStates.names) {
    for (const event of events) {
      const to = listed.find(([f, e]) => f === from && e === event)?.[2];
      if (to !== undefined) it(`${from} --${event}--> ${to}`, () => expect(sellerStates.next(from, event)).toBe(to));
      else {
        it(`${from} refuses ${event}`, () =>
          expect(() => sellerStates.next(from, event)).toThrow(
            expect.objectContaining({ code: 'illegal_transition' }),
          ));
      }
    }
  }

  it('ends in four ways', () => {
    const ends = sellerStates.names.filter((state) => sellerStates.isFinal(state));
    expect(ends).toEqual(['lapsed', 'rejected', 'debarred', 'closed']);
  });

  it('lets verified and active makers list, and hides the goods of those in trouble', () => {
    expect(sellerStates.names.filter(mayList)).toEqual(['verified', 'active']);
    expect(sellingStates).toEqual(['verified', 'active', 'restricted']);
    expect(sellerStates.names.filter(openToEvidence)).toEqual(['draft', 'needs_correction']);
  });
});
