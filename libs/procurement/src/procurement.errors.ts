import { domainErrors } from '#platform/kernel';
import type { Competition, SheetStale } from './comparison/compare.js';
import type { Mode } from './method/choose.js';

const staleWords: Readonly<Record<SheetStale, string>> = {
  expired: 'The comparison is too old to order from.',
  replaced: 'The demand has a newer comparison, or none any more.',
  price: 'The price of the chosen offer is no longer the compared one.',
  terms: 'The chosen offer no longer meets the demand: its stock, quantities, places or delivery days changed.',
};

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
    says: (f: { value_paise: string; ceiling_paise: string; asked: 'direct' | 'l1'; suggest: Mode }) =>
      `An order of ${f.value_paise} paise is above the ceiling of ${f.ceiling_paise} paise for ${f.asked === 'direct' ? 'direct purchase' : 'a comparison of prices'} on this day.`,
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
    next: 'Invite bids, or have the authority justify it and the head of department let it pass.',
  },
  splitting_not_justified: {
    status: 409,
    rule: 'R-1.8',
    says: () => 'The competent authority has not justified this demand.',
    next: 'Ask the competent authority for a written justification first.',
  },
  splitting_second_person: {
    status: 403,
    rule: 'S-28',
    says: () => 'Who justified a demand does not let it pass as well.',
    next: 'Leave one of the two to another officer.',
  },
  golden_parameter_unknown: {
    status: 422,
    rule: 'R-2.6',
    says: (f: { key: string; category: string }) => `Goods of ${f.category} are not asked for ${f.key} in this way.`,
    next: 'Read what the category asks, and use its names and choices.',
  },
  comparison_not_found: { status: 404, says: () => 'Your office has no such comparison.', next: checkAddress },
  nothing_to_compare: {
    status: 422,
    rule: 'R-2.6',
    says: () => 'The demand does not say in which category and unit goods are compared.',
    next: 'Raise a demand that names category, unit and golden parameters.',
  },
  comparison_too_wide: {
    status: 422,
    rule: 'R-1.4',
    says: (f: { offers_max: number }) => `More than ${f.offers_max} offers match the demand.`,
    next: 'Raise a demand that names more golden parameters.',
  },
  l1_insufficient_competition: {
    status: 422,
    rule: 'R-1.4',
    says: (f: Competition) =>
      `Of ${f.offers} matching offers those of ${f.manufacturers} manufacturers and ${f.sellers} sellers meet the demand; ` +
      `${f.min_manufacturers} and ${f.min_sellers} are needed.`,
    next: 'Invite bids, or relax the delivery time or a golden parameter in a new demand.',
  },
  l1_sheet_stale: {
    status: 409,
    rule: 'R-2.8',
    says: (f: { why: SheetStale }) => staleWords[f.why],
    next: 'Compare again.',
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
    says: () => 'What is refused or missing needs a reason, which the seller is told.',
    next: 'Write what is wrong.',
  },
  payment_in_time: {
    status: 409,
    rule: 'R-3.11',
    says: (f: { pay_by: string }) => `The payment is not late: it is due by ${f.pay_by}, or was made by then.`,
    next: 'Read the payment clock of the contract.',
  },
  extension_too_late: {
    status: 409,
    rule: 'R-3.3',
    says: (f: { deliver_by: string }) =>
      `More time is a matter of undelivered goods, and is asked for by ${f.deliver_by}, their day.`,
    next: 'Deliver: only the late pieces cost damages (R-3.4).',
  },
  extension_not_later: {
    status: 422,
    rule: 'R-3.3',
    says: (f: { deliver_by: string }) => `The goods are expected by ${f.deliver_by} already.`,
    next: 'Name a later day.',
  },
  extension_open: {
    status: 409,
    rule: 'R-3.3',
    says: () => 'The office has not answered what was asked before.',
    next: 'Wait for its answer; until then the day of delivery stays.',
  },
  extension_not_open: {
    status: 409,
    rule: 'R-3.3',
    says: () => 'This request is answered already, or is none of this contract’s.',
    next: 'Read the requests of the contract.',
  },
  incident_not_found: { status: 404, says: () => 'There is no such incident of yours.', next: checkAddress },
  incident_accuses_oneself: {
    status: 422,
    rule: 'R-3.15',
    says: (f: { fault: string }) => `${f.fault} is a fault of your own side.`,
    next: 'Say what the other side did.',
  },
  incident_open: {
    status: 409,
    rule: 'R-3.15',
    says: () => 'The same is said of this contract already, and not decided yet.',
    next: 'Go on with the incident that is open.',
  },
  incident_not_yours: {
    status: 403,
    rule: 'R-3.15',
    says: () => 'This step of the incident is not your side’s.',
    next: 'Read the incident: it says whose move it is.',
  },
  incident_too_early: {
    status: 409,
    rule: 'R-3.16',
    says: (f: { from: string }) => `The two sides may still settle it; it goes to the desk from ${f.from}.`,
    next: 'Wait for the other side’s word, or for that moment.',
  },
  incident_over: {
    status: 409,
    rule: 'R-3.15',
    says: () => 'The incident has ended; nothing is added to it.',
    next: 'Read what was decided.',
  },
  too_many_incident_files: {
    status: 409,
    rule: 'S-52',
    says: (f: { files_max: number }) => `A side hands in at most ${f.files_max} files.`,
    next: 'Say in words what the others would show.',
  },
  incident_file_unknown: { status: 404, rule: 'S-42', says: () => 'There is no such file.', next: checkAddress },
  incident_file_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'The virus scanner has not looked at this file yet.',
    next: 'Try again in a minute.',
  },
  incident_file_infected: {
    status: 410,
    rule: 'S-58',
    says: () => 'This file held a virus and was destroyed.',
    next: 'Ask the side that gave it for another.',
  },
  incident_own_decision: {
    status: 403,
    rule: 'S-28',
    says: () => 'Who decided an incident does not decide the appeal against it.',
    next: 'Leave it to another officer of the desk.',
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
    says: () => 'Nothing is accepted, so there is nothing to pay.',
    next: 'Wait for the consignee’s certificate; rejected goods are not paid.',
  },
});
