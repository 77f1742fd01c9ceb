import type { Machine } from '#platform/kernel';
import { paymentStates, payoutStates, refundStates } from '../src/index.js';

type Step = readonly [from: string, event: string, to: string];

const payment: Step[] = [
  ['intent_created', 'act', 'processing'],
  ['intent_created', 'authorise', 'authorised'],
  ['intent_created', 'capture', 'captured'],
  ['intent_created', 'fail', 'failed'],
  ['intent_created', 'promise', 'due_on_delivery'],
  ['due_on_delivery', 'remit', 'captured'],
  ['due_on_delivery', 'void', 'voided'],
  ['processing', 'authorise', 'authorised'],
  ['processing', 'capture', 'captured'],
  ['processing', 'fail', 'failed'],
  ['authorised', 'capture', 'captured'],
  ['authorised', 'void', 'voided'],
  ['captured', 'dispute', 'disputed'],
  ['captured', 'release', 'releasable'],
  ['disputed', 'win', 'captured'],
  ['disputed', 'lose_part', 'captured'],
  ['disputed', 'lose', 'charged_back'],
  ['charged_back', 'dispute', 'disputed'],
  ['releasable', 'settle', 'settled'],
  ['releasable', 'dispute', 'disputed'],
  ['settled', 'dispute', 'disputed'],
  ['settled', 'bounce', 'releasable'],
];
const refund: Step[] = [
  ['requested', 'initiate', 'initiated'],
  ['requested', 'replace', 'replaced'],
  ['initiated', 'succeed', 'succeeded'],
  ['initiated', 'give_up', 'manual'],
  ['initiated', 'replace', 'replaced'],
  ['manual', 'initiate', 'initiated'],
  ['manual', 'replace', 'replaced'],
];
const payout: Step[] = [
  ['scheduled', 'send', 'sent'],
  ['scheduled', 'pay', 'paid'],
  ['scheduled', 'fail', 'failed'],
  ['sent', 'pay', 'paid'],
  ['sent', 'fail', 'failed'],
  ['failed', 'retry', 'scheduled'],
];

describe.each<[string, Machine<string, string>, Step[]]>([
  ['a payment', paymentStates, payment],
  ['a refund', refundStates, refund],
  ['a payout', payoutStates, payout],
])('SM-6 the table of %s', (_, machine, steps) => {
  test.each(steps)('%s --%s--> %s', (from, event, to) => expect(machine.next(from, event)).toBe(to));

  test.each(machine.names)('%s: every other step is refused', (from) => {
    const allowed = new Set(steps.filter(([state]) => state === from).map(([, event]) => event));
    for (const event of new Set(steps.map(([, each]) => each))) {
      if (allowed.has(event)) continue;
      expect(() => machine.next(from, event)).toThrow(expect.objectContaining({ code: 'illegal_transition' }));
    }
  });
});
