import { accepts, arrives, orders, pays } from './shopping.mjs';
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
  const bought = await orders(bazaar, shopper, { offerId, quantity: 2 });
  await pays(bazaar, shopper, bought);
  await accepts(bazaar, artisan, bought);
  await arrives(bazaar, { artisan, shopper, bought });

  await bazaar.passes(8);
  await bazaar.state(shopper, bought.order, 'completed');
  transcript.step('The return window', 'is over', 'completed');
  await bazaar.until('the bank pays the weaver', async () => {
    /** @type {any} */
    const bank = await (await fetch(`${bazaar.worldUrl}/bank/_control`)).json();
    const paid = (/** @type {{ amount_paise: number, status: string }} */ payout) =>
      payout.amount_paise === bought.total.paise && payout.status === 'paid';
    return bank.state.payouts.some(paid) ? true : null;
  });
  transcript.step(
    'The bank',
    `pays ${artisan.name} ${rupees(bought.total)}; makers of the programme pay no commission`,
  );
}
