import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { OdopModule } from '#odop';
import { PaymentsModule } from '#payments';
import { CryptoModule } from '#platform/crypto';
import { PolicyModule } from '#policy';
import { PromotionsModule } from '#promotions';
import { SellersModule } from '#sellers';
import { TaxModule } from '#tax';
import { AddressEntity } from './data/address.entity.js';
import { Addresses } from './data/addresses.repository.js';
import { CheckoutsQuery } from './data/checkouts.query.js';
import { Carts } from './data/carts.repository.js';
import { DisputedOrdersQuery } from './data/disputed-orders.query.js';
import { DueOrdersQuery } from './data/due-orders.query.js';
import {
  CartEntity,
  CartLineEntity,
  CheckoutEntity,
  OrderEntity,
  OrderLineEntity,
  OrderStepEntity,
} from './data/order.entity.js';
import { LineChangeEntity } from './data/line-change.entity.js';
import { ReturnLineEntity, ReturnRequestEntity } from './data/return.entity.js';
import { Returns } from './data/returns.repository.js';
import { LineChanges } from './data/line-changes.repository.js';
import { OpenOrdersQuery } from './data/open-orders.query.js';
import { KeptQuery } from './data/kept.query.js';
import { OrderTimelineQuery } from './data/order-timeline.query.js';
import { PaidOrdersQuery } from './data/paid-orders.query.js';
import { OrdersQuery } from './data/orders.query.js';
import { QuoteEntity } from './data/quote.entity.js';
import { Quotes } from './data/quotes.repository.js';
import { Orders } from './data/orders.repository.js';
import { AcceptOrder } from './use-cases/accept-order.js';
import { AddAddress } from './use-cases/add-address.js';
import { ChangeAddress } from './use-cases/change-address.js';
import { RemoveAddress } from './use-cases/remove-address.js';
import { AnswerDispute } from './use-cases/answer-dispute.js';
import { ExchangeableQuery } from './data/exchangeable.query.js';
import { MakeExchange } from './use-cases/make-exchange.js';
import { PlanExchange } from './use-cases/plan-exchange.js';
import { CallOff } from './use-cases/call-off.js';
import { CancelOrder } from './use-cases/cancel-order.js';
import { ChangeLine } from './use-cases/change-line.js';
import { CloseOrder } from './use-cases/close-order.js';
import { DeclineOrder } from './use-cases/decline-order.js';
import { FollowDispute } from './use-cases/follow-dispute.js';
import { FollowShipment } from './use-cases/follow-shipment.js';
import { GiveBack } from './use-cases/give-back.js';
import { InviteBuyer } from './use-cases/invite-buyer.js';
import { LapseOrder } from './use-cases/lapse-order.js';
import { MarkPlaced } from './use-cases/mark-placed.js';
import { MergeCarts } from './use-cases/merge-carts.js';
import { DoorCap } from './use-cases/door-cap.js';
import { FollowByLink } from './use-cases/follow-by-link.js';
import { OrderLinks } from './use-cases/order-links.js';
import { FollowedOrderQuery } from './data/followed-order.query.js';
import { ShownMakersQuery } from './data/shown-makers.query.js';
import { OpenGuestCart } from './use-cases/open-guest-cart.js';
import { OpenCart } from './use-cases/open-cart.js';
import { PayMaker } from './use-cases/pay-maker.js';
import { PurgeCarts } from './use-cases/purge-carts.js';
import { CollectRemittances } from './use-cases/collect-remittances.js';
import { PlaceOrder } from './use-cases/place-order.js';
import { PlaceQuote } from './use-cases/place-quote.js';
import { AlarmOrder } from './use-cases/alarm-order.js';
import { PlanCheckout } from './use-cases/plan-checkout.js';
import { QuoteCart } from './use-cases/quote-cart.js';
import { ReturnReductions } from './use-cases/return-reductions.js';
import { ReviewCart } from './use-cases/review-cart.js';
import { WriteCheckout } from './use-cases/write-checkout.js';
import { PriceOrders } from './use-cases/price-orders.js';
import { RefundOrder } from './use-cases/refund-order.js';
import { PlanOrderShipment } from './use-cases/plan-order-shipment.js';
import { TakeOut } from './use-cases/take-out.js';
import { AskReturn } from './use-cases/ask-return.js';
import { WithdrawReturn } from './use-cases/withdraw-return.js';
import { AnswerReturn } from './use-cases/answer-return.js';
import { ReceiveReturn } from './use-cases/receive-return.js';
import { SettleReturn } from './use-cases/settle-return.js';

const verbs = [
  AlarmOrder,
  AddAddress,
  ChangeAddress,
  RemoveAddress,
  AskReturn,
  WithdrawReturn,
  AnswerReturn,
  ReceiveReturn,
  SettleReturn,
  OpenCart,
  OpenGuestCart,
  MergeCarts,
  FollowByLink,
  ChangeLine,
  PlaceOrder,
  CollectRemittances,
  PlaceQuote,
  QuoteCart,
  ReturnReductions,
  ReviewCart,
  MarkPlaced,
  AcceptOrder,
  DeclineOrder,
  CancelOrder,
  PlanOrderShipment,
  FollowShipment,
  FollowDispute,
  AnswerDispute,
  LapseOrder,
  PayMaker,
  RefundOrder,
  InviteBuyer,
  PurgeCarts,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AddressEntity,
      CartEntity,
      CartLineEntity,
      CheckoutEntity,
      OrderEntity,
      OrderLineEntity,
      OrderStepEntity,
      LineChangeEntity,
      QuoteEntity,
      ReturnRequestEntity,
      ReturnLineEntity,
    ]),
    CryptoModule,
    IdentityModule,
    PolicyModule,
    OdopModule,
    SellersModule,
    CatalogueModule,
    PaymentsModule,
    FulfilmentModule,
    TaxModule,
    PromotionsModule,
  ],
  providers: [
    ...verbs,
    PlanCheckout,
    PriceOrders,
    WriteCheckout,
    DoorCap,
    OrderLinks,
    FollowedOrderQuery,
    ShownMakersQuery,
    Addresses,
    Quotes,
    CheckoutsQuery,
    CallOff,
    CloseOrder,
    GiveBack,
    TakeOut,
    PlanExchange,
    MakeExchange,
    ExchangeableQuery,
    LineChanges,
    Returns,
    Carts,
    KeptQuery,
    Orders,
    OrdersQuery,
    OrderTimelineQuery,
    OpenOrdersQuery,
    PaidOrdersQuery,
    DisputedOrdersQuery,
    DueOrdersQuery,
  ],
  exports: [
    ...verbs,
    Addresses,
    CheckoutsQuery,
    Returns,
    DisputedOrdersQuery,
    OrdersQuery,
    OrderTimelineQuery,
    DueOrdersQuery,
  ],
})
export class OrdersModule {}
