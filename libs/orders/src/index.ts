import { OrdersKnowSinceWhen1795000071150 } from './data/migrations/1795000071150-orders-know-since-when.js';
import { WhatIsPaidIsPlaced1795000071160 } from './data/migrations/1795000071160-what-is-paid-is-placed.js';
import { OrdersGoInParts1795000122000 } from './data/migrations/1795000122000-orders-go-in-parts.js';
import { ReturnsAreAsTheyShouldBe1795000090455 } from './data/migrations/1795000090455-returns-are-as-they-should-be.js';
import { ReturnsArriveAndAreDecided1795000071060 } from './data/migrations/1795000071060-returns-arrive-and-are-decided.js';
import { ReturnsHavePhotos1795000071070 } from './data/migrations/1795000071070-returns-have-photos.js';
import { OrdersPaidAtTheDoor1795000071100 } from './data/migrations/1795000071100-orders-paid-at-the-door.js';
import { CartsAndOrders1795000070000 } from './data/migrations/1795000070000-carts-and-orders.js';
import { PiecesAreWrappedAsGifts1795000070100 } from './data/migrations/1795000070100-pieces-are-wrapped-as-gifts.js';
import { LinesKnowTheirTaxAndShares1795000070200 } from './data/migrations/1795000070200-lines-know-their-tax-and-shares.js';
import { GoodsComeBack1795000070700 } from './data/migrations/1795000070700-goods-come-back.js';
import { PiecesOfOrdersGo1795000070600 } from './data/migrations/1795000070600-pieces-of-orders-go.js';
import { AShopperHasOneOpenCart1795000070810 } from './data/migrations/1795000070810-a-shopper-has-one-open-cart.js';
import { CheckoutsKnowTheirDoor1795000070820 } from './data/migrations/1795000070820-checkouts-know-their-door.js';
import { GuestsHaveCarts1795000070800 } from './data/migrations/1795000070800-guests-have-carts.js';
import { ShoppersKeepAddresses1795000070900 } from './data/migrations/1795000070900-shoppers-keep-addresses.js';
import { GiftsCarryWords1795000070910 } from './data/migrations/1795000070910-gifts-carry-words.js';
import { LinesAreMadeToOrder1795000070920 } from './data/migrations/1795000070920-lines-are-made-to-order.js';
import { GoodsAreExchanged1795000070930 } from './data/migrations/1795000070930-goods-are-exchanged.js';
import { QuotesHoldReductions1795000070310 } from './data/migrations/1795000070310-quotes-hold-reductions.js';
import { OrdersWaitWhileABankAsks1795000071000 } from './data/migrations/1795000071000-orders-wait-while-a-bank-asks.js';
import { OrdersKnowTheirMakersStanding1795000071010 } from './data/migrations/1795000071010-orders-know-their-makers-standing.js';
import { OrdersKnowTheirStepsAndTerms1795000070500 } from './data/migrations/1795000070500-orders-know-their-steps-and-terms.js';
import { QuotesFreezeAPrice1795000070300 } from './data/migrations/1795000070300-quotes-freeze-a-price.js';

export { AlarmOrder } from './use-cases/alarm-order.js';
export { AlarmUnplaced } from './use-cases/alarm-unplaced.js';
export { OrdersWatch } from './data/orders-watch.js';
export { unplacedStates } from './domain/unplaced.js';
export { LateOrdersQuery, type LateOrder } from './data/late-orders.query.js';
export { OrdersModule } from './orders.module.js';
export { AddAddress } from './use-cases/add-address.js';
export { ChangeAddress } from './use-cases/change-address.js';
export { RemoveAddress } from './use-cases/remove-address.js';
export { Addresses, type Address } from './data/addresses.repository.js';
export type { SendTo } from './domain/address.js';
export { OpenCart } from './use-cases/open-cart.js';
export { OpenGuestCart } from './use-cases/open-guest-cart.js';
export { MergeCarts } from './use-cases/merge-carts.js';
export { mergeWhys, type MergedDifferently } from './domain/merge-lines.js';
export { FollowByLink } from './use-cases/follow-by-link.js';
export { order_link_length, OrderLinks } from './use-cases/order-links.js';
export type { FollowedOrder } from './data/followed-order.query.js';
export { ShownMakersQuery, type Shown } from './data/shown-makers.query.js';
export { breakUpOf, type BreakUp } from './domain/break-up.js';
export { ChangeLine } from './use-cases/change-line.js';
export { CollectRemittances } from './use-cases/collect-remittances.js';
export { PlaceOrder } from './use-cases/place-order.js';
export { PlaceQuote } from './use-cases/place-quote.js';
export { QuoteCart, type ShownQuote } from './use-cases/quote-cart.js';
export { ReturnReductions } from './use-cases/return-reductions.js';
export { ReviewCart, type ReviewedCart } from './use-cases/review-cart.js';
export type { PlacedCheckout } from './use-cases/write-checkout.js';
export { CheckoutTimelineQuery, type CheckoutStep } from './data/checkout-timeline.query.js';
export { CheckoutsQuery, type CheckoutView } from './data/checkouts.query.js';
export { Quotes, type Quote } from './data/quotes.repository.js';
export { lineTroubles } from './domain/checked-line.js';
export { freightOfOrder, taxOfOrder, type PricedOrder } from './domain/line-parts.js';
export type { ShipTo } from './domain/ship-to.js';
export { MarkPlaced } from './use-cases/mark-placed.js';
export { AcceptOrder } from './use-cases/accept-order.js';
export { DeclineOrder } from './use-cases/decline-order.js';
export { CancelOrder } from './use-cases/cancel-order.js';
export { AskReturn, type AskedReturn } from './use-cases/ask-return.js';
export { WithdrawReturn } from './use-cases/withdraw-return.js';
export { AnswerReturn } from './use-cases/answer-return.js';
export { ReceiveReturn } from './use-cases/receive-return.js';
export { AttachReturnPhoto } from './use-cases/attach-return-photo.js';
export { DestroyReturnPhoto } from './use-cases/destroy-return-photo.js';
export { PurgeReturnPhotos } from './use-cases/purge-return-photos.js';
export { RemoveReturnPhoto } from './use-cases/remove-return-photo.js';
export { ScanReturnPhoto } from './use-cases/scan-return-photo.js';
export { ReturnPhotosQuery } from './data/return-photos.query.js';
export { returnPhotos_max, type ReturnPhoto } from './data/return-photos.repository.js';
export { DestroyReturnPhotoJob, ScanReturnPhotoJob } from './domain/return-photo.jobs.js';
export { returnPhotoStates } from './domain/return-photo.js';
export { DecideReturn } from './use-cases/decide-return.js';
export { FollowReturn } from './use-cases/follow-return.js';
export { SendBack } from './use-cases/send-back.js';
export { SettleReturn } from './use-cases/settle-return.js';
export { PlanOrderShipment } from './use-cases/plan-order-shipment.js';
export { DivideOrder } from './use-cases/divide-order.js';
export { PackOrder } from './use-cases/pack-order.js';
export { CreditOrder } from './use-cases/credit-order.js';
export { PrintPacking } from './use-cases/print-packing.js';
export { ReadPacking } from './use-cases/read-packing.js';
export type { PackList, PickList } from './domain/packing.js';
export { pick_rows_max } from './data/packing.query.js';
export { ReadPapers } from './use-cases/read-papers.js';
export { ReadShipTo } from './use-cases/read-ship-to.js';
export { ShipToQuery } from './data/ship-to.query.js';
export { AnswerDispute } from './use-cases/answer-dispute.js';
export { DisputedOrdersQuery, type DeskOrder } from './data/disputed-orders.query.js';
export { DeskReturnsQuery, deskReturnStates, type DeskReturn } from './data/desk-returns.query.js';
export { FollowDispute } from './use-cases/follow-dispute.js';
export { FollowShipment } from './use-cases/follow-shipment.js';
export { LapseOrder } from './use-cases/lapse-order.js';
export { RefundOrder } from './use-cases/refund-order.js';
export { InviteBuyer } from './use-cases/invite-buyer.js';
export { PurgeCarts } from './use-cases/purge-carts.js';
export { PayMaker } from './use-cases/pay-maker.js';
export { OrdersQuery, type OrderView } from './data/orders.query.js';
export { OrderTimelineQuery, steps_max, type OrderStep } from './data/order-timeline.query.js';
export { DueOrdersQuery } from './data/due-orders.query.js';
export { Carts, type Cart } from './data/carts.repository.js';
export { gift_message_max } from './domain/gift.js';
export { cart_lines_max, cartStates } from './domain/cart.js';
export { returnWants } from './domain/exchange.js';
export { returnOutcomes, returnReasons, returnStatuses } from './domain/return-request.js';
export { Returns, returns_max, type ReturnRequest, type ShownReturn } from './data/returns.repository.js';
export { stepMakers } from './domain/step.js';
export { returnsAs } from './domain/return-terms.js';
export { holdReasons } from './domain/hold.js';
export { orderStates, type OrderState } from './domain/order.states.js';
export { changeKinds } from './domain/line-change.js';
export {
  OrderCancelled,
  OrderClosed,
  OrderConfirmed,
  OrderDelivered,
  OrderDivided,
  OrderExchanged,
  OrderHeld,
  OrderLinesGone,
  OrderPlaced,
  OrderWaits,
  OrderReleased,
  OrderReturnAnswered,
  OrderReturnArrived,
  OrderReturnAsked,
  OrderReturnDecided,
  OrderReturnLost,
  OrderReturnReceived,
  TakeRemittancesJob,
} from './domain/order.events.js';
export const ordersMigrations = [
  CartsAndOrders1795000070000,
  PiecesAreWrappedAsGifts1795000070100,
  LinesKnowTheirTaxAndShares1795000070200,
  QuotesFreezeAPrice1795000070300,
  QuotesHoldReductions1795000070310,
  OrdersKnowTheirStepsAndTerms1795000070500,
  PiecesOfOrdersGo1795000070600,
  GoodsComeBack1795000070700,
  GuestsHaveCarts1795000070800,
  AShopperHasOneOpenCart1795000070810,
  CheckoutsKnowTheirDoor1795000070820,
  ShoppersKeepAddresses1795000070900,
  GiftsCarryWords1795000070910,
  LinesAreMadeToOrder1795000070920,
  GoodsAreExchanged1795000070930,
  OrdersWaitWhileABankAsks1795000071000,
  OrdersKnowTheirMakersStanding1795000071010,
  ReturnsArriveAndAreDecided1795000071060,
  ReturnsHavePhotos1795000071070,
  OrdersPaidAtTheDoor1795000071100,
  OrdersKnowSinceWhen1795000071150,
  WhatIsPaidIsPlaced1795000071160,
  ReturnsAreAsTheyShouldBe1795000090455,
  OrdersGoInParts1795000122000,
];
