import { accepts, arrives, orders, pays } from './shopping.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */

/**
 * A shopper's bank asks for the money of an order that has not left its maker: the parcel waits until the bank has decided.
 * @param {Bazaar} bazaar
 * @param {{ artisan: Signed, offerId: string }} maker
 */
export async function dispute(bazaar, { artisan, offerId }) {
  const { transcript } = bazaar;
  transcript.chapter("A shopper's bank asks for its money");
  const shopper = await bazaar.signIn('shopper');
  const bought = await orders(bazaar, shopper, { offerId, quantity: 1 });
  await pays(bazaar, shopper, bought);
  await accepts(bazaar, artisan, bought);
  /** @type {any} */
  const world = await (await fetch(`${bazaar.worldUrl}/_control`)).json();
  const isHers = (/** @type {{ paymentIntentId: string }} */ charge) => charge.paymentIntentId === bought.intent;
  const asked = await bazaar.outside(`/_control/charges/${world.state.charges.find(isHers).chargeId}/dispute`);
  await bazaar.until('the parcel waits', async () => {
    const answer = await bazaar.call('POST', `${bought.sale}/dispatch`, {
      ...{ token: artisan.token, body: {}, expect: [404, 409] },
    });
    return answer.code === 'shipment_held' ? true : null;
  });
  transcript.step("The shopper's bank", 'asks about her payment', 'the parcel waits');
  await bazaar.outside(`/_control/disputes/${asked.id}/close`, { outcome: 'won' });
  transcript.step('The bank', 'leaves the money where it is', 'the parcel may go');
  await arrives(bazaar, { artisan, shopper, bought });
}
