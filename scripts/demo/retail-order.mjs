import { rupees } from './transcript.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */

/**
 * A shopper buys two stoles; the weaver sends them and is paid when nothing can come back.
 * @param {Bazaar} bazaar
 * @param {{ artisan: Signed, offerId: string }} maker
 */
export async function retailOrder(bazaar, { artisan, offerId }) {
  const { transcript } = bazaar;
  transcript.chapter('A shopper buys, the weaver is paid');
  const shopper = await bazaar.signIn('shopper');
  const cart = await bazaar.call('POST', '/v1/buyer/carts', { token: shopper.token });
  const line = `/v1/buyer/carts/${cart.id}/lines/${offerId}`;
  await bazaar.call('PUT', line, { token: shopper.token, body: { quantity: 2 } });
  const shipTo = { name: shopper.name, mobile: '+919000000001', street: '7 Boring Road', pincode: '800001' };
  const placed = await bazaar.call('POST', '/v1/buyer/orders', {
    token: shopper.token,
    body: { cartId: cart.id, shipTo },
  });
  const [{ orderId, number }] = placed.orders;
  transcript.step(shopper.name, `orders two stoles, ${number}`, `${rupees(placed.total)}, kept until ${placed.payBy}`);

  const checkout = `/v1/buyer/checkouts/${placed.checkoutId}`;
  const payment = await bazaar.call('POST', `${checkout}/payment`, { token: shopper.token });
  const intent = payment.clientSecret.split('_secret')[0];
  await bazaar.outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
  const order = `/v1/buyer/orders/${orderId}`;
  await bazaar.state(shopper, order, 'placed');
  transcript.step(shopper.name, "pays on the provider's page; its signed notice settles it", 'placed');

  const sale = `/v1/seller/orders/${orderId}`;
  await bazaar.call('POST', `${sale}/acceptance`, { token: artisan.token });
  transcript.step(artisan.name, 'accepts the order', 'confirmed');
  const parcel = await handedOver(bazaar, artisan, sale);
  transcript.step(artisan.name, 'hands the parcel to the booked courier', parcel.trackingNumber);
  await bazaar.outside(`/courier/_control/parcels/${parcel.trackingNumber}/deliver`);
  await bazaar.state(shopper, order, 'delivered');
  transcript.step('The courier', 'delivers', 'delivered');

  await bazaar.passes(8);
  await bazaar.state(shopper, order, 'completed');
  transcript.step('The return window', 'is over', 'completed');
  await bazaar.until('the bank pays the weaver', async () => {
    /** @type {any} */
    const bank = await (await fetch(`${bazaar.worldUrl}/bank/_control`)).json();
    const paid = (/** @type {{ amount_paise: number, status: string }} */ payout) =>
      payout.amount_paise === placed.total.paise && payout.status === 'paid';
    return bank.state.payouts.some(paid) ? true : null;
  });
  transcript.step(
    'The bank',
    `pays ${artisan.name} ${rupees(placed.total)}; makers of the programme pay no commission`,
  );
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
