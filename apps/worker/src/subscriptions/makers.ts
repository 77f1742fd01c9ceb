import { FollowMakers, ShelveGoods, WithdrawReview, WaitForStock } from '#catalogue';
import {
  ContactChanged,
  ContactConfirmed,
  DelegationEnded,
  DelegationGiven,
  ErasureAsked,
  MemberInvited,
  PasswordChanged,
  PasswordGuessed,
  PersonErased,
  SecondFactorRemoved,
  SessionRevoked,
  StaffLooked,
} from '#identity';
import { WithdrawComplaint } from '#grievances';
import { AddressStopped, ForgetReader, MessagesWait, StopAddress } from '#notifications';
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
import { RemoveAddress } from '#orders';
import { RunPayouts } from '#payments';
import { AppealIncident } from '#procurement';
import { type Subscription, call, when } from '#platform/queue';
import {
  SellerEscalated,
  FollowDistrict,
  FollowEntry,
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
import { tellPeople, endShop, foodFollows, shelveMaker, shelveEntry } from './reactions.js';

/** News of people, of districts and products of the register, and of makers. */
export const newsOfMakers: readonly Subscription[] = [
  // People
  when(PasswordChanged, tellPeople),
  when(PasswordGuessed, tellPeople),
  when(SessionRevoked, tellPeople),
  when(ContactChanged, tellPeople),
  when(ContactConfirmed, {
    'messages go there again': call(StopAddress, (stop, e) => stop.lift(e.personId, e.kind)),
  }),
  when(AddressStopped, tellPeople),
  when(MessagesWait, tellPeople),
  when(SecondFactorRemoved, tellPeople),
  when(StaffLooked, tellPeople),
  when(ErasureAsked, tellPeople),
  when(MemberInvited, tellPeople),
  when(DelegationGiven, tellPeople),
  when(DelegationEnded, tellPeople),
  when(PersonErased, {
    'forget where they live': call(RemoveAddress, (addresses, e) => addresses.forget(e.personId)),
    'forget what they waited for': call(WaitForStock, (wait, e) => wait.forget(e.personId)),
    'forget where their messages went': call(ForgetReader, (forget, e) => forget.run(e.personId)),
    'forget what they said of goods': call(WithdrawReview, (withdraw, e) => withdraw.forget(e.personId)),
    'nobody waits for an answer': call(WithdrawComplaint, (withdraw, e) => withdraw.forget(e.personId)),
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
  // Makers before their reviewers, and what becomes of their shops
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
  when(shopNews.appealed, {
    ...tellPeople,
    'the incident waits for it': call(AppealIncident, async (appeal, news) => {
      if (news.incident !== undefined) await appeal.follow(news.incident);
    }),
  }),
  when(shopNews.appealDecided, {
    'the incident ends': call(AppealIncident, (appeal, news) => appeal.followDecision(news.incident, news.isAllowed)),
  }),
  when(shopNews.appealRefused, tellPeople),
  when(SellerEscalated, tellPeople),
  when(shopNews.payoutAccountConfirmed, tellPeople),
  when(shopNews.payoutAccountRefused, tellPeople),
  when(shopNews.debarred, { ...tellPeople, ...endShop, ...shelveMaker }),
  when(shopNews.closed, {
    ...tellPeople,
    ...endShop,
    ...shelveMaker,
    'what is still owed to her is paid': call(RunPayouts, (runs, e) => runs.last(e.sellerId)),
  }),
];
