import { isPublished, odopEntryStates, standingOf, takesNewListings } from '../src/domain/odop-entry.states.js';

describe('SM-2 an ODOP entry', () => {
  it.each([
    ['proposed', 'complete_dossier', 'district_reviewed'],
    ['proposed', 'reject', 'rejected'],
    ['district_reviewed', 'approve', 'state_approved'],
    ['district_reviewed', 'return', 'proposed'],
    ['district_reviewed', 'reject', 'rejected'],
    ['state_approved', 'confirm', 'confirmed'],
    ['state_approved', 'query', 'district_reviewed'],
    ['confirmed', 'publish', 'live'],
    ['live', 'propose_change', 'live'],
    ['live', 'succeed', 'retired'],
    ['live', 'withdraw', 'retired'],
    ['live', 'suspend', 'suspended'],
    ['suspended', 'resume', 'live'],
  ] as const)('%s, %s → %s', (from, event, to) => {
    expect(odopEntryStates.next(from, event)).toBe(to);
  });

  it('has no other step', () => {
    const steps = odopEntryStates.names.flatMap((state) => {
      const row = odopEntryStates.table[state];
      return row === 'final' ? [] : Object.keys(row.on);
    });
    expect(steps).toHaveLength(13);
    expect(odopEntryStates.names.filter(odopEntryStates.isFinal)).toEqual(['retired', 'rejected']);
  });

  it.each([
    ['state_approved', 'reject'],
    ['suspended', 'withdraw'],
    ['suspended', 'propose_change'],
    ['retired', 'resume'],
    ['rejected', 'complete_dossier'],
  ] as const)('%s refuses %s', (state, event) => {
    expect(() => odopEntryStates.next(state, event)).toThrow(
      expect.objectContaining({ code: 'illegal_transition', status: 409 }),
    );
  });

  it('begins as a proposal', () => {
    expect(odopEntryStates.initial).toBe('proposed');
  });

  it.each([
    ['live', true, true],
    ['live', false, false],
    ['suspended', true, false],
    ['confirmed', true, false],
    ['retired', true, false],
  ] as const)('%s with goods to sell %s takes new listings: %s', (state, takes_listings, takes) => {
    expect(takesNewListings({ state, takes_listings })).toBe(takes);
  });

  it.each([
    ['live', 'listed'],
    ['suspended', 'suspended'],
    ['retired', 'earlier'],
  ] as const)('%s goods show it as %s', (state, standing) => {
    expect(standingOf(state)).toBe(standing);
  });

  it('is seen by everybody once it has been in force', () => {
    expect(odopEntryStates.names.filter(isPublished)).toEqual(['live', 'suspended', 'retired']);
  });
});
