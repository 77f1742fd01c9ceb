import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('fulfilment', {
  shipment_not_found: { status: 404, says: () => 'There is no such shipment of yours.', next: 'Check the address.' },
  shipment_held: {
    status: 409,
    rule: 'SM-5',
    says: (_: { why: 'dispute' }) => 'This parcel must wait: the shopper’s bank asks about her payment.',
    next: 'Keep it with you until you are told that it may go, or that the order is called off.',
  },
  eway_bill_missing: {
    status: 409,
    rule: 'R-6.23',
    says: (f: { why: 'not_packed' | 'not_made' }) =>
      f.why === 'not_packed'
        ? 'Goods of this value need an e-way bill, which is asked for when they are packed.'
        : 'The e-way bill of these goods is not made yet; they must not move without it.',
    next: 'Pack them, then wait until their papers show its number; what the portal refused is put right there.',
  },
  parcel_at_centre: {
    status: 409,
    rule: 'SM-5',
    says: () => 'This parcel lies at a collection centre, closed.',
    next: 'The centre hands it over; to open it or send it in another way, its maker fetches it there first.',
  },
  centre_not_found: {
    status: 404,
    rule: 'SM-5',
    says: () => 'There is no such collection centre.',
    next: 'List the centres near you.',
  },
  centre_closed: {
    status: 409,
    rule: 'SM-5',
    says: () => 'This collection centre takes no parcels now.',
    next: 'Choose another one.',
  },
  centre_parcel_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'No such parcel is to come to this centre, or lies there.',
    next: 'List the parcels that are expected or here.',
  },
  manifest_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such manifest of your centre.',
    next: 'List what was handed over.',
  },
  parcels_stay: {
    status: 409,
    rule: 'SM-5',
    says: (f: { parcels: readonly { id: string; why: string }[] }) =>
      `These cannot leave now: ${f.parcels.map(({ id, why }) => `${id} (${why})`).join(', ')}.`,
    next: 'Take them off the list, and hand over the others; what was called off goes back to its maker.',
  },
  return_parcel_not_found: {
    status: 404,
    rule: 'SM-5',
    says: () => 'There is no such parcel on its way back.',
    next: 'Check the address, and whether the return was approved.',
  },
  courier_not_booked: {
    status: 409,
    rule: 'SM-5',
    says: () => 'No courier is booked for this parcel yet.',
    next: 'Wait a moment, or send it with a carrier of your own and give its number.',
  },
  slot_closed: {
    status: 409,
    rule: 'SM-5',
    says: () => 'No courier is to come for this parcel.',
    next: 'Hours are chosen from when a courier is booked until it has the parcel.',
  },
  slot_gone: {
    status: 409,
    rule: 'SM-5',
    says: () => 'The courier takes this choice no more: the hours are full, or it is too late to change them.',
    next: 'Choose among the hours that are offered now, or wait for the courier at those that stand.',
  },
  courier_silent: {
    status: 503,
    rule: 'S-19',
    says: () => 'The courier does not answer now.',
    next: 'Try again in a few minutes; what was chosen before stands.',
  },
  label_closed: {
    status: 409,
    rule: 'SM-5',
    says: (_: { why: 'it has left' | 'nobody knows the door' }) => 'There is no label for this parcel now.',
    next: 'One is printed from when a courier is booked until it has the parcel, while the receiver’s address is known.',
  },
  no_courier_there: {
    status: 409,
    rule: 'SM-5',
    says: () => 'No courier of ours carries this parcel to its PIN code.',
    next: 'Send it with a carrier of your own and give its number.',
  },
  cash_needs_courier: {
    status: 409,
    rule: 'SM-5',
    says: () => 'This parcel is paid at the door, so the courier that was booked has to carry it.',
    next: 'Hand it to that courier.',
  },
  carried_by_courier: {
    status: 409,
    rule: 'SM-5',
    says: () => 'A courier we booked carries this parcel; it tells us when it has arrived.',
    next: 'Wait for its news, or write to customer care when it has arrived and nothing is told.',
  },
  shipment_not_overdue: {
    status: 409,
    rule: 'SM-5',
    says: (f: { until: string }) =>
      `This parcel may still arrive by itself; the desk decides about it from ${f.until} on.`,
    next: 'Wait until then, or ask maker and shopper whether it has arrived.',
  },
  delivery_photo_there: {
    status: 409,
    rule: 'SM-5',
    says: () => 'There is a photo of this delivery already.',
    next: 'Wait a moment: when it was looked at, the parcel has arrived.',
  },
  delivery_not_shown: {
    status: 409,
    rule: 'SM-5',
    says: () => 'No photo shows this delivery.',
    next: 'It has not arrived, was proved in another way, or the photo was destroyed after its time.',
  },
  delivery_photo_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'The virus scanner has not looked at this photo yet.',
    next: 'Ask again in a moment.',
  },
  delivery_photo_infected: {
    status: 410,
    rule: 'S-58',
    says: () => 'The virus scanner refused this photo; it was destroyed and proves nothing.',
    next: 'Its maker may show another one.',
  },
  delivery_code_wrong: {
    status: 422,
    rule: 'SM-5',
    says: (f: { left: number }) => `This is not the code of the parcel; ${f.left} more tries today.`,
    next: 'Ask the receiver for the six digits that stand at her order.',
  },
  delivery_code_locked: {
    status: 409,
    rule: 'SM-5',
    says: (f: { tries_max: number }) => `${f.tries_max} wrong codes were given for this parcel today.`,
    next: 'Ask the receiver to confirm at her order that it has arrived, or try again tomorrow.',
  },
  courier_notice_rejected: {
    status: 400,
    rule: 'S-18',
    says: (f: { fault: string }) => `This tracking notice is not believed: ${f.fault.replaceAll('_', ' ')}.`,
    next: 'Sign the raw body with the current secret and send it within five minutes.',
  },
});
