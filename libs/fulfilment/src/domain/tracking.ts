import type { ShipmentEvent } from './shipment.states.js';

/** What couriers tell, in our words, in the order in which it happens to a parcel. */
export const trackingKinds = [
  'picked_up',
  'out_for_delivery',
  'attempt_failed',
  'delivered',
  'sent_back',
  'back_at_origin',
  'lost',
] as const;
export type TrackingKind = (typeof trackingKinds)[number];

/**
 * The steps of SM-5 that a piece of tracking news stands for. News comes late, twice and in any order, so each step is
 * taken only when the parcel's state allows it: "delivered" before "picked up" still delivers.
 * @rule SM-5 S-19
 */
export function stepsFor(kind: TrackingKind): readonly ShipmentEvent[] {
  switch (kind) {
    case 'picked_up':
      return ['dispatch'];
    case 'out_for_delivery':
      return ['dispatch', 'out_for_delivery'];
    case 'attempt_failed':
      return ['attempt_failed'];
    case 'delivered':
      return ['dispatch', 'deliver'];
    case 'sent_back':
      return ['dispatch', 'send_back'];
    case 'back_at_origin':
      return ['dispatch', 'send_back', 'deliver_back'];
    case 'lost':
      return ['dispatch', 'lose'];
  }
}
