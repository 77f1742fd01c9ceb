import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { daysAfter } from '#platform/time';
import { OpenPromotion, type NewPromotion } from '#promotions';
import type { GoodsWish } from '../../libs/catalogue/test/builders/goods.js';
import { registered } from '../../libs/orders/test/builders/registered.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey } from '../support/journey.js';

const inr = (paise: number) => ({ paise, currency: 'INR' });
const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '9 Coupon Road', pincode: '800001' };

/**
 * Two makers of one State, two rates, an offer of a maker's and one of the platform's, worked out by hand:
 *
 * - Two stoles at ₹1,050 (5 %). The weaver's coupon takes 10 % of ₹2,100: ₹1,890, which hold ₹90 of tax.
 * - One brooch of silver filigree at ₹1,030 (3 %): it holds ₹30 of tax.
 * - The platform's coupon of ₹146 is shared by what is left to pay, 1,890 to 1,030: ₹94.50 and ₹51.50. It lowers no value.
 */
describe('S-10 R-6.3 R-6.25 coupons and tax, from the quote to the credit note', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    bazaar = await openBazaar();
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send, becomes, outside, dispatched, booksBalance } = journey(
    () => bazaar,
    () => null,
  );
  async function registeredMaker(wish: GoodsWish) {
    const person = await bazaar.people.person({ name: 'Meena Devi' });
    const applicant = personActor({ personId: person.personId });
    const maker = await registered({ goods: bazaar.goods }, { applicant });
    const piece = await bazaar.goods.live(wish, maker);
    return { ...piece, headers: (await bazaar.people.signIn(person, maker.sellerId)).headers };
  }
  async function coupon(gives: NewPromotion['gives'], sellerId: string | null): Promise<string> {
    const code = `T${newId().slice(-10).toUpperCase()}`;
    const startsAt = new Date();
    const terms = {
      min_paise: 50_000n,
      stacks: true,
      startsAt,
      endsAt: daysAfter(startsAt, 30),
      uses_max: 5,
      per_person_max: 1,
    };
    const wanted = { code, title: 'Diwali', gives, ...terms };
    await bazaar.booted.asSystem(() => bazaar.booted.get(OpenPromotion).run(wanted, sellerId));
    return code;
  }

  test('every paisa of price, coupon and tax is where it was worked out to be', async () => {
    const stole = await registeredMaker({ price_paise: 105_000, stock: 5 });
    const silver = { title: 'Filigree brooch', commonName: 'brooch', hsn: '71131110', gstRateKey: 'silver_filigree' };
    const brooch = await registeredMaker({ ...silver, handmade: 'handmade', price_paise: 103_000, stock: 5 });
    const codes = [
      await coupon({ kind: 'percent', value_bp: 1_000, cap_paise: null }, stole.maker.sellerId),
      await coupon({ kind: 'amount', amount_paise: 14_600n }, null),
    ];
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const fills = (offerId: string, quantity: number) =>
      bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${offerId}`).set(shopper).send({ quantity }).expect(200);
    await fills(stole.offerId, 2);
    await fills(brooch.offerId, 1);

    const quote = (await send(shopper, `/v1/buyer/carts/${cartId}/quote`, { shipTo, codes }).expect(201)).body;
    expect(quote.total).toEqual(inr(277_400));
    expect(quote.reductions.map((one: { discount: object }) => one.discount)).toEqual([inr(21_000), inr(14_600)]);
    const quoted = new Map(quote.orders.map((one: { sellerId: string }) => [one.sellerId, one]));
    expect(quoted.get(stole.maker.sellerId)).toMatchObject({ total: inr(179_550), tax: inr(9_000) });
    expect(quoted.get(brooch.maker.sellerId)).toMatchObject({ total: inr(97_850), tax: inr(3_000) });

    const placed = (await send(shopper, '/v1/buyer/orders', { quoteId: quote.id }).expect(201)).body;
    expect(placed.total).toEqual(quote.total);
    const { clientSecret } = (await send(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201)).body;
    const intent = clientSecret.split('_secret')[0] as string;
    await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });

    const orderOf = async ({ headers, maker: { sellerId } }: typeof stole) => {
      const { orderId } = placed.orders.find((one: { sellerId: string }) => one.sellerId === sellerId);
      const [hers, theirs] = [`/v1/buyer/orders/${orderId}`, `/v1/seller/orders/${orderId}`];
      await becomes(shopper, hers, 'placed', 'it is paid');
      await send(headers, `${theirs}/acceptance`).expect(200);
      const { trackingNumber } = (await dispatched(headers, theirs)).body as { trackingNumber: string };
      await outside(`/courier/_control/parcels/${trackingNumber}/deliver`);
      return { hers, theirs, order: await becomes(shopper, hers, 'delivered', 'it arrived') };
    };
    const papersOf = async (hers: string) =>
      (await get(shopper, `${hers}/tax-documents`)).documents as { lines: object[] }[];
    const stoles = await orderOf(stole);
    const halves = (paise: number) => ({ cgst: inr(paise), sgst: inr(paise), igst: inr(0) });
    const ofStoles = { taxable: inr(180_000), ...halves(4_500), total: inr(189_000), paidByPlatform: inr(9_450) };
    const [invoice] = await papersOf(stoles.hers);
    expect(invoice).toMatchObject({ kind: 'tax_invoice', supply: 'intra', ...ofStoles });
    expect(invoice!.lines).toMatchObject([{ quantity: 2, rateBp: 500, gross: inr(210_000), discount: inr(21_000) }]);
    const ofBrooch = { taxable: inr(100_000), ...halves(1_500), total: inr(103_000), paidByPlatform: inr(5_150) };
    expect(await papersOf((await orderOf(brooch)).hers)).toMatchObject([ofBrooch]);

    // One of the two stoles is torn: half of everything comes back, to her what she paid of it.
    const lines = [{ lineId: stoles.order.lines[0].id, quantity: 1 }];
    await send(shopper, `${stoles.hers}/returns`, { lines, reason: 'defect', note: 'It is torn.' }).expect(200);
    await send(stole.headers, `${stoles.theirs}/return/approval`).expect(200);
    await send(stole.headers, `${stoles.theirs}/return/receipt`, { isResellable: false }).expect(200);
    const papers = await bazaar.until(
      'the credit note is there',
      () => papersOf(stoles.hers),
      (found) => found.length === 2,
    );
    const half = { taxable: inr(90_000), ...halves(2_250), total: inr(94_500), paidByPlatform: inr(4_725) };
    expect(papers[1]).toMatchObject({ kind: 'credit_note', ...half });
    expect(await get(shopper, stoles.hers)).toMatchObject({ refunded: inr(94_500 - 4_725) });
    await booksBalance();
  });
});
