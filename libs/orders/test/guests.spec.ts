import { z } from 'zod';
import { ConfirmReceipt } from '#fulfilment';
import { IdentifyCaller, PersonsQuery } from '#identity';
import { anonymousActor, type Actor } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import {
  AnswerReturn,
  AskReturn,
  AttachReturnPhoto,
  CancelOrder,
  FollowByLink,
  MergeCarts,
  OpenCart,
  OpenGuestCart,
  order_link_length,
  PlaceOrder,
  PurgeCarts,
  ReturnPhotosQuery,
  Returns,
  SendBack,
  type Cart,
} from '../src/index.js';
import { photo } from '../../platform/uploads/test/builders/files.js';
import { OrderLinks } from '../src/use-cases/order-links.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });
const contact = { email: 'farah@example.in', mobile: null, language: 'en' };

describe('Shoppers without an account', () => {
  const shop = new Shop();
  let piece: Goods;
  beforeAll(async () => {
    await shop.open();
    piece = await shop.piece({ stock: 200 });
  }, 60_000);
  afterEach(() => frozenClock.thaw());
  afterAll(() => shop.close());

  const caller = () => shop.app.get(IdentifyCaller);
  async function begins() {
    const open = await shop.app.as(anonymousActor, () => shop.app.get(OpenGuestCart).run());
    return { ...open, guest: await caller().byGuestToken(open.token) };
  }
  const orders = (guest: Actor, cartId: string) =>
    shop.app.as(guest, () =>
      shop.app.get(PlaceOrder).run(cartId, { ...shipTo, street: `Guest house ${cartId}` }, { contact }),
    );
  const isThere = async (cartId: string) =>
    (await shop.money.tx((tx) => tx.maybe(z.object({}), `select from orders.cart where id = $1`, [cartId]))) !== null;
  const purges = () => shop.app.asSystem(() => shop.app.get(PurgeCarts).run());

  test('S-36 a guest is known by her token until the last second of her time, and by no other', async () => {
    const { guest, token, endsAt } = await begins();
    expect(guest).toMatchObject({
      kind: 'guest',
      roles: [],
      organisationId: null,
      permissions: new Set(['buyer:order']),
    });
    await expect(caller().byGuestToken(`${token.slice(1)}x`)).rejects.toThrow(refusal('guest_refused'));
    await frozenClock.at(new Date(endsAt.getTime() - 1_000));
    expect((await caller().byGuestToken(token)).personId).toBe(guest.personId);
    await frozenClock.at(endsAt);
    await expect(caller().byGuestToken(token)).rejects.toThrow(refusal('guest_refused'));
  });

  test('S-66 her cart goes with her time, not before; one she ordered stays, and her time begins anew', async () => {
    const [left, ordered] = [await begins(), await begins()];
    await shop.puts(left.guest, left.cartId, piece.offerId, 1);
    await frozenClock.at(new Date(left.endsAt.getTime() - 1_000));
    await shop.puts(ordered.guest, ordered.cartId, piece.offerId, 1);
    await orders(ordered.guest, ordered.cartId);
    await purges();
    expect(await isThere(left.cartId)).toBe(true);
    await frozenClock.at(left.endsAt);
    await purges();
    expect([await isThere(left.cartId), await isThere(ordered.cartId)]).toEqual([false, true]);
    expect((await caller().byGuestToken(ordered.token)).personId).toBe(ordered.guest.personId);
  });

  test('SM-4 who orders without an account says where she is reached, before anything is kept back', async () => {
    const { guest, cartId } = await begins();
    await shop.puts(guest, cartId, piece.offerId, 1);
    const { reserved } = await shop.stock(piece);
    await expect(shop.places(guest, cartId)).rejects.toThrow(refusal('contact_needed'));
    expect((await shop.stock(piece)).reserved).toBe(reserved);
    const reach = () => shop.app.asSystem(() => shop.app.get(PersonsQuery).contactOf(guest.personId!));
    expect(await reach()).toBeNull();
    await orders(guest, cartId);
    expect(await reach()).toMatchObject({ name: shipTo.name, email: contact.email, mobile: null });
  });

  test('S-66 a guest who goes on shopping is known for longer', async () => {
    const { guest, token, endsAt, cartId } = await begins();
    await shop.puts(guest, cartId, piece.offerId, 1);
    await frozenClock.at(new Date(endsAt.getTime() - 1_000));
    await orders(guest, cartId);
    await shop.app.as(guest, () => shop.app.get(OpenCart).run());
    await frozenClock.at(new Date(endsAt.getTime() + 86_400_000));
    expect((await caller().byGuestToken(token)).personId).toBe(guest.personId);
  });

  describe('who signs in', () => {
    const merges = (shopper: Actor, cartId: string, token: string) =>
      shop.app.as(shopper, () => shop.app.get(MergeCarts).run(cartId, token));
    async function left(...lines: (readonly [Goods, number])[]) {
      const begun = await begins();
      for (const [goods, quantity] of lines) await shop.puts(begun.guest, begun.cartId, goods.offerId, quantity);
      return begun;
    }
    const linesOf = ({ cart }: { cart: Cart }) => new Map(cart.lines.map((line) => [line.offer_id, line.quantity]));

    test('S-10 finds what she laid aside as a guest in her own cart, and what is short is told; done again, nothing changes', async () => {
      const [few, other] = [await shop.piece({ stock: 3 }), await shop.piece({ stock: 9 })];
      const shopper = shop.shopper();
      const cartId = await shop.cart(shopper, [few, 2]);
      const { guest, token, cartId: old } = await left([few, 2], [other, 4]);
      const merged = await merges(shopper, cartId, token);
      expect(linesOf(merged)).toEqual(
        new Map([
          [few.offerId, 3],
          [other.offerId, 4],
        ]),
      );
      expect(merged.differently).toEqual([{ offerId: few.offerId, asked: 4, quantity: 3, why: 'out_of_stock' }]);
      expect(await merges(shopper, cartId, token)).toEqual({ cart: merged.cart, differently: [] });
      await expect(shop.puts(guest, old, few.offerId, 1)).rejects.toThrow(refusal('cart_merged'));
      await expect(orders(guest, old)).rejects.toThrow(refusal('cart_merged'));
      await expect(merges(shop.shopper(), cartId, token)).rejects.toThrow(refusal('cart_not_found'));
      await expect(merges(shopper, cartId, 'x'.repeat(43))).rejects.toThrow(refusal('guest_unknown'));
    });

    test('S-11 a guest’s cart that is merged eight times at once, into two carts, comes into one of them, once', async () => {
      const goods = await shop.piece({ stock: 90 });
      const shoppers = [shop.shopper(), shop.shopper()];
      const ids = await Promise.all(shoppers.map((who) => shop.cart(who)));
      const { token } = await left([goods, 5]);
      await Promise.all(Array.from({ length: 8 }, (_, i) => merges(shoppers[i % 2]!, ids[i % 2]!, token)));
      const found = await Promise.all(shoppers.map((who, i) => merges(who, ids[i]!, token)));
      expect(found.flatMap(({ cart }) => cart.lines.map((line) => line.quantity))).toEqual([5]);
    });

    test('S-11 a shopper who opens ten carts at once has one', async () => {
      const shopper = shop.shopper();
      const ids = await Promise.all(Array.from({ length: 10 }, () => shop.cart(shopper)));
      expect(new Set(ids).size).toBe(1);
      await shop.puts(shopper, ids[0]!, piece.offerId, 1);
      expect(await shop.cart(shopper)).toBe(ids[0]);
      await shop.places(shopper, ids[0]!);
      expect(await shop.cart(shopper)).not.toBe(ids[0]);
    });
  });

  describe('S-36 the link of her order', () => {
    async function bought(quantity = 2): Promise<Placed & { link: string }> {
      const { guest, cartId } = await begins();
      await shop.puts(guest, cartId, piece.offerId, quantity);
      const placed = await orders(guest, cartId);
      const { orderId, link } = placed.orders[0]!;
      expect(link).toHaveLength(order_link_length);
      return { shopper: guest, maker: piece.maker, piece, checkoutId: placed.checkoutId, orderId, placed, link: link! };
    }
    const follow = () => shop.app.get(FollowByLink);
    const follows = (link: string) => shop.app.as(anonymousActor, () => follow().run(link));
    const cancels = (link: string, wanted?: { lineId: string; quantity: number }[]) =>
      shop.app.as(anonymousActor, () => follow().as(link, (id) => shop.app.get(CancelOrder).run(id, wanted)));

    test('shows her parcel, and nothing of her or of money', async () => {
      const order = await bought();
      await shop.pays(order);
      await shop.carry();
      const seen = await follows(order.link);
      expect(seen).toMatchObject({ state: 'placed', lines: [{ quantity: 2, gone_quantity: 0 }] });
      expect(seen.steps.map(({ event, made_by }) => [event, made_by])).toEqual([
        ['order', 'shopper'],
        ['pay', 'bazaar'],
      ]);
      expect(Object.keys(seen)).not.toContain('ship_to_pincode');
    });

    test('one letter of it changed, or a link to somebody’s who signs in: not there', async () => {
      const { link } = await bought();
      for (const i of [0, 21, 22, 63]) {
        const other = link.slice(0, i) + (link[i] === 'A' ? 'B' : 'A') + link.slice(i + 1);
        await expect(follows(other)).rejects.toThrow(refusal('order_not_found'));
      }
      await expect(follows(link.slice(0, -1))).rejects.toThrow(refusal('order_not_found'));
      const signedIn = await shop.ordered(piece);
      expect(signedIn.placed.orders[0]!.link).toBeNull();
      const made = shop.app.get(OrderLinks).of(signedIn.orderId);
      await expect(follows(made)).rejects.toThrow(refusal('order_not_found'));
    });

    test('R-9.3 cancels pieces and then all before the parcel is packed, and the money comes back', async () => {
      const order = await bought(3);
      await shop.pays(order);
      await shop.carry();
      const [line] = (await follows(order.link)).lines;
      await cancels(order.link, [{ lineId: line!.id, quantity: 1 }]);
      expect((await follows(order.link)).lines).toMatchObject([{ gone_quantity: 1 }]);
      await cancels(order.link);
      await shop.carry();
      const seen = await follows(order.link);
      expect([seen.state, seen.steps.at(-1)!.made_by]).toEqual(['cancelled_by_customer', 'shopper']);
      expect(BigInt(await shop.refunded(order))).toBe(order.placed.total_paise);
      await expect(cancels(order.link)).rejects.toThrow(refusal('illegal_transition'));
    });

    test('SM-4 shows a photo, asks to send delivered goods back and sends them herself; on the way to her nothing can be cancelled', async () => {
      const order = await bought(1);
      await shop.pays(order);
      await shop.carry();
      await shop.accepts(order);
      await shop.carry();
      await shop.dispatches(order);
      await shop.carry();
      await expect(cancels(order.link)).rejects.toThrow(refusal('illegal_transition'));
      const arrives = (id: string) => shop.app.get(ConfirmReceipt).run({ kind: 'order', id });
      await shop.app.as(anonymousActor, () => follow().as(order.link, async (id) => void (await arrives(id))));
      await shop.carry();
      const [line] = (await follows(order.link)).lines;
      const asked = {
        lines: [{ lineId: line!.id, quantity: 1 }],
        reason: 'defect' as const,
        note: 'The weave is torn',
      };
      const does = (act: (orderId: string) => Promise<unknown>) =>
        shop.app.as(anonymousActor, () => follow().as(order.link, async (id) => void (await act(id))));
      const torn = await photo(20, 20);
      await does((id) => shop.app.get(AttachReturnPhoto).run(id, 'torn.jpg', torn));
      expect((await follows(order.link)).photos).toMatchObject([{ request_id: null, state: 'waiting' }]);
      await does((id) => shop.app.get(AskReturn).run(id, asked));
      expect(await follows(order.link)).toMatchObject({
        state: 'return_requested',
        returns: [{ status: 'open', parcel: null }],
      });
      await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
      await does((id) => shop.app.get(SendBack).run(id, { carrier: 'India Post', trackingNumber: 'EE123456789IN' }));
      const seen = await follows(order.link);
      expect(seen.returns).toMatchObject([
        { status: 'approved', parcel: { state: 'in_transit', courier: 'India Post' } },
      ]);
      const [request] = await shop.money.tx((tx) => shop.app.get(Returns).of(tx, order.orderId));
      expect(seen.returns).toEqual([request]);
      expect(seen.photos).toMatchObject([{ request_id: request!.id, buyer_id: order.shopper.personId }]);
      expect(await shop.money.tx((tx) => shop.app.get(ReturnPhotosQuery).of(tx, order.orderId, 'others'))).toEqual(
        seen.photos,
      );
    });
  });

  test('S-52 twenty checkouts wait for money at one door, however it is written; the next waits until one is over', async () => {
    const wall = ['12, Mill  Lane', '12 mill lane', '12-Mill Lane.'];
    const comes = async (i: number, street = wall[i % 3]!) => {
      const shopper = shop.shopper();
      return { shopper, placed: await shop.places(shopper, await shop.cart(shopper, [piece, 1]), { street }) };
    };
    const first = await comes(0);
    for (let i = 1; i < 19; i++) await comes(i);
    const outcomes = await Promise.allSettled([comes(19), comes(20), comes(21)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(comes(22)).rejects.toThrow(refusal('too_many_unpaid_there'));
    await comes(23, '13 Mill Lane');
    const [order] = first.placed.orders;
    await shop.app.as(first.shopper, () => shop.app.get(CancelOrder).run(order!.orderId));
    await comes(24);
    await expect(comes(25)).rejects.toThrow(refusal('too_many_unpaid_there'));
  });
});
