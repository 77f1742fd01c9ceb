import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('orders', {
  cart_not_found: { status: 404, says: () => 'There is no such cart of yours.', next: 'Open a new cart.' },
  cart_is_empty: {
    status: 422,
    rule: 'SM-4',
    says: () => 'The cart is empty.',
    next: 'Put at least one piece into it.',
  },
  cart_is_full: {
    status: 422,
    rule: 'S-48',
    says: (f: { lines_max: number }) => `A cart holds at most ${f.lines_max} different pieces.`,
    next: 'Order what is in it, then fill another.',
  },
  cart_already_ordered: {
    status: 409,
    rule: 'SM-4',
    says: () => 'This cart has been ordered.',
    next: 'Open a new cart.',
  },
  cart_merged: {
    status: 409,
    rule: 'SM-4',
    says: () => 'What lay in this cart lies in another one of the same shopper now.',
    next: 'Ask for your open cart with POST /v1/buyer/carts.',
  },
  guest_unknown: {
    status: 422,
    rule: 'S-36',
    says: () => 'No guest is known by this token, or no longer.',
    next: 'Go on with your own cart.',
  },
  cart_changed: {
    status: 409,
    rule: 'S-10',
    says: (f: { lines: readonly { offerId: string; troubles: readonly string[] }[] }) =>
      `Since the cart was filled this has changed: ${f.lines
        .map((line) => `${line.offerId} (${line.troubles.join(', ')})`)
        .join('; ')}.`,
    next: 'Put each of these into the cart again as it is now, or take it out.',
  },
  quote_not_found: {
    status: 404,
    says: () => 'There is no such quote of yours, or a newer one of the same cart took its place.',
    next: 'Ask for a quote of the cart.',
  },
  quote_expired: {
    status: 409,
    rule: 'S-10',
    says: (f: { expired_at: string }) => `The quote was good until ${f.expired_at}.`,
    next: 'Ask for a new quote of the cart.',
  },
  quote_outdated: {
    status: 409,
    rule: 'S-10',
    says: (f: { lines: readonly { offerId: string; why: string }[] }) =>
      `Since the quote was made this has changed: ${f.lines.map((line) => `${line.offerId} (${line.why})`).join('; ')}.`,
    next: 'Look at the cart and ask for a new quote.',
  },
  address_not_found: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such address in your book.',
    next: 'List your addresses, or write it out.',
  },
  address_book_full: {
    status: 422,
    rule: 'S-48',
    says: (f: { addresses_max: number }) => `An address book holds at most ${f.addresses_max} addresses.`,
    next: 'Take one out that you no longer use.',
  },
  contact_needed: {
    status: 422,
    rule: 'SM-4',
    says: () => 'Who orders as a guest says where she is reached about it.',
    next: 'Send `contact` with an e-mail address or a mobile number, or sign in.',
  },
  too_many_unpaid_there: {
    status: 429,
    rule: 'S-52',
    says: (f: { unpaid_max: number }) => `${f.unpaid_max} orders to this address wait for their money already.`,
    next: 'Pay or give up one of them first, or wait until its time to pay is over.',
  },
  checkout_not_found: { status: 404, says: () => 'There is no such checkout of yours.', next: 'Check the address.' },
  order_not_found: { status: 404, says: () => 'There is no such order of yours.', next: 'Check the address.' },
  nothing_stays: {
    status: 422,
    rule: 'SM-4',
    says: () => 'These are all pieces of the order: then there is nothing to divide.',
    next: 'Leave at least one piece in the first parcel, or pack the order as it is.',
  },
  order_not_divided: {
    status: 422,
    rule: 'SM-4',
    says: (f: { why: 'exchange' | 'worth_nothing' }) =>
      f.why === 'exchange'
        ? 'What comes in exchange goes in one parcel.'
        : 'Each part of an order is worth something, and one of these would cost nothing.',
    next: 'Send it in one parcel, or divide it in another way.',
  },
  order_held: {
    status: 409,
    rule: 'SM-4',
    says: () => 'The shopper’s bank asks about the payment of this order; it waits until the bank has decided.',
    next: 'Leave it as it is. You are told when it goes on.',
  },
  nothing_to_pack: {
    status: 409,
    rule: 'SM-4',
    says: () => 'Nothing of this order is to be packed now.',
    next: 'There is a list from when you took the order until it leaves; an order that must wait has none meanwhile.',
  },
  address_closed: {
    status: 409,
    rule: 'S-63',
    says: (f: { why: 'not_now' | 'erased' }) =>
      f.why === 'erased'
        ? 'Who ordered has left the bazaar, and her address with her.'
        : 'Where an order goes is shown to its maker from when she takes it until it has arrived.',
    next: 'Take the order first; of one that has arrived nobody needs the address.',
  },
  line_not_in_order: {
    status: 422,
    rule: 'SM-4',
    says: (f: { lineId: string }) => `The order has no such line: ${f.lineId}.`,
    next: 'Read the order again and name its lines.',
  },
  more_than_left: {
    status: 422,
    rule: 'SM-4',
    says: (f: { lineId: string; wanted: number; left: number }) =>
      `Of this line ${f.left} pieces are left, not ${f.wanted}: ${f.lineId}.`,
    next: 'Read the order again and name fewer pieces.',
  },
  return_window_over: {
    status: 409,
    rule: 'SM-4',
    says: () => 'The days in which goods of this order could be returned are over.',
    next: 'If something is wrong with them, write to customer care.',
  },
  return_needs_defect: {
    status: 422,
    rule: 'SM-4',
    says: (f: { lineIds: readonly string[] }) =>
      `Food and goods made to order come back only when something is wrong with them: ${f.lineIds.join(', ')}.`,
    next: 'Say what is wrong with them, or leave these lines out.',
  },
  return_photos_needed: {
    status: 422,
    rule: 'SM-4',
    says: (f: { needed: number; there: number }) =>
      `For this reason ${f.needed} photos of the goods are needed; there are ${f.there}.`,
    next: 'Send them first, with POST …/return-photos, then ask again.',
  },
  return_photos_not_now: {
    status: 409,
    rule: 'SM-4',
    says: () =>
      'Photos are taken while goods may be sent back, until their maker has answered; what she has seen stays.',
    next: 'Read the order and its returns.',
  },
  too_many_return_photos: {
    status: 409,
    rule: 'S-52',
    says: (f: { most: number }) => `One return has at most ${f.most} photos.`,
    next: 'Take one out that you have not asked with yet.',
  },
  return_photo_unknown: {
    status: 404,
    rule: 'S-42',
    says: () => 'There is no such photo.',
    next: 'List the photos of the order.',
  },
  return_photo_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'The virus scanner has not looked at this photo yet.',
    next: 'Try again in a minute.',
  },
  return_photo_infected: {
    status: 410,
    rule: 'S-58',
    says: () => 'The virus scanner found something in this photo; it was destroyed.',
    next: 'Take another photo of the goods.',
  },
  return_not_under_way: {
    status: 409,
    rule: 'SM-4',
    says: () => 'No goods of this order are on their way back.',
    next: 'Read the returns of the order.',
  },
  return_not_overdue: {
    status: 409,
    rule: 'SM-4',
    says: (f: { until: string }) => `Shopper, courier and maker have until ${f.until}; the desk decides afterwards.`,
    next: 'Wait until then, or ask the maker to say what she received.',
  },
  exchange_only_once: {
    status: 422,
    rule: 'SM-4',
    says: () => 'These goods came in exchange for others; they are not exchanged again.',
    next: 'Ask for a refund.',
  },
  exchange_not_possible: {
    status: 422,
    rule: 'SM-4',
    says: (f: { lineIds: readonly string[] }) =>
      `Goods are exchanged for the same ones, or for another variant that is on sale and costs no more: ${f.lineIds.join(', ')}.`,
    next: 'Choose another variant, the same goods, or a refund.',
  },
  price_changed: {
    status: 409,
    rule: 'S-10',
    says: (f: { offerId: string; was_paise: string; is_paise: string }) =>
      `The price changed from ${f.was_paise} to ${f.is_paise} paise since the piece was put into the cart.`,
    next: 'Put the piece into the cart again to agree to the new price.',
  },
  cash_over_limit: {
    status: 422,
    rule: 'SM-4',
    says: (f: { max_paise: string }) => `Cash is taken at the door up to ${f.max_paise} paise an order.`,
    next: 'Pay online, or order less at once.',
  },
  cash_not_at_pincode: {
    status: 422,
    rule: 'SM-4',
    says: (f: { pincode: string }) => `No cash is taken at the door in ${f.pincode}.`,
    next: 'Pay online, or choose another address.',
  },
  cash_not_of_maker: {
    status: 422,
    rule: 'SM-4',
    says: (f: { sellerIds: readonly string[] }) =>
      `No cash is taken at the door for goods of these makers: ${f.sellerIds.join(', ')}.`,
    next: 'Pay online, or take their goods out of the cart.',
  },
  cash_needs_account: {
    status: 403,
    rule: 'SM-4',
    says: () => 'Who shops without an account pays before the goods are sent.',
    next: 'Pay online, or sign in.',
  },
  gift_wrap_not_offered: {
    status: 409,
    rule: 'R-4.7',
    says: (f: { offerId: string }) => `Its maker does not wrap this piece as a gift: ${f.offerId}.`,
    next: 'Put the piece into the cart without wrapping.',
  },
  pincode_not_served: {
    status: 409,
    rule: 'SM-4',
    says: (f: { offerIds: readonly string[]; pincode: string }) =>
      `Their maker does not send to ${f.pincode}: ${f.offerIds.join(', ')}.`,
    next: 'Choose another address, or take these out of the cart.',
  },
  quantity_not_sold: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { offerId: string; min: number; max: number | null }) =>
      f.max === null
        ? `At least ${f.min} of this piece are sold together.`
        : `Between ${f.min} and ${f.max} of this piece are sold in one order.`,
    next: 'Change the quantity.',
  },
  address_pincode_unknown: {
    status: 422,
    rule: 'R-4.26',
    says: (f: { pincode: string }) => `PIN code ${f.pincode} is not in the directory.`,
    next: 'Check the six digits.',
  },
  gstin_in_other_state: {
    status: 422,
    rule: 'R-6.1',
    says: (f: { gstin: string; pincode: string }) => `${f.gstin} is not of the State in which ${f.pincode} lies.`,
    next: 'Give the GSTIN your business has in that State, or none.',
  },
  seller_cannot_ship_interstate: {
    status: 422,
    rule: 'R-6.9',
    says: (f: { sellerId: string; sellerState: string; toState: string }) =>
      `This maker may sell only inside ${f.sellerState}; the delivery address is in ${f.toState}.`,
    next: 'Choose an address in the maker’s State, or another maker.',
  },
});
