import { final, states } from '#platform/kernel';

/** SM-4: one maker's part of a checkout. The cart before it is a list, not an order. */
export const orderStates = states('The order', 'pending_payment', {
  pending_payment: {
    waitsFor: 'shopper',
    // `exchange`: paid for by goods that came back; `divide`: paid for as a part of another order
    on: {
      pay: 'placed',
      exchange: 'confirmed',
      divide: 'confirmed',
      lapse: 'payment_failed',
      cancel: 'cancelled_by_customer',
    },
    lapses: ['retail.reserve_minutes', 'lapse', 'SM-4'],
  },
  payment_failed: {
    waitsFor: 'provider',
    on: { pay: 'placed', refund_late: 'refunded', forget: 'abandoned' },
    lapses: ['retail.late_capture_days', 'forget', 'S-5'],
  },
  placed: {
    waitsFor: 'seller',
    on: {
      accept: 'confirmed',
      decline: 'cancelled_by_seller',
      lapse: 'cancelled_by_seller',
      cancel: 'cancelled_by_customer',
      cancel_part: 'placed',
      charge_back: 'cancelled_by_customer',
    },
    lapses: ['retail.accept_hours', 'lapse', 'SM-4'],
  },
  confirmed: {
    waitsFor: 'seller',
    on: {
      pack: 'packed',
      /** Some of it goes in a parcel of its own. */
      divide: 'confirmed',
      cancel: 'cancelled_by_customer',
      cancel_part: 'confirmed',
      charge_back: 'cancelled_by_customer',
    },
    alarms: ['retail.pack_alarm_days', 'delivery desk', 'SM-4'],
  },
  packed: {
    waitsFor: 'courier',
    on: {
      hand_over: 'shipped',
      /** It was not sent although it should be there by now. */
      cancel_late: 'cancelled_by_customer',
      charge_back: 'cancelled_by_customer',
    },
    alarms: ['retail.pack_alarm_days', 'delivery desk', 'SM-4'],
  },
  shipped: {
    waitsFor: 'courier',
    on: { deliver: 'delivered', return_to_origin: 'rto' },
    alarms: ['retail.delivery_alarm_days', 'delivery desk', 'SM-4'],
  },
  rto: { waitsFor: 'platform', on: { refund: 'refunded' }, alarms: ['refund.initiate_hours', 'payments desk', 'SM-4'] },
  delivered: {
    waitsFor: 'clock',
    on: { ask_return: 'return_requested', complete: 'completed' },
    lapses: ['retail.return_window_days', 'complete', 'SM-4'],
  },
  return_requested: {
    waitsFor: 'seller',
    on: { approve_return: 'return_in_transit', reject_return: 'delivered', withdraw_return: 'delivered' },
    lapses: ['retail.return_auto_hours', 'approve_return', 'SM-4'],
  },
  return_in_transit: {
    waitsFor: 'courier',
    on: {
      arrive_back: 'return_delivered',
      receive_return: 'return_accepted',
      /** The courier lost it: she is refunded all the same. */
      lose_return: 'return_accepted',
      /** The desk: nothing came back, and nothing will. */
      end_return: 'delivered',
    },
    alarms: ['retail.return_transit_days', 'payments desk', 'SM-4'],
  },
  return_delivered: {
    waitsFor: 'seller',
    on: { receive_return: 'return_accepted', end_return: 'delivered' },
    lapses: ['retail.return_receipt_hours', 'receive_return', 'SM-4'],
  },
  return_accepted: {
    waitsFor: 'platform',
    on: { refund: 'refunded', refund_part: 'delivered', exchange: 'delivered' },
    alarms: ['refund.initiate_hours', 'payments desk', 'SM-4'],
  },
  refunded: final,
  abandoned: final,
  cancelled_by_seller: final,
  cancelled_by_customer: final,
  completed: final,
});
export type OrderState = (typeof orderStates.names)[number];
/** Whether its goods are with their maker or under way: she, or who carries them, has to know where they go. @rule S-63 */
export const isCarried = (state: OrderState): boolean => ['confirmed', 'packed', 'shipped'].includes(state);
export type OrderEvent = Parameters<typeof orderStates.next>[1];

/**
 * The state a step is taken from: where the clock has put the order, even if nobody has come round yet to write it down.
 * A second too late is too late (SM-4).
 */
export function stateFor(by: OrderEvent, order: { state: OrderState; due_at: Date | null }, now: Date): OrderState {
  const row = orderStates.table[order.state];
  if (row === final || !row.lapses || row.lapses[1] === by || order.due_at === null || order.due_at > now) {
    return order.state;
  }
  return orderStates.next(order.state, row.lapses[1] as OrderEvent);
}
