import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('payments', {
  payment_not_found: { status: 404, says: () => 'There is no such payment of yours.', next: 'Check the address.' },
  payout_unknown: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such payout of yours.',
    next: 'Check the address.',
  },
  payouts_held_already: {
    status: 409,
    rule: 'R-8.7',
    says: () => 'Payouts of this maker are held already.',
    next: 'Look at the list of held payouts for the reason.',
  },
  payouts_not_held: {
    status: 409,
    rule: 'R-8.7',
    says: () => 'Payouts of this maker are not held.',
    next: 'Nothing is to be done: they go out by themselves.',
  },
  own_hold: {
    status: 403,
    rule: 'S-28',
    says: () => 'You held these payouts yourself.',
    next: 'Another officer of the payments desk lets them go.',
  },
  no_payouts_waiting: {
    status: 409,
    rule: 'R-8.7',
    says: () => 'No payout waits for a file.',
    next: 'Nothing is to be done: payouts go into the next file when they are due.',
  },
  payout_file_unknown: {
    status: 404,
    rule: 'R-8.7',
    says: () => 'There is no such file of payouts.',
    next: 'Look at the list of files.',
  },
  own_payout_file: {
    status: 403,
    rule: 'S-28',
    says: () => 'You made this file yourself.',
    next: 'Another officer of the payments desk looks at it and lets it go.',
  },
  payout_file_released: {
    status: 409,
    rule: 'S-28',
    says: () => 'This file was let go already.',
    next: 'Take it to the bank, if nobody has.',
  },
  payout_file_not_released: {
    status: 409,
    rule: 'S-28',
    says: () => 'Nobody has let this file go yet.',
    next: 'Ask an officer of the payments desk who did not make it.',
  },
  bank_response_unreadable: {
    status: 422,
    rule: 'R-8.7',
    says: (f: { why: string }) => `This is no answer of the bank that can be taken: ${f.why}.`,
    next: 'Ask the bank for the file again and send it as it came.',
  },
  bank_response_not_ours: {
    status: 422,
    rule: 'R-8.7',
    says: (f: { payout: string }) => `The file the bank answers has no payout ${f.payout} of that amount.`,
    next: 'Nothing was taken. Ask the bank which file it answers.',
  },
  bank_response_conflicts: {
    status: 409,
    rule: 'R-8.7',
    says: (f: { payout: string; said: string; says: string }) =>
      `The bank says ${f.says} of payout ${f.payout}, and has said ${f.said} before.`,
    next: 'Nothing was taken. Ask the bank what is true.',
  },
  refund_unknown: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such refund.',
    next: 'Check the address.',
  },
  refund_not_waiting: {
    status: 409,
    rule: 'SM-6',
    says: (f: { state: string }) => `This refund is ${f.state} and does not wait for the desk.`,
    next: 'Look at the refunds that wait.',
  },
  compensation_unknown: {
    status: 404,
    rule: 'S-42',
    says: () => 'Nothing is owed for such a refund.',
    next: 'Look at the list of what is owed.',
  },
  compensation_not_owed: {
    status: 409,
    rule: 'R-8.6',
    says: (f: { state: string }) => `What this refund cost is ${f.state}.`,
    next: 'While it grows, have the refund sent first; what is paid is paid once.',
  },
  dispute_unknown: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such dispute.',
    next: 'Look at the list of disputes.',
  },
  dispute_is_over: {
    status: 409,
    rule: 'SM-6',
    says: (f: { status: string }) => `The shopper’s bank does not listen any more: ${f.status.replaceAll('_', ' ')}.`,
    next: 'Look at the dispute again.',
  },
  evidence_handed_in: {
    status: 409,
    rule: 'SM-6',
    says: () => 'What proves this sale has been handed in; a bank listens once.',
    next: 'Wait for what the bank decides.',
  },
  payment_not_payable: {
    status: 409,
    rule: 'SM-6',
    says: (f: { state: string }) => `This payment is ${f.state} and takes no money.`,
    next: 'Look at the order: if its time ran out, place it again.',
  },
  payment_provider_unavailable: {
    status: 503,
    rule: 'S-7',
    says: (f: { retryAfter_s: number }) =>
      `The payment provider does not answer; nothing was charged. Try again in ${f.retryAfter_s} s.`,
    next: 'Repeat the request with the same Idempotency-Key.',
  },
  notice_rejected: {
    status: 400,
    rule: 'S-18',
    says: (f: { fault: string }) => `This notice is not believed: ${f.fault.replaceAll('_', ' ')}.`,
    next: 'Sign the raw body with the current secret and send it within five minutes.',
  },
  difference_unknown: {
    status: 404,
    rule: 'S-8',
    says: () => 'There is no such difference.',
    next: 'Look at the list of differences.',
  },
  difference_settled: {
    status: 409,
    rule: 'S-8',
    says: (f: { status: string }) => `This difference is ${f.status} already.`,
    next: 'Read the list again.',
  },
  refund_account_needed: {
    status: 422,
    rule: 'R-8.6',
    says: () => 'This order was paid at the door, so its money can only go back to an account you name.',
    next: 'Give an account number with its IFSC, or a UPI address.',
  },
  refund_too_large: {
    status: 422,
    rule: 'S-9',
    says: (f: { asked_paise: string; left_paise: string }) =>
      `A refund of ${f.asked_paise} paise is more than the ${f.left_paise} paise that are left of this payment.`,
    next: 'Ask for at most what is left.',
  },
  courier_bill_paid: {
    status: 409,
    rule: 'S-1',
    says: (f: { number: string }) => `Bill ${f.number} was paid already.`,
    next: 'Look at the list of bills.',
  },
  courier_bill_too_high: {
    status: 422,
    rule: 'R-8.9',
    says: (f: { owed_paise: string }) => `That is more than the ${f.owed_paise} paise parcels are owed for.`,
    next: 'Ask the courier which parcels the rest is for.',
  },
});
