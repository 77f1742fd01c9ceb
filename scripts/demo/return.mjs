import { accepts, arrives, orders, pays } from './shopping.mjs';
import { rupees } from './transcript.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */

/**
 * Two stoles at a reduction; one has a fault and goes back, and its price less its share of the reduction is refunded.
 * @param {Bazaar} bazaar
 * @param {{ artisan: Signed, offerId: string }} maker
 */
export async function returnOfOne(bazaar, { artisan, offerId }) {
  const { transcript } = bazaar;
  transcript.chapter('A reduction, and a stole that comes back');
  const code = `LOOM${Math.random().toString(36).slice(2, 8).toUpperCase()}`;
  const now = Date.now();
  await bazaar.call('POST', '/v1/seller/promotions', {
    token: artisan.token,
    body: {
      ...{ title: 'Ten per cent from the loom', code, gives: { kind: 'percent', value_bp: 1_000 } },
      startsAt: new Date(now - 86_400_000).toISOString(),
      endsAt: new Date(now + 365 * 86_400_000).toISOString(),
    },
  });
  transcript.step(artisan.name, `gives ten per cent off to who says ${code}, for a year`);

  const shopper = await bazaar.signIn('shopper');
  const bought = await orders(bazaar, shopper, { offerId, quantity: 2, codes: [code] });
  await pays(bazaar, shopper, bought);
  await accepts(bazaar, artisan, bought);
  await arrives(bazaar, { artisan, shopper, bought });

  const { lines } = await bazaar.call('GET', bought.order, { token: shopper.token });
  await bazaar.call('POST', `${bought.order}/returns`, {
    token: shopper.token,
    body: {
      lines: [{ lineId: lines[0].id, quantity: 1 }],
      reason: 'defect',
      note: 'a thread is drawn along the border',
    },
  });
  transcript.step(shopper.name, 'asks to send one of the two back: a drawn thread', 'return_requested');
  await bazaar.call('POST', `${bought.sale}/return/approval`, { token: artisan.token });
  transcript.step(artisan.name, 'takes it back', 'return_in_transit');
  await bazaar.call('POST', `${bought.sale}/return/receipt`, { token: artisan.token, body: { isResellable: false } });
  const { refunded } = await bazaar.until('the refund is promised', async () => {
    const order = await bazaar.call('GET', bought.order, { token: shopper.token });
    return order.refunded.paise > 0 && order.state === 'delivered' ? order : null;
  });
  transcript.step(artisan.name, 'has the stole again', `${rupees(refunded)} go back, half of what was paid`);
}
