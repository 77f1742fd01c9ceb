import type { ReturnParcelEvent } from './return-parcel.states.js';
import type { ShipmentEvent } from './shipment.states.js';

/** What couriers tell, in our words, in the order in which it happens to a parcel. */
export const trackingKinds = [
  'pickup_missed',
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
    case 'pickup_missed':
      return []; // it lies where it lay, and the courier comes again
    case 'picked_up':
      return ['dispatch'];
    case 'out_for_delivery':
      return ['dispatch', 'out_for_delivery'];
    case 'attempt_failed':
      return ['dispatch', 'out_for_delivery', 'attempt_failed'];
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

/**
 * The same for a parcel on its way back. That nobody opened is counted apart: see `TakeReturnStep`.
 * @rule SM-5 S-19
 */
export function stepsBackFor(kind: TrackingKind): readonly ReturnParcelEvent[] {
  switch (kind) {
    case 'pickup_missed':
      return [];
    case 'picked_up':
    case 'out_for_delivery':
    case 'attempt_failed':
    case 'sent_back':
      return ['pick_up'];
    case 'delivered':
      return ['pick_up', 'deliver'];
    case 'back_at_origin':
      return ['pick_up', 'bring_back'];
    case 'lost':
      return ['pick_up', 'lose'];
  }
}
