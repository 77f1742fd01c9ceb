import { final, type Machine } from '#platform/kernel';
import { acceptanceStates, billStates, contractStates, demandStates, incidentStates } from '../src/index.js';

type Rows = readonly (readonly [from: string, event: string, to: string])[];

/** SM-7, SM-8 and SM-9 as they are drawn in the rulebook, read by a person: the tables of the service must say the same. */
const drawn: readonly (readonly [string, Machine<string, string>, Rows])[] = [
  [
    'SM-7 demand',
    demandStates,
    [
      ['draft', 'submit', 'approval_pending'],
      ['draft', 'withdraw', 'withdrawn'],
      ['approval_pending', 'approve', 'funds_pending'],
      ['approval_pending', 'return', 'draft'],
      ['approval_pending', 'withdraw', 'withdrawn'],
      ['funds_pending', 'block_funds', 'approved'],
      ['funds_pending', 'refuse_funds', 'approval_pending'],
      ['approved', 'place', 'order_placed'],
      ['approved', 'compare', 'compared'],
      ['compared', 'place_compared', 'order_placed'],
      ['compared', 'rerun', 'approved'],
      ['compared', 'withdraw', 'withdrawn'],
      ['approved', 'justify', 'approved'],
      ['approved', 'let_pass', 'approved'],
      ['approved', 'withdraw', 'withdrawn'],
      ['order_placed', 'reopen', 'approved'],
      ['order_placed', 'fulfil', 'fulfilled'],
    ],
  ],
  [
    'SM-8 contract',
    contractStates,
    [
      ['issued', 'accept', 'accepted'],
      ['issued', 'decline', 'declined'],
      ['issued', 'lapse', 'lapsed'],
      ['accepted', 'dispatch', 'dispatched'],
      ['dispatched', 'deliver', 'delivered'],
      ['delivered', 'settle', 'settled'],
      ['delivered', 'reject', 'rejected'],
      ['settled', 'complete', 'completed'],
    ],
  ],
  [
    'SM-8 delivery',
    acceptanceStates,
    [
      ['delivered', 'receive', 'received'],
      ['received', 'accept_full', 'accepted_full'],
      ['received', 'accept_part', 'accepted_part'],
      ['received', 'reject', 'rejected'],
      ['received', 'deem', 'deemed_accepted'],
    ],
  ],
  [
    'SM-8 bill',
    billStates,
    [
      ['under_bill', 'certify', 'billed'],
      ['billed', 'send', 'sent'],
      ['sent', 'advise', 'paid'],
      ['sent', 'refuse', 'billed'],
    ],
  ],
  [
    'SM-9 incident',
    incidentStates,
    [
      ['open', 'reply', 'responded'],
      ['open', 'escalate', 'escalated'],
      ['open', 'withdraw', 'closed'],
      ['responded', 'settle', 'resolved'],
      ['responded', 'escalate', 'escalated'],
      ['escalated', 'serve_notice', 'scn_issued'],
      ['scn_issued', 'answer', 'under_decision'],
      ['scn_issued', 'stay_silent', 'under_decision'],
      ['under_decision', 'acquit', 'closed'],
      ['under_decision', 'find_fault', 'action'],
      ['action', 'appeal', 'appeal'],
      ['action', 'accept', 'closed'],
      ['appeal', 'uphold', 'closed'],
      ['appeal', 'set_aside', 'closed'],
    ],
  ],
];

describe.each(drawn)('%s', (_, machine, rows) => {
  const events = [...new Set(rows.map(([, event]) => event))];

  test.each(rows)('%s – %s → %s', (from, event, to) => expect(machine.next(from, event)).toBe(to));

  test.each(machine.names)('%s takes no other step', (state) => {
    const possible = new Set(rows.filter(([from]) => from === state).map(([, event]) => event));
    const others = events.filter((event) => !possible.has(event));
    expect(others.length).toBeGreaterThan(0);
    for (const event of others)
      expect(() => machine.next(state, event)).toThrow(expect.objectContaining({ code: 'illegal_transition' }));
  });

  test('has no step that is not drawn', () => {
    const built = machine.names.flatMap((state) => {
      const row = machine.table[state]!;
      return row === final ? [] : Object.entries(row.on).map(([event, to]) => [state, event, to]);
    });
    expect(new Set(built.map(String))).toEqual(new Set(rows.map(String)));
  });
});
