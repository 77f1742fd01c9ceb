import { final, states } from '#platform/kernel';

/**
 * SM-5, the other way: what a shopper sends back to its maker. A courier we book fetches it at her door, or she sends it
 * with somebody of her own choice. Whoever has it in the end may have been told by nobody: `deliver` is possible from every state.
 */
export const returnParcelStates = states('The parcel on its way back', 'planned', {
  planned: {
    waitsFor: 'courier',
    on: {
      book: 'booked',
      refuse: 'with_shopper',
      /** The courier was asked and nothing came of it: another is. */
      ask_again: 'planned',
      /** The driver of a booking before came all the same. */
      pick_up: 'in_transit',
      send: 'in_transit',
      deliver: 'delivered',
      call_off: 'called_off',
    },
    alarms: ['shipment.booking_alarm_hours', 'delivery desk', 'SM-5'],
  },
  booked: {
    waitsFor: 'courier',
    on: {
      pick_up: 'in_transit',
      /** She was not there: the courier comes again. */
      miss: 'booked',
      give_up: 'with_shopper',
      send: 'in_transit',
      deliver: 'delivered',
      call_off: 'called_off',
    },
    alarms: ['shipment.dispatch_alarm_days', 'delivery desk', 'SM-5'],
  },
  with_shopper: {
    waitsFor: 'shopper',
    on: {
      ask_again: 'planned',
      /** News of a courier comes in any order. */
      pick_up: 'in_transit',
      send: 'in_transit',
      deliver: 'delivered',
      call_off: 'called_off',
    },
    alarms: ['shipment.delivery_alarm_days', 'delivery desk', 'SM-5'],
  },
  in_transit: {
    waitsFor: 'courier',
    on: { deliver: 'delivered', bring_back: 'with_shopper', lose: 'lost', call_off: 'called_off' },
    alarms: ['shipment.delivery_alarm_days', 'delivery desk', 'SM-5'],
  },
  delivered: final,
  lost: final,
  called_off: final,
});
export type ReturnParcelState = (typeof returnParcelStates.names)[number];
export type ReturnParcelEvent = Parameters<typeof returnParcelStates.next>[1];
