import { final, states } from '#platform/kernel';

/** SM-5: one parcel from one maker to one receiver. */
export const shipmentStates = states('The shipment', 'created', {
  created: {
    waitsFor: 'courier',
    on: { book: 'ready', dispatch: 'in_transit', cancel: 'cancelled' },
    alarms: ['shipment.booking_alarm_hours', 'delivery desk', 'SM-5'],
  },
  ready: {
    waitsFor: 'seller',
    on: { dispatch: 'in_transit', cancel: 'cancelled' },
    alarms: ['shipment.dispatch_alarm_days', 'delivery desk', 'SM-5'],
  },
  in_transit: {
    waitsFor: 'courier',
    on: {
      out_for_delivery: 'out_for_delivery',
      deliver: 'delivered',
      lose: 'lost_damaged',
      send_back: 'rto_initiated',
    },
    alarms: ['shipment.delivery_alarm_days', 'delivery desk', 'SM-5'],
  },
  out_for_delivery: {
    waitsFor: 'courier',
    on: { deliver: 'delivered', attempt_failed: 'in_transit', send_back: 'rto_initiated', lose: 'lost_damaged' },
    alarms: ['shipment.delivery_alarm_days', 'delivery desk', 'SM-5'],
  },
  rto_initiated: {
    waitsFor: 'courier',
    on: { deliver_back: 'rto_delivered', lose: 'lost_damaged' },
    alarms: ['shipment.delivery_alarm_days', 'delivery desk', 'SM-5'],
  },
  delivered: final,
  lost_damaged: final,
  rto_delivered: final,
  cancelled: final,
});
export type ShipmentState = (typeof shipmentStates.names)[number];
export type ShipmentEvent = Parameters<typeof shipmentStates.next>[1];
