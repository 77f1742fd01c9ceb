import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('fulfilment', {
  shipment_not_found: { status: 404, says: () => 'There is no such shipment of yours.', next: 'Check the address.' },
  shipment_held: {
    status: 409,
    rule: 'SM-5',
    says: (_: { why: 'dispute' }) => 'This parcel must wait: the shopper’s bank asks about her payment.',
    next: 'Keep it with you until you are told that it may go, or that the order is called off.',
  },
  courier_not_booked: {
    status: 409,
    rule: 'SM-5',
    says: () => 'No courier is booked for this parcel yet.',
    next: 'Wait a moment, or send it with a carrier of your own and give its number.',
  },
  cash_needs_courier: {
    status: 409,
    rule: 'SM-5',
    says: () => 'This parcel is paid at the door, so the courier that was booked has to carry it.',
    next: 'Hand it to that courier.',
  },
  courier_notice_rejected: {
    status: 400,
    rule: 'S-18',
    says: (f: { fault: string }) => `This tracking notice is not believed: ${f.fault.replaceAll('_', ' ')}.`,
    next: 'Sign the raw body with the current secret and send it within five minutes.',
  },
});
