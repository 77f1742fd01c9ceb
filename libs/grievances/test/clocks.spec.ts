import { clocksOf, isAbove, nextClock, type Timed } from '../src/domain/clocks.js';
import { complaintStates, isOpen } from '../src/domain/complaint.states.js';
import { madeBy } from '../src/domain/complaint.js';
import { ticketOf } from '../src/domain/ticket.js';

const day = (n: number): Date => new Date(Date.UTC(2027, 0, n));
/** Received on the first; 48 hours, day 20, a month. */
const one = (change: Partial<Timed> = {}): Timed => ({
  state: 'received',
  acknowledge_by: day(3),
  reminded_at: null,
  escalate_by: day(21),
  redress_by: day(32),
  breached_at: null,
  closes_at: null,
  ...change,
});

describe('The clocks of a complaint', () => {
  test.each<[string, Partial<Timed>, string[]]>([
    ['nobody has read it', {}, ['remind 3', 'escalate 21', 'breach 32']],
    ['the desk was reminded', { reminded_at: day(3) }, ['escalate 21', 'breach 32']],
    ['somebody has read it', { state: 'acknowledged' }, ['escalate 21', 'breach 32']],
    ['somebody looks into it', { state: 'in_progress' }, ['escalate 21', 'breach 32']],
    ['it lies with the nodal person', { state: 'escalated' }, ['breach 32']],
    ['and is over its time', { state: 'escalated', breached_at: day(32) }, []],
    ['it is decided', { state: 'resolved', closes_at: day(17) }, ['lapse 17']],
    ['it is closed', { state: 'closed' }, []],
  ])('R-9.2 SM-9 %s', (_, change, wanted) => {
    const named = clocksOf(one(change)).map(
      ({ clock, at }) => `${clock} ${(at.getTime() - day(0).getTime()) / 86_400_000}`,
    );
    expect(named).toEqual(wanted);
    expect(nextClock(one(change))).toEqual(clocksOf(one(change))[0]?.at ?? null);
  });

  test.each([
    ['in_progress', day(21), true],
    ['in_progress', new Date(day(21).getTime() - 1), false],
    ['escalated', day(2), true],
    ['resolved', day(30), false],
  ] as const)('SM-9 one that is %s on %s lies with the nodal person: %s', (state, at, above) =>
    expect(isAbove(one({ state }), at)).toBe(above),
  );

  test('SM-9 who owes an answer is the desk, until it has decided', () =>
    expect(complaintStates.names.filter(isOpen)).toEqual(['received', 'acknowledged', 'in_progress', 'escalated']));

  test('SM-9 a step was taken by the shopper, the desk, or the clock', () => {
    const of = { person_id: 'a' };
    expect([madeBy({ personId: 'a' }, of), madeBy({ personId: 'b' }, of), madeBy({ personId: null }, of)]).toEqual([
      ...['shopper', 'desk', 'bazaar'],
    ]);
  });

  test('R-9.2 a ticket is read out, and tells the year', () =>
    expect(ticketOf('019a7b1c-7f00-7000-8000-0123456789ab', day(1))).toBe('ODB-G-2026-27-014D2-PF2DB'));
});
