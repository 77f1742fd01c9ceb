import { InviteBuyer, OrderDelivered } from '#orders';
import { RatingChanged, ReviewAnswered, ReviewInvited, ReviewPublished } from '#catalogue';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { openWorkshop } from '../support/workshop.js';
import type { DrivenOrder, Workshop } from '../support/drive/driven.js';

type Headers = Record<string, string>;

/** From the order to the review to the maker's answer, as people see it. */
describe('R-9.3 reviews, over HTTP', () => {
  let shop: Workshop;
  let order: DrivenOrder;
  let maker: Headers;
  let shopper: Headers;
  let district: Headers;
  beforeAll(async () => {
    shop = await openWorkshop();
    const { people, goods } = shop;
    const meena = await people.person({ name: 'Meena Devi' });
    const her = await goods.make.verified({ applicant: personActor({ personId: meena.personId }) });
    maker = (await people.signIn(meena, her.sellerId)).headers;
    const farah = await people.shopper();
    shopper = farah.headers;
    district = (await people.officer('district_officer', await goods.make.officeOf('bhagalpur'), 'Arjun Test')).headers;
    order = await bought(await goods.live({ title: 'Tussar stole' }, her), farah.personId);
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const send = (method: 'post' | 'put' | 'delete', who: Headers, path: string, body: object = {}) =>
    shop.api[method](path)
      .set({ ...who, 'idempotency-key': newId() })
      .send(body);
  const get = async (path: string, who: Headers = {}) => (await shop.api.get(path).set(who).expect(200)).body;
  const inbox = async (who: Headers) =>
    ((await get('/v1/auth/messages', who)) as { items: { subject: string }[] }).items.map(({ subject }) => subject);

  /** The shopper's order, not paid yet. */
  async function bought(piece: DrivenOrder['piece'], personId: string): Promise<DrivenOrder> {
    const cart = await send('post', shopper, '/v1/buyer/carts').expect(201);
    const cartId = cart.body.id as string;
    await send('put', shopper, `/v1/buyer/carts/${cartId}/lines/${piece.offerId}`, { quantity: 1 }).expect(200);
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
    const placed = await send('post', shopper, '/v1/buyer/orders', { cartId, shipTo }).expect(201);
    const { checkoutId, orders } = placed.body as { checkoutId: string; orders: [{ orderId: string }] };
    const opened = await send('post', shopper, `/v1/buyer/checkouts/${checkoutId}/payment`);
    const intent = (opened.body as { clientSecret: string }).clientSecret.split('_secret')[0]!;
    return { orderId: orders[0].orderId, checkoutId, piece, shopper: personActor({ personId }), intent };
  }

  test('R-9.3 a shopper buys, receives, is asked, reviews under her first name, and her maker answers', async () => {
    const goods = `/v1/public/listings/${order.piece.listingId}`;
    expect((await get('/v1/buyer/reviews', shopper)).items).toEqual([]);
    await shop.drive.order.on(order, 'delivered');
    await shop.hands.does(OrderDelivered, { orderId: order.orderId });
    await shop.booted.asSystem(() => shop.booted.get(InviteBuyer).run(order.orderId)); // told twice
    const [invitation] = (await get('/v1/buyer/reviews', shopper)).items as { id: string }[];
    expect(invitation).toMatchObject({ state: 'invited', bought: 'Tussar stole', stars: null });
    await shop.hands.does(ReviewInvited, { reviewId: invitation!.id });
    expect(await inbox(shopper)).toContain('How is it? Tussar stole');

    const review = `/v1/buyer/reviews/${invitation!.id}`;
    const said = { stars: 5, title: 'Soft', words: 'Warm, and the colour is as shown.', showName: true };
    expect((await send('put', shopper, review, said).expect(200)).body).toMatchObject({ state: 'published' });
    await shop.hands.does(ReviewPublished, { reviewId: invitation!.id });
    expect(await inbox(maker)).toContain('A buyer speaks of Tussar stole');

    const { items } = await get('/v1/seller/reviews?unanswered=true', maker);
    expect(items).toMatchObject([{ goods: 'Tussar stole', stars: 5, title: 'Soft', by: 'Farah T.', answer: null }]);
    const answered = await send('put', maker, `/v1/seller/reviews/${invitation!.id}/answer`, { words: 'Thank you.' });
    expect(answered.body).toMatchObject({ answer: { state: 'published' } });
    await shop.hands.does(ReviewAnswered, { reviewId: invitation!.id });
    expect(await inbox(shopper)).toContainEqual(expect.stringMatching(/ answers you$/));

    const read = await get(`${goods}/reviews?sort=highest`);
    expect(read).toMatchObject({
      items: [{ stars: 5, by: { name: 'Farah T.', state: 'Bihar' }, answer: { words: 'Thank you.' } }],
      rating: { stars: 5, reviews: 1, byStars: [0, 0, 0, 0, 1] },
    });
    expect(await get(goods)).toMatchObject({
      rating: { stars: 5, reviews: 1 },
      maker: { rating: { stars: 5, reviews: 1 } },
    });
    await shop.hands.does(RatingChanged, { listingId: order.piece.listingId });
    const { items: cards } = await get('/v1/public/listings?sort=rating&rating=5&limit=100');
    expect(cards).toContainEqual(
      expect.objectContaining({ id: order.piece.listingId, rating: { stars: 5, reviews: 1 } }),
    );
  });

  test('R-9.3 words with a link wait for the officer; a review somebody reports stays until she has decided', async () => {
    const [mine] = (await get('/v1/buyer/reviews', shopper)).items as { id: string }[];
    const review = `/v1/buyer/reviews/${mine!.id}`;
    const goods = `/v1/public/listings/${order.piece.listingId}/reviews`;
    const held = await send('put', shopper, review, { stars: 4, words: 'Cheaper at www.silk.example.com' });
    expect(held.body).toMatchObject({ state: 'held' });
    expect((await get(goods)).items).toEqual([]);
    const desk = async () =>
      (
        (await get('/v1/admin/review-cases?limit=100', district)) as { items: { id: string; reviewId: string }[] }
      ).items.find(({ reviewId }) => reviewId === mine!.id);
    expect(await desk()).toMatchObject({ suspicions: ['link'], stars: 4, report: null });
    const refusal = { refuse: true, answer: 'Please leave the link out.' };
    await send('post', district, `/v1/admin/review-cases/${(await desk())!.id}/decision`, refusal).expect(204);
    expect((await get('/v1/buyer/reviews', shopper)).items).toMatchObject([
      { state: 'refused', refusedFor: 'Please leave the link out.' },
    ]);
    expect((await send('put', shopper, review, { stars: 4, words: 'Warm.' })).body).toMatchObject({
      ...{ state: 'held', refusedFor: null },
    });
    const fine = { refuse: false, answer: 'Thank you.' };
    await send('post', district, `/v1/admin/review-cases/${(await desk())!.id}/decision`, fine).expect(204);

    const report = { reason: 'untrue', words: 'It is not warm.' };
    await send('post', maker, `${review}/reports`, report).expect(201);
    expect((await send('post', maker, `${review}/reports`, report)).body).toMatchObject({
      code: 'review_report_waits',
    });
    expect((await get(goods)).items).toHaveLength(1);
    expect(await desk()).toMatchObject({ report });
    const stays = { refuse: false, answer: 'It is her opinion.' };
    await send('post', district, `/v1/admin/review-cases/${(await desk())!.id}/decision`, stays).expect(204);
    expect((await get(goods)).items).toHaveLength(1);
    await send('delete', shopper, review).expect(204);
    expect(await get(goods)).toMatchObject({ items: [], rating: { stars: 0, reviews: 0 } });
  });
});
