import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CourierSimulator, RegistriesSimulator } from '#platform/simulators';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { FreeHands } from '#catalogue';
import { assert, newId, type Actor, type Cause } from '#platform/kernel';
import {
  BookCourier,
  BookPickup,
  CallOffCourier,
  CallOffPickup,
  ChangeCash,
  ConfirmReceipt,
  Dispatch,
} from '#fulfilment';
import {
  CashRemitted,
  CollectCash,
  PaymentPromised,
  DisputeLost,
  DisputeOpened,
  DisputeWon,
  PaymentCaptured,
  PaymentFailed,
  PaymentsModule,
} from '#payments';
import {
  AcceptOrder,
  ChangeLine,
  CreditOrder,
  FollowDispute,
  FollowReturn,
  FollowShipment,
  LapseOrder,
  MarkPlaced,
  OpenCart,
  OrderCancelled,
  OrderClosed,
  OrderDelivered,
  OrderDivided,
  OrderConfirmed,
  OrderExchanged,
  OrderLinesGone,
  OrderReturnReceived,
  OrdersModule,
  OrdersQuery,
  PayMaker,
  PlaceOrder,
  PlanOrderShipment,
  RefundOrder,
  ReturnReductions,
  SettleReturn,
  type OrderState,
  type PlacedCheckout,
} from '../../src/index.js';
import { goods, type Goods, type GoodsWish } from '../../../catalogue/test/builders/goods.js';
import { stockOfOffer } from '../../../catalogue/test/builders/stock.js';
import type { Maker } from '../../../sellers/test/builders/makers.js';
import { intentOf, Money } from '../../../payments/test/builders/money.js';

const newsRow = z.object({ name: z.string(), payload: z.unknown() });
const numbers = z.object({ on_hand: z.number(), reserved: z.number() });
export const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '812001' };

let doors = 0;

/** An order of a test and those it concerns. */
export interface Placed {
  shopper: Actor;
  maker: Maker;
  piece: Goods;
  checkoutId: string;
  orderId: string;
  placed: PlacedCheckout;
}

const steps = ['pending_payment', 'placed', 'confirmed', 'shipped', 'delivered', 'completed'] as const;

/** The orders module with everything below it, between simulated companies; news is carried when a test says so. */
export class Shop {
  readonly money = new Money();
  readonly courier = new CourierSimulator();
  private readonly registries = new RegistriesSimulator();
  private readonly media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  goods!: ReturnType<typeof goods>;
  maker!: Maker;

  get app() {
    return this.money.app;
  }

  async open(): Promise<void> {
    await this.registries.start({ secretKey: 'sk_test_simulated' });
    await this.courier.start({
      secretKey: 'sk_test_courier',
      webhookSecret: 'whsec_c2VjcmV0',
      webhookUrl: 'http://127.0.0.1:9/',
      webhooks: 'when_told',
    });
    Object.assign(process.env, {
      REGISTRIES_URL: this.registries.url,
      COURIER_URL: this.courier.url,
      COURIER_KEY: 'sk_test_courier',
      COURIER_WEBHOOK_SECRETS: 'whsec_c2VjcmV0',
      STORAGE_URL: `file:${this.media}`,
    });
    await this.money.open([PaymentsModule, OrdersModule]);
    this.goods = goods(this.app);
    this.maker = await this.goods.make.verified();
  }

  async close(): Promise<void> {
    await this.registries.stop();
    await this.courier.stop();
    rmSync(this.media, { recursive: true, force: true });
    await this.money.close();
  }

  piece(wish: GoodsWish = {}, maker = this.maker): Promise<Goods> {
    return this.goods.live(wish, maker);
  }

  shopper(): Actor {
    return personActor({ label: 'shopper' });
  }

  /** A cart with pieces in it. */
  async cart(shopper: Actor, ...lines: (readonly [Goods, number])[]): Promise<string> {
    const { cartId } = await this.app.as(shopper, () => this.app.get(OpenCart).run());
    for (const [piece, quantity] of lines) await this.puts(shopper, cartId, piece.offerId, quantity);
    return cartId;
  }

  puts(shopper: Actor, cartId: string, offerId: string, quantity: number) {
    return this.app.as(shopper, () => this.app.get(ChangeLine).run(cartId, offerId, quantity));
  }

  places(shopper: Actor, cartId: string, change: Partial<typeof shipTo> = {}): Promise<PlacedCheckout> {
    return this.app.as(shopper, () =>
      this.app.get(PlaceOrder).run(cartId, { ...shipTo, street: `${(doors += 1)} Test Road`, ...change }),
    );
  }

  /** An order, unpaid. */
  async ordered(piece: Goods, quantity = 1, shopper = this.shopper()): Promise<Placed> {
    const placed = await this.places(shopper, await this.cart(shopper, [piece, quantity]));
    const orderId = placed.orders[0]!.orderId;
    return { shopper, maker: piece.maker, piece, checkoutId: placed.checkoutId, orderId, placed };
  }

  /** Drives an order through the real use-cases as far as a test needs it. */
  async order(state: (typeof steps)[number], piece: Goods, quantity = 1): Promise<Placed> {
    const order = await this.ordered(piece, quantity);
    for (const step of steps.slice(1, steps.indexOf(state) + 1)) await this.takes(order, step);
    assert((await this.stateOf(order)) === state, `the order is ${state}`);
    return order;
  }

  private async takes(order: Placed, to: (typeof steps)[number]): Promise<void> {
    switch (to) {
      case 'pending_payment':
        return;
      case 'placed':
        await this.pays(order);
        return this.carry();
      case 'confirmed':
        await this.accepts(order);
        return this.carry();
      case 'shipped':
        await this.dispatches(order);
        return this.carry();
      case 'delivered':
        await this.app.as(order.shopper, () => this.app.get(ConfirmReceipt).run({ kind: 'order', id: order.orderId }));
        return this.carry();
      case 'completed':
        await frozenClock.later(8 * 86_400);
        await this.lapses(order.orderId);
        return this.carry();
    }
  }

  /** The shopper pays, and the provider has told us. */
  async pays(order: Placed): Promise<void> {
    const intent = await this.opens(order);
    this.money.provider.pay(intent);
    await this.money.settle(intent);
  }

  async opens({ shopper, checkoutId: id }: Placed): Promise<string> {
    return intentOf(await this.money.starts({ cause: { kind: 'checkout', id }, payerId: shopper.personId! }));
  }

  accepts(
    order: Placed,
    by = order.maker.actor,
    kept?: readonly { lineId: string; quantity: number }[],
  ): Promise<void> {
    return this.app.as(by, () => this.app.get(AcceptOrder).run(order.orderId, kept));
  }

  dispatches(order: Placed) {
    const own = { carrier: 'India Post', trackingNumber: `EE${newId().slice(-9)}IN` };
    const cause = { kind: 'order', id: order.orderId } as const;
    return this.app.as(order.maker.actor, () => this.app.get(Dispatch).run(cause, own));
  }

  /** A parcel on its way arrives. */
  arrives(order: Placed): Promise<void> {
    return this.takes(order, 'delivered');
  }

  /** A parcel on its way arrives, and its time for returns goes by. */
  async finishes(order: Placed): Promise<void> {
    await this.takes(order, 'delivered');
    await this.takes(order, 'completed');
  }

  /** The lines of an order, as if other goods had been ordered. */
  async becomes({ orderId }: Placed, kind: 'food' | 'made_to_order'): Promise<void> {
    const sees = `set local odop.scope = 'system'`; // in the transaction that two statements make together
    await asOwner(`${sees}; update orders.order_line set returns_as = '${kind}' where order_id = '${orderId}'`);
  }

  lapses(orderId: string): Promise<void> {
    return this.app.asSystem(() => this.app.get(LapseOrder).run(orderId));
  }

  /**
   * Carries the news that waits to the orders module, each piece so often, as a killed worker would have it.
   * @param by  does one piece of it, once more if it must
   */
  async carry(times = 1, by = (work: () => Promise<void>) => work()): Promise<void> {
    for (;;) {
      const rows = newsRow.array().parse(await asOwner(`delete from platform.outbox returning name, payload`));
      if (rows.length === 0) return;
      for (const row of rows)
        for (let i = 0; i < times; i++) {
          await by(() => this.react(row.name, row.payload as never));
        }
    }
  }

  /** What apps/worker/src/subscriptions/orders.ts and handlers say of the orders' own road. */
  private async react(name: string, news: Record<string, never> & { cause: { kind: string; id: string } }) {
    const { app } = this;
    const orderId = news['orderId'] ?? news.cause?.id;
    const does: Record<string, () => Promise<unknown>> = {
      [PaymentCaptured.name]: () => app.get(MarkPlaced).run(news.cause.id),
      [PaymentPromised.name]: () => app.get(MarkPlaced).run(news.cause.id),
      [CashRemitted.name]: () => app.get(PayMaker).ofCash(news.cause.id),
      [OrderDelivered.name]: () =>
        app.get(CollectCash).run({ kind: 'order', id: orderId }, BigInt(news['cash_paise'] ?? 0)),
      [PaymentFailed.name]: () => app.get(LapseOrder).unpaid(news.cause.id),
      [DisputeOpened.name]: () => app.get(FollowDispute).run(news.cause.id),
      [DisputeLost.name]: () => this.disputeEnds(news.cause.id),
      [DisputeWon.name]: () => this.disputeEnds(news.cause.id),
      [OrderConfirmed.name]: () => app.get(PlanOrderShipment).run(orderId),
      [OrderCancelled.name]: async () => {
        await app.get(RefundOrder).run(news as never);
        await app.get(ReturnReductions).run(news['checkoutId']!);
        await app.get(CreditOrder).run(orderId);
      },
      [OrderLinesGone.name]: async () => {
        await app.get(RefundOrder).ofChange(news as never);
        await app.get(CreditOrder).run(orderId);
      },
      [OrderExchanged.name]: async () => {
        await app.get(RefundOrder).ofChange({ ...news, why: 'exchanged' } as never);
        await app.get(FollowDispute).run(news['checkoutId']!);
        await app.get(CreditOrder).run(orderId);
      },
      [OrderDivided.name]: async () => {
        await app.get(PlanOrderShipment).run(news['partOrderId']!);
        await app.get(FollowDispute).run(news['checkoutId']!);
      },
      [OrderReturnReceived.name]: () => app.get(SettleReturn).run(orderId),
      [OrderClosed.name]: () => app.get(PayMaker).run(orderId),
      'fulfilment.book-courier': () => app.get(BookCourier).run(news as never),
      'fulfilment.book-pickup': () => app.get(BookPickup).run(news as never),
      'fulfilment.call-off-courier': () => app.get(CallOffCourier).run(news as never),
      'fulfilment.call-off-pickup': () => app.get(CallOffPickup).run(news as never),
      'fulfilment.return_delivered': () => app.get(FollowReturn).arrived(orderId, news['returnId']!),
      'fulfilment.return_lost': () => app.get(FollowReturn).lost(orderId, news['returnId']!),
      'fulfilment.change-cash': () => app.get(ChangeCash).run(news as never),
      'fulfilment.dispatched': async () => {
        await app.get(FreeHands).run(news.cause as Cause);
        await app.get(FollowShipment).dispatched(orderId);
      },
      'fulfilment.taken_in': () => app.get(FollowShipment).takenIn(orderId),
      'fulfilment.delivered': () => app.get(FollowShipment).delivered(orderId),
      'fulfilment.failed': () => app.get(FollowShipment).failed(orderId, news['state']!),
    };
    const act = does[name];
    if (act) await app.asSystem(async () => void (await act()));
    else await this.money.job(name, news);
  }

  private async disputeEnds(checkoutId: string): Promise<void> {
    await this.app.get(FollowDispute).run(checkoutId);
    await this.app.get(PayMaker).ofCheckout(checkoutId);
  }

  async row(orderId: string) {
    return this.money.tx((tx) => this.app.get(OrdersQuery).byId(tx, orderId));
  }

  async stateOf({ orderId }: Pick<Placed, 'orderId'>): Promise<OrderState> {
    return (await this.row(orderId)).state;
  }

  async stock(piece: Goods): Promise<z.infer<typeof numbers>> {
    return (await this.money.tx((tx) => tx.maybe(numbers, stockOfOffer, [piece.offerId])))!;
  }

  /** What the shopper's bank has been sent back of a checkout, paise. */
  async refunded({ checkoutId }: Placed): Promise<number> {
    const sql = `select provider_id as intent from payments.payment where cause_id = $1`;
    const payment = await this.money.tx((tx) => tx.maybe(z.object({ intent: z.string() }), sql, [checkoutId]));
    const charge = this.money.provider.charges().find((one) => one.paymentIntentId === payment?.intent);
    return charge?.refunded_paise ?? 0;
  }
}
