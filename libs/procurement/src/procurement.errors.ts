import { domainErrors } from '#platform/kernel';
import type { Mode } from './method/choose.js';

const checkAddress = 'Check the address.';

export const { fail } = domainErrors('procurement', {
  demand_not_found: { status: 404, says: () => 'Your office has no such demand.', next: checkAddress },
  contract_not_found: { status: 404, says: () => 'There is no such contract of yours.', next: checkAddress },
  delivery_not_found: { status: 404, says: () => 'No such delivery waits for you.', next: checkAddress },
  bill_not_found: { status: 404, says: () => 'Your office has no such bill.', next: checkAddress },
  acts_without_office: {
    status: 422,
    rule: 'R-2.1',
    says: () => 'This act belongs to a post in a buyer’s office.',
    next: 'Act for your office (header Odop-Organisation).',
  },
  consignee_without_role: {
    status: 422,
    rule: 'R-2.2',
    says: () => 'The named officer is no consignee of your office.',
    next: 'Name an officer who holds the role of consignee in this office.',
  },
  mode_not_allowed: {
    status: 422,
    rule: 'R-1.2',
    says: (f: { value_paise: string; ceiling_paise: string; suggest: Mode }) =>
      `An order of ${f.value_paise} paise is above the ceiling of ${f.ceiling_paise} paise for direct purchase on this day.`,
    next: 'Use the suggested way of buying.',
  },
  split_warning: {
    status: 422,
    rule: 'R-1.8',
    says: (f: { sum_paise: string; ceiling_paise: string; window_days: number }) =>
      `With the office’s orders of the last ${f.window_days} days in this category the sum is ${f.sum_paise} paise, above ${f.ceiling_paise}.`,
    next: 'Compare prices instead, or ask the competent authority for a written justification.',
  },
  split_block: {
    status: 422,
    rule: 'R-1.8',
    says: (f: { sum_paise: string; ceiling_paise: string; window_days: number }) =>
      `With the office’s orders of the last ${f.window_days} days in this category the sum is ${f.sum_paise} paise, above ${f.ceiling_paise}.`,
    next: 'Invite bids.',
  },
  time_is_over: {
    status: 409,
    rule: 'R-0.5',
    says: (f: { ended_at: string }) =>
      `The time for this step ended at ${f.ended_at}; the platform takes it by itself.`,
    next: 'Read the object again: what follows stands there.',
  },
  funds_too_small: {
    status: 422,
    rule: 'R-2.9',
    says: (f: { value_paise: string; blocked_paise: string }) =>
      `The order is worth ${f.value_paise} paise; ${f.blocked_paise} paise are blocked for this demand.`,
    next: 'Raise a demand with a higher estimate.',
  },
  offer_not_available: {
    status: 422,
    rule: 'R-1.3',
    says: (f: { offerId: string }) => `Offer ${f.offerId} is not for sale now or not in this quantity.`,
    next: 'Choose another offer.',
  },
  delivery_too_slow: {
    status: 422,
    rule: 'R-1.3',
    says: (f: { needed_days: number; offered_days: number }) =>
      `The demand asks for delivery in ${f.needed_days} days; this seller needs ${f.offered_days}.`,
    next: 'Choose another offer, or raise a demand with more time.',
  },
  certificate_does_not_add_up: {
    status: 422,
    rule: 'R-3.6',
    says: (f: { ordered: number; accepted: number; rejected: number; short: number }) =>
      `Accepted ${f.accepted}, rejected ${f.rejected} and short ${f.short} do not make up the ${f.ordered} ordered.`,
    next: 'Count every piece once.',
  },
  reason_needed: {
    status: 422,
    rule: 'R-3.8',
    says: () => 'Rejected and short pieces need a reason, which the seller is told.',
    next: 'Write what is wrong.',
  },
  already_billed: {
    status: 409,
    rule: 'R-3.10',
    says: () => 'This contract has its bill already.',
    next: 'Read the bill and go on from there.',
  },
  nothing_to_pay: {
    status: 422,
    rule: 'R-3.8',
    says: () => 'Nothing is accepted, so there is nothing to bill.',
    next: 'Wait for the consignee’s certificate; rejected goods are not paid.',
  },
});
