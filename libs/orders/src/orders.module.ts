import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { OdopModule } from '#odop';
import { PaymentsModule } from '#payments';
import { CryptoModule } from '#platform/crypto';
import { FilesModule } from '#platform/files';
import { PrintModule } from '#platform/print';
import { PolicyModule } from '#policy';
import { PromotionsModule } from '#promotions';
import { SellersModule } from '#sellers';
import { TaxModule } from '#tax';
import { AddressEntity } from './data/address.entity.js';
import { Addresses } from './data/addresses.repository.js';
import { CheckoutTimelineQuery } from './data/checkout-timeline.query.js';
import { CheckoutsQuery } from './data/checkouts.query.js';
import { BilledLinesQuery } from './data/billed-lines.query.js';
import { Carts } from './data/carts.repository.js';
import { DisputedOrdersQuery } from './data/disputed-orders.query.js';
import { DeskReturnsQuery } from './data/desk-returns.query.js';
import { DueOrdersQuery } from './data/due-orders.query.js';
import { LateOrdersQuery } from './data/late-orders.query.js';
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
import { ReturnPhotoEntity } from './data/return-photo.entity.js';
import { ReturnPhotosQuery } from './data/return-photos.query.js';
import { ReturnPhotos } from './data/return-photos.repository.js';
import { Returns } from './data/returns.repository.js';
import { LineChanges } from './data/line-changes.repository.js';
import { OpenOrdersQuery } from './data/open-orders.query.js';
import { PackingQuery } from './data/packing.query.js';
import { KeptQuery } from './data/kept.query.js';
import { OrderTimelineQuery } from './data/order-timeline.query.js';
import { OrderDoorsQuery } from './data/order-doors.query.js';
import { OrderPapersQuery } from './data/order-papers.query.js';
import { ShipToQuery } from './data/ship-to.query.js';
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
import { CarryOver } from './use-cases/carry-over.js';
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
import { AlarmUnplaced } from './use-cases/alarm-unplaced.js';
import { OrdersWatch } from './data/orders-watch.js';
import { UnplacedOrdersQuery } from './data/unplaced-orders.query.js';
import { PlanCheckout } from './use-cases/plan-checkout.js';
import { QuoteCart } from './use-cases/quote-cart.js';
import { ReturnReductions } from './use-cases/return-reductions.js';
import { ReviewCart } from './use-cases/review-cart.js';
import { CarriageBack } from './use-cases/carriage-back.js';
import { RedeemerOf } from './use-cases/redeemer-of.js';
import { WaysToPay } from './use-cases/ways-to-pay.js';
import { WriteCheckout } from './use-cases/write-checkout.js';
import { PriceOrders } from './use-cases/price-orders.js';
import { RefundOrder } from './use-cases/refund-order.js';
import { PlanOrderShipment } from './use-cases/plan-order-shipment.js';
import { BillOrder } from './use-cases/bill-order.js';
import { CreditOrder } from './use-cases/credit-order.js';
import { DivideOrder } from './use-cases/divide-order.js';
import { PackOrder } from './use-cases/pack-order.js';
import { PrintPacking } from './use-cases/print-packing.js';
import { ReadPacking } from './use-cases/read-packing.js';
import { ReadPapers } from './use-cases/read-papers.js';
import { ReadShipTo } from './use-cases/read-ship-to.js';
import { TakeOut } from './use-cases/take-out.js';
import { AttachReturnPhoto } from './use-cases/attach-return-photo.js';
import { DestroyReturnPhoto } from './use-cases/destroy-return-photo.js';
import { PurgeReturnPhotos } from './use-cases/purge-return-photos.js';
import { RemoveReturnPhoto } from './use-cases/remove-return-photo.js';
import { ScanReturnPhoto } from './use-cases/scan-return-photo.js';
import { AskReturn } from './use-cases/ask-return.js';
import { WithdrawReturn } from './use-cases/withdraw-return.js';
import { AnswerReturn } from './use-cases/answer-return.js';
import { DecideReturn } from './use-cases/decide-return.js';
import { FetchReturn } from './use-cases/fetch-return.js';
import { FollowReturn } from './use-cases/follow-return.js';
import { SendBack } from './use-cases/send-back.js';
import { ReceiveReturn } from './use-cases/receive-return.js';
import { SettleReturn } from './use-cases/settle-return.js';

const verbs = [
  AlarmOrder,
  AlarmUnplaced,
  AddAddress,
  ChangeAddress,
  RemoveAddress,
  AskReturn,
  WithdrawReturn,
  AnswerReturn,
  ReceiveReturn,
  DecideReturn,
  FollowReturn,
  SendBack,
  AttachReturnPhoto,
  RemoveReturnPhoto,
  ScanReturnPhoto,
  DestroyReturnPhoto,
  PurgeReturnPhotos,
  SettleReturn,
  OpenCart,
  OpenGuestCart,
  MergeCarts,
  FollowByLink,
  ChangeLine,
  DivideOrder,
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
  ReadShipTo,
  PackOrder,
  CreditOrder,
  ReadPapers,
  ReadPacking,
  PrintPacking,
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
      ReturnPhotoEntity,
    ]),
    CryptoModule,
    FilesModule,
    PrintModule,
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
    RedeemerOf,
    CarriageBack,
    WaysToPay,
    WriteCheckout,
    DoorCap,
    OrderLinks,
    FollowedOrderQuery,
    ShownMakersQuery,
    Addresses,
    Quotes,
    CheckoutsQuery,
    CheckoutTimelineQuery,
    CallOff,
    CloseOrder,
    GiveBack,
    TakeOut,
    FetchReturn,
    PlanExchange,
    MakeExchange,
    CarryOver,
    ExchangeableQuery,
    LineChanges,
    Returns,
    ReturnPhotos,
    ReturnPhotosQuery,
    Carts,
    KeptQuery,
    BilledLinesQuery,
    BillOrder,
    Orders,
    OrdersQuery,
    OrderTimelineQuery,
    OpenOrdersQuery,
    PackingQuery,
    PaidOrdersQuery,
    OrderDoorsQuery,
    OrderPapersQuery,
    ShipToQuery,
    DisputedOrdersQuery,
    DeskReturnsQuery,
    DueOrdersQuery,
    LateOrdersQuery,
    UnplacedOrdersQuery,
    OrdersWatch,
  ],
  exports: [
    ...verbs,
    OrderLinks,
    OrdersWatch,
    Addresses,
    ShownMakersQuery,
    CheckoutsQuery,
    CheckoutTimelineQuery,
    Returns,
    ReturnPhotosQuery,
    DisputedOrdersQuery,
    DeskReturnsQuery,
    OrdersQuery,
    OrderTimelineQuery,
    ShipToQuery,
    DueOrdersQuery,
    LateOrdersQuery,
  ],
})
export class OrdersModule {}
