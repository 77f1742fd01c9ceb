import fc from 'fast-check';
import { returnParcelStates, shipmentStates, type ReturnParcelState, type ShipmentState } from '../src/index.js';
import type { ReturnParcelEvent } from '../src/domain/return-parcel.states.js';
import type { ShipmentEvent } from '../src/domain/shipment.states.js';
import { stepsFor, type TrackingKind } from '../src/domain/tracking.js';

const steps: [ShipmentState, ShipmentEvent, ShipmentState][] = [
  ['created', 'book', 'ready'],
  ['created', 'dispatch', 'in_transit'],
  ['created', 'cancel', 'cancelled'],
  ['ready', 'dispatch', 'in_transit'],
  ['ready', 'cancel', 'cancelled'],
  ['in_transit', 'out_for_delivery', 'out_for_delivery'],
  ['in_transit', 'deliver', 'delivered'],
  ['in_transit', 'lose', 'lost_damaged'],
  ['in_transit', 'send_back', 'rto_initiated'],
  ['out_for_delivery', 'deliver', 'delivered'],
  ['out_for_delivery', 'attempt_failed', 'in_transit'],
  ['out_for_delivery', 'send_back', 'rto_initiated'],
  ['out_for_delivery', 'lose', 'lost_damaged'],
  ['rto_initiated', 'deliver_back', 'rto_delivered'],
  ['rto_initiated', 'lose', 'lost_damaged'],
];
const events = [...new Set(steps.map(([, event]) => event))];

describe('SM-5 the table', () => {
  test.each(steps)('%s --%s--> %s', (from, event, to) => expect(shipmentStates.next(from, event)).toBe(to));

  test.each(shipmentStates.names)('%s: every other step is refused', (from) => {
    const allowed = new Set(steps.filter(([state]) => state === from).map(([, event]) => event));
    for (const event of events.filter((each) => !allowed.has(each))) {
      expect(() => shipmentStates.next(from, event)).toThrow(expect.objectContaining({ code: 'illegal_transition' }));
    }
  });
});

const stepsBack: [ReturnParcelState, ReturnParcelEvent, ReturnParcelState][] = [
  ['planned', 'book', 'booked'],
  ['planned', 'refuse', 'with_shopper'],
  ['planned', 'ask_again', 'planned'],
  ['planned', 'pick_up', 'in_transit'],
  ['planned', 'send', 'in_transit'],
  ['planned', 'deliver', 'delivered'],
  ['planned', 'call_off', 'called_off'],
  ['booked', 'pick_up', 'in_transit'],
  ['booked', 'miss', 'booked'],
  ['booked', 'give_up', 'with_shopper'],
  ['booked', 'send', 'in_transit'],
  ['booked', 'deliver', 'delivered'],
  ['booked', 'call_off', 'called_off'],
  ['with_shopper', 'ask_again', 'planned'],
  ['with_shopper', 'pick_up', 'in_transit'],
  ['with_shopper', 'send', 'in_transit'],
  ['with_shopper', 'deliver', 'delivered'],
  ['with_shopper', 'call_off', 'called_off'],
  ['in_transit', 'deliver', 'delivered'],
  ['in_transit', 'bring_back', 'with_shopper'],
  ['in_transit', 'lose', 'lost'],
  ['in_transit', 'call_off', 'called_off'],
];

describe('SM-5 the table of the way back', () => {
  test.each(stepsBack)('%s --%s--> %s', (from, event, to) => expect(returnParcelStates.next(from, event)).toBe(to));

  test.each(returnParcelStates.names)('%s: every other step is refused', (from) => {
    const allowed = new Set(stepsBack.filter(([state]) => state === from).map(([, event]) => event));
    const others = new Set(stepsBack.map(([, event]) => event).filter((each) => !allowed.has(each)));
    for (const event of others) {
      expect(() => returnParcelStates.next(from, event)).toThrow(
        expect.objectContaining({ code: 'illegal_transition' }),
      );
    }
  });
});

/** Where a parcel stands after tracking news, taken as far as its state allows. */
const after = (news: readonly TrackingKind[]): ShipmentState =>
  news.flatMap(stepsFor).reduce<ShipmentState>((state, step) => {
    return shipmentStates.can(state, step) ? shipmentStates.next(state, step) : state;
  }, 'ready');

describe('S-19 news in any order, each once to three times', () => {
  test.each<[string, TrackingKind[], ShipmentState]>([
    ['delivered', ['picked_up', 'out_for_delivery', 'attempt_failed', 'out_for_delivery', 'delivered'], 'delivered'],
    ['sent back', ['picked_up', 'out_for_delivery', 'attempt_failed', 'sent_back', 'back_at_origin'], 'rto_delivered'],
    ['lost', ['picked_up', 'out_for_delivery', 'lost'], 'lost_damaged'],
  ])('a parcel that was %s ends there', (_, news, end) => {
    const shuffled = fc
      .array(fc.constantFrom(...news), { maxLength: news.length })
      .chain((more) => fc.shuffledSubarray([...news, ...more], { minLength: news.length + more.length }));
    fc.assert(fc.property(shuffled, (told) => expect(after(told)).toBe(end)));
  });
});
