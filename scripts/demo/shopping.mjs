import { rupees } from './transcript.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */
/** @typedef {{ orderId: string, order: string, sale: string, total: { paise: number }, intent: string }} Bought order: its path for the shopper; sale: for the maker */

/**
 * A shopper orders stoles; nothing is paid yet.
 * @param {Bazaar} bazaar
 * @param {Signed} shopper
 * @param {{ offerId: string, quantity: number, codes?: string[] }} wish
 * @returns {Promise<Bought>}
 */
export async function orders(bazaar, shopper, { offerId, quantity, codes = [] }) {
  const { token } = shopper;
  const cart = await bazaar.call('POST', '/v1/buyer/carts', { token });
  await bazaar.call('PUT', `/v1/buyer/carts/${cart.id}/lines/${offerId}`, { token, body: { quantity } });
  const shipTo = { name: shopper.name, mobile: '+919000000001', street: '7 Boring Road', pincode: '800001' };
  const quote = await bazaar.call('POST', `/v1/buyer/carts/${cart.id}/quote`, { token, body: { shipTo, codes } });
  const placed = await bazaar.call('POST', '/v1/buyer/orders', { token, body: { quoteId: quote.id } });
  const [{ orderId, number }] = placed.orders;
  bazaar.transcript.step(
    shopper.name,
    `orders ${quantity} ${quantity === 1 ? 'stole' : 'stoles'}${codes.length > 0 ? ` with the code ${codes.join()}` : ''}, ${number}`,
    `${rupees(placed.total)}, kept until ${placed.payBy}`,
  );
  const payment = await bazaar.call('POST', `/v1/buyer/checkouts/${placed.checkoutId}/payment`, { token });
  return {
    ...{ orderId, total: placed.total, intent: payment.clientSecret.split('_secret')[0] },
    ...{ order: `/v1/buyer/orders/${orderId}`, sale: `/v1/seller/orders/${orderId}` },
  };
}

/** @param {Bazaar} bazaar @param {Signed} shopper @param {Bought} bought */
export async function pays(bazaar, shopper, { intent, order }) {
  await bazaar.outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
  await bazaar.state(shopper, order, 'placed');
  bazaar.transcript.step(shopper.name, "pays on the provider's page; its signed notice settles it", 'placed');
}

/** @param {Bazaar} bazaar @param {Signed} artisan @param {Bought} bought */
export async function accepts(bazaar, artisan, { sale }) {
  await bazaar.call('POST', `${sale}/acceptance`, { token: artisan.token });
  bazaar.transcript.step(artisan.name, 'accepts the order', 'confirmed');
}

/** The parcel goes from the maker to the shopper's door. @param {Bazaar} bazaar @param {{ artisan: Signed, shopper: Signed, bought: Bought }} both */
export async function arrives(bazaar, { artisan, shopper, bought: { sale, order } }) {
  const parcel = await handedOver(bazaar, artisan, sale);
  bazaar.transcript.step(artisan.name, 'hands the parcel to the booked courier', parcel.trackingNumber);
  await bazaar.outside(`/courier/_control/parcels/${parcel.trackingNumber}/deliver`);
  await bazaar.state(shopper, order, 'delivered');
  bazaar.transcript.step('The courier', 'delivers', 'delivered');
}

/**
 * Hands a parcel over as soon as the courier is booked.
 * @param {Bazaar} bazaar
 * @param {Signed} artisan
 * @param {string} sale path of the order or contract
 */
export function handedOver(bazaar, artisan, sale) {
  return bazaar.until('a courier is booked', async () => {
    const answer = await bazaar.call('POST', `${sale}/dispatch`, {
      token: artisan.token,
      body: {},
      expect: [200, 404, 409],
    });
    return answer.trackingNumber ? answer : null;
  });
}
