import { final, states } from '#platform/kernel';

/**
 * SM-7, the part every method shares, the direct order and the comparison of prices. Between the approval and APPROVED the funds are blocked at
 * the payer's rail, which is outside our walls: hence `funds_pending` (docs/decisions/0005).
 */
export const demandStates = states('The demand', 'draft', {
  draft: {
    waitsFor: 'buyer',
    on: { submit: 'approval_pending', withdraw: 'withdrawn' },
    alarms: ['demand.alarm_days', 'buyer', 'SM-7'],
  },
  approval_pending: {
    waitsFor: 'competent authority',
    on: { approve: 'funds_pending', return: 'draft', withdraw: 'withdrawn' },
    alarms: ['demand.alarm_days', 'buyer', 'SM-7'],
  },
  funds_pending: {
    waitsFor: 'platform',
    on: { block_funds: 'approved', refuse_funds: 'approval_pending' },
    alarms: ['demand.funds_alarm_hours', 'payments desk', 'R-2.9'],
  },
  approved: {
    waitsFor: 'buyer',
    on: {
      place: 'order_placed',
      compare: 'compared',
      justify: 'approved',
      let_pass: 'approved',
      withdraw: 'withdrawn',
    },
    alarms: ['demand.alarm_days', 'buyer', 'SM-7'],
  },
  compared: {
    waitsFor: 'buyer',
    on: { place_compared: 'order_placed', rerun: 'approved', withdraw: 'withdrawn' },
    lapses: ['l1.sheet_valid_days', 'rerun', 'R-2.8'],
  },
  order_placed: {
    waitsFor: 'seller',
    on: { reopen: 'approved', fulfil: 'fulfilled' },
    alarms: ['demand.alarm_days', 'buyer', 'SM-7'],
  },
  fulfilled: final,
  withdrawn: final,
});
export type DemandState = (typeof demandStates.names)[number];
export type DemandEvent = Parameters<typeof demandStates.next>[1];
