import {
  BlockAppealed,
  CategoryRenamed,
  BlockAppealRefused,
  FollowLicence,
  FollowMakers,
  IpRepeated,
  ListingBlocked,
  ListingChangeApproved,
  ListingChangeAsked,
  ListingChangeEscalated,
  ListingChangeReturned,
  ListingHidden,
  ListingLive,
  ListingDraftedFor,
  ListingReturned,
  PictureBroken,
  ListingSubmitted,
  ReportDismissed,
  ReportEscalated,
  ReportMade,
  ReportUpheld,
  ListingChanged,
  ListingPaused,
  ListingRestocked,
  ListingResumed,
  ListingRetired,
  ListingSoldOut,
  RatingChanged,
  ReviewAnswered,
  ReviewAnswerRefused,
  ReviewCaseEscalated,
  ReviewCaseMade,
  ReviewInvited,
  ReviewPublished,
  ReviewRefused,
  ReviewReportDecided,
  ShelveGoods,
  StockTurned,
  WithdrawReview,
  BackInStock,
  LowStock,
  ListingPaired,
  PairingEnded,
  TellWaiting,
  WaitForStock,
  WishMet,
} from '#catalogue';
import { ShipmentDelivered, ShipmentDispatched, ShipmentFailed } from '#fulfilment';
import {
  ContactChanged,
  DelegationEnded,
  DelegationGiven,
  EndRolesOf,
  ErasureAsked,
  MemberInvited,
  PasswordChanged,
  PasswordGuessed,
  PersonErased,
  SecondFactorRemoved,
  SessionRevoked,
  StaffLooked,
} from '#identity';
import { Compose, ForgetReader } from '#notifications';
import {
  DistrictChanged,
  EntryHandedOn,
  EntryLive,
  GiFlagCorrected,
  EntryOverdue,
  EntryRetired,
  EntrySuspended,
  WithdrawalAsked,
} from '#odop';
import {
  FollowShipment,
  InviteBuyer,
  LapseOrder,
  MarkPlaced,
  OrderCancelled,
  OrderClosed,
  OrderConfirmed,
  OrderDelivered,
  OrderLinesGone,
  OrderPlaced,
  OrderReturnAnswered,
  OrderReturnAsked,
  OrderReturnReceived,
  PayMaker,
  PlanOrderShipment,
  RefundOrder,
  ReturnReductions,
  SettleReturn,
} from '#orders';
import {
  DifferencesFound,
  ClawedBack,
  DisputeWon,
  PaymentCaptured,
  PaymentFailed,
  PaymentRefunded,
  PayoutFailed,
  PayoutPaid,
  PayoutReturned,
  PayoutsHeld,
} from '#payments';
import type { EventOf } from '#platform/kernel';
import { call, when, type Subscription } from '#platform/queue';
import {
  BillPaid,
  ContractAccepted,
  ContractDeclined,
  ContractIssued,
  ContractLapsed,
  DemandApproved,
  FollowContractShipment,
  FundsRefused,
  GoodsJudged,
  GoodsReceived,
  PlanContractShipment,
  ReopenDemand,
} from '#procurement';
import {
  SellerEscalated,
  ActivateSeller,
  FollowDistrict,
  FollowEntry,
  ForgetPapers,
  PayoutAccountChanged,
  PreferenceProved,
  SellerLapsed,
  SellerNeedsCorrection,
  SellerRegistersSilent,
  SellerRejected,
  SellerSubmitted,
  SellerUnderReview,
  SellerVerified,
  SellersMoved,
  shopNews,
} from '#sellers';
import { ifCause } from './if-cause.js';

/** Those whom it concerns hear of it: who, and in which words, stands in libs/notifications. */
const tellPeople = {
  'tell people': call(Compose, (compose: Compose, _e: unknown, news: EventOf<unknown>) => compose.run(news)),
};

/** A seller came to an end: nobody acts for her any more, and what was never needed is forgotten. */
const endShop = {
  'nobody acts for an ended shop': call(EndRolesOf, (end: EndRolesOf, e: { sellerId: string }) => end.run(e.sellerId)),
  'forget papers that came to nothing': call(ForgetPapers, (forget: ForgetPapers, e: { sellerId: string }) =>
    forget.run(e.sellerId),
  ),
};

/** Food is in the shop only while its maker has a licence. */
const foodFollows = {
  'food follows the licence of its maker': call(FollowLicence, (follow: FollowLicence, e: { sellerId: string }) =>
    follow.run(e.sellerId),
  ),
};
/** Lists and searches show what the catalogue says. */
const shelve = {
  'the shelf shows it': call(ShelveGoods, (goods: ShelveGoods, e: { listingId: string }) => goods.run(e.listingId)),
};
const tellWaiting = {
  'who waited for it is told': call(TellWaiting, (tell: TellWaiting, e: { listingId: string }) =>
    tell.run(e.listingId),
  ),
};
const shelveMaker = {
  'the shelf follows the maker': call(ShelveGoods, (goods: ShelveGoods, e: { sellerId: string }) =>
    goods.ofMaker(e.sellerId),
  ),
};
const shelveEntry = {
  'the shelf follows the product': call(ShelveGoods, (goods: ShelveGoods, e: { entryId: string }) =>
    goods.ofEntry(e.entryId),
  ),
};
/**
 * News → what follows. The whole choreography between the modules is this table; a reaction calls one use-case, in one
 * transaction, once per piece of news. The words name the reaction and stay as they are once in use.
 */
export const subscriptions: readonly Subscription[] = [
  // People
  when(PasswordChanged, tellPeople),
  when(PasswordGuessed, tellPeople),
  when(SessionRevoked, tellPeople),
  when(ContactChanged, tellPeople),
  when(SecondFactorRemoved, tellPeople),
  when(StaffLooked, tellPeople),
  when(ErasureAsked, tellPeople),
  when(MemberInvited, tellPeople),
  when(DelegationGiven, tellPeople),
  when(DelegationEnded, tellPeople),
  when(PersonErased, {
    'forget what they waited for': call(WaitForStock, (wait, e) => wait.forget(e.personId)),
    'forget where their messages went': call(ForgetReader, (forget, e) => forget.run(e.personId)),
    'forget what they said of goods': call(WithdrawReview, (withdraw, e) => withdraw.forget(e.personId)),
  }),
  // Districts that are divided or merged
  when(DistrictChanged, {
    'makers belong where their PIN code lies': call(FollowDistrict, (follow, e) =>
      follow.run(e.districtId, e.successorIds),
    ),
    'the shelf follows the district': call(ShelveGoods, (goods, e) => goods.ofDistrict(e.districtId)),
  }),
  when(SellersMoved, {
    'goods belong to the district of their maker': call(FollowMakers, (follow, e) =>
      follow.run(e.fromDistrictId, e.toDistrictIds),
    ),
  }),
  // Products of the register
  when(EntryHandedOn, tellPeople),
  when(EntryOverdue, tellPeople),
  when(WithdrawalAsked, tellPeople),
  when(EntrySuspended, { ...tellPeople, ...shelveEntry }),
  when(EntryLive, shelveEntry),
  when(GiFlagCorrected, shelveEntry),
  when(EntryRetired, {
    ...tellPeople,
    ...shelveEntry,
    'makers go on with the next version': call(FollowEntry, (follow, e) =>
      e.successorId === null ? Promise.resolve() : follow.run(e.entryId, e.successorId),
    ),
  }),
  // Makers and goods before their reviewers
  when(SellerSubmitted, tellPeople),
  when(SellerUnderReview, tellPeople),
  when(SellerNeedsCorrection, tellPeople),
  when(SellerRegistersSilent, tellPeople),
  when(SellerVerified, { ...tellPeople, ...shelveMaker }),
  when(SellerRejected, { ...tellPeople, ...endShop, ...shelveMaker }),
  when(SellerLapsed, { ...tellPeople, ...endShop, ...shelveMaker }),
  when(PayoutAccountChanged, tellPeople),
  when(PreferenceProved, shelveMaker),
  when(shopNews.restricted, { ...tellPeople, ...foodFollows, ...shelveMaker }),
  when(shopNews.renewed, { ...tellPeople, ...foodFollows, ...shelveMaker }),
  when(shopNews.paperEnding, tellPeople),
  when(shopNews.giRightEnding, tellPeople),
  when(shopNews.renewalHandedIn, tellPeople),
  when(shopNews.renewalRefused, tellPeople),
  when(shopNews.warned, tellPeople),
  when(shopNews.inMoratorium, { ...tellPeople, ...shelveMaker }),
  when(shopNews.cleared, { ...tellPeople, ...shelveMaker }),
  when(shopNews.suspended, { ...tellPeople, ...shelveMaker }),
  when(shopNews.reinstated, { ...tellPeople, ...shelveMaker }),
  when(shopNews.measureLasts, tellPeople),
  when(shopNews.appealed, tellPeople),
  when(shopNews.appealRefused, tellPeople),
  when(SellerEscalated, tellPeople),
  when(shopNews.payoutAccountConfirmed, tellPeople),
  when(shopNews.payoutAccountRefused, tellPeople),
  when(shopNews.debarred, { ...tellPeople, ...endShop, ...shelveMaker }),
  when(shopNews.closed, { ...tellPeople, ...endShop, ...shelveMaker }),
  when(ListingSubmitted, tellPeople),
  when(ListingLive, {
    ...tellPeople,
    ...shelve,
    ...tellWaiting,
    'the first goods make their seller active': call(ActivateSeller, (activate, e) => activate.run(e.sellerId)),
  }),
  when(ListingDraftedFor, tellPeople),
  when(ListingReturned, tellPeople),
  when(PictureBroken, tellPeople),
  when(ListingChangeAsked, tellPeople),
  when(ListingChangeEscalated, tellPeople),
  when(ListingChangeApproved, tellPeople),
  when(ListingChangeReturned, tellPeople),
  when(ListingHidden, { ...tellPeople, ...shelve }),
  when(ReportMade, tellPeople),
  when(ReportEscalated, tellPeople),
  when(ReportUpheld, tellPeople),
  when(ReportDismissed, tellPeople),
  when(ListingBlocked, { ...tellPeople, ...shelve }),
  when(IpRepeated, tellPeople),
  when(BlockAppealed, tellPeople),
  when(BlockAppealRefused, tellPeople),
  when(CategoryRenamed, {
    'the shelf follows the category': call(ShelveGoods, (goods, e) => goods.ofCategory(e.categoryId)),
  }),
  when(ListingSoldOut, shelve),
  when(ListingRestocked, { ...shelve, ...tellWaiting }),
  when(ListingChanged, shelve),
  when(ListingPaused, shelve),
  when(ListingResumed, { ...shelve, ...tellWaiting }),
  when(ListingRetired, shelve),
  when(StockTurned, shelve),
  when(ListingPaired, tellPeople),
  when(PairingEnded, tellPeople),
  when(BackInStock, tellWaiting),
  when(WishMet, tellPeople),
  when(LowStock, tellPeople),
  // What buyers say of goods
  when(ReviewInvited, tellPeople),
  when(ReviewPublished, tellPeople),
  when(ReviewRefused, tellPeople),
  when(ReviewAnswered, tellPeople),
  when(ReviewAnswerRefused, tellPeople),
  when(ReviewCaseMade, tellPeople),
  when(ReviewCaseEscalated, tellPeople),
  when(ReviewReportDecided, tellPeople),
  when(RatingChanged, shelve),
  // A retail order
  when(PaymentCaptured, {
    'place the orders that were paid': call(MarkPlaced, (markPlaced, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => markPlaced.run(checkoutId)),
    ),
  }),
  when(PaymentFailed, {
    'let go what nobody can pay any more': call(LapseOrder, (lapseOrder, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => lapseOrder.unpaid(checkoutId)),
    ),
  }),
  when(OrderPlaced, tellPeople),
  when(OrderConfirmed, {
    ...tellPeople,
    'plan the parcel': call(PlanOrderShipment, (plan, news) => plan.run(news.orderId)),
  }),
  when(OrderCancelled, {
    ...tellPeople,
    'give the money back': call(RefundOrder, (refund, news) => refund.run(news)),
    'give reductions back': call(ReturnReductions, (giveBack, news) => giveBack.run(news.checkoutId)),
  }),
  when(OrderLinesGone, {
    ...tellPeople,
    'give the money for the pieces back': call(RefundOrder, (refund, news) => refund.ofChange(news)),
  }),
  when(OrderDelivered, {
    ...tellPeople,
    'ask what they think of the goods': call(InviteBuyer, (invite, news) => invite.run(news.orderId)),
  }),
  when(OrderReturnAsked, tellPeople),
  when(OrderReturnAnswered, tellPeople),
  when(OrderReturnReceived, {
    'refund what came back': call(SettleReturn, (settle, news) => settle.run(news.orderId)),
  }),
  when(PaymentRefunded, tellPeople),
  when(OrderClosed, {
    'pay the maker': call(PayMaker, (payMaker, news) => payMaker.run(news.orderId)),
  }),
  when(DisputeWon, {
    'pay the makers who waited': call(PayMaker, (payMaker, news) =>
      ifCause(news.cause, 'checkout', (checkoutId) => payMaker.ofCheckout(checkoutId)),
    ),
  }),
  when(PayoutPaid, tellPeople),
  when(PayoutFailed, tellPeople),
  when(DifferencesFound, tellPeople),
  when(PayoutReturned, tellPeople),
  when(PayoutsHeld, tellPeople),
  when(ClawedBack, tellPeople),
  // A public purchase
  when(DemandApproved, tellPeople),
  when(FundsRefused, tellPeople),
  when(ContractIssued, tellPeople),
  when(ContractAccepted, {
    ...tellPeople,
    'plan the parcel': call(PlanContractShipment, (plan, news) => plan.run(news.contractId)),
  }),
  when(ContractDeclined, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
  }),
  when(ContractLapsed, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
  }),
  when(GoodsReceived, tellPeople),
  when(GoodsJudged, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
  }),
  when(BillPaid, tellPeople),
  // Parcels of both
  when(ShipmentDispatched, {
    ...tellPeople,
    'the order is on its way': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.dispatched(orderId)),
    ),
    'the contract is on its way': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.dispatched(contractId)),
    ),
  }),
  when(ShipmentDelivered, {
    ...tellPeople,
    'the order has arrived': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.delivered(orderId)),
    ),
    'the consignee’s clock starts': call(FollowContractShipment, (follow, news) =>
      ifCause(news.cause, 'contract', (contractId) => follow.delivered(contractId, news.shipmentId, new Date(news.at))),
    ),
  }),
  when(ShipmentFailed, {
    'the order did not arrive': call(FollowShipment, (follow, news) =>
      ifCause(news.cause, 'order', (orderId) => follow.failed(orderId, news.state)),
    ),
  }),
];
