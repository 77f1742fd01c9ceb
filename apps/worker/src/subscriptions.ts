import { ListingLive, ListingReturned, ListingSubmitted } from '#catalogue';
import { PasswordChanged, PersonErased } from '#identity';
import { Compose, ForgetReader } from '#notifications';
import type { EventOf } from '#platform/kernel';
import { call, when, type Subscription } from '#platform/queue';
import {
  SellerLapsed,
  SellerNeedsCorrection,
  SellerRejected,
  SellerSubmitted,
  SellerUnderReview,
  SellerVerified,
} from '#sellers';

/** Those whom it concerns hear of it: who, and in which words, stands in libs/notifications. */
const tellPeople = {
  'tell people': call(Compose, (compose: Compose, _e: unknown, news: EventOf<unknown>) => compose.run(news)),
};

/**
 * News → what follows. The whole choreography between the modules is this table; a reaction calls one use-case, in one
 * transaction, once per piece of news. The words name the reaction and stay as they are once in use.
 *
 * @example
 * when(PaymentCaptured, {
 *   'place the orders that were paid': call(MarkPlaced, (markPlaced, e) => markPlaced.run(e.cause.id)),
 * }),
 */
export const subscriptions: readonly Subscription[] = [
  when(PasswordChanged, tellPeople),
  when(PersonErased, {
    'forget where their messages went': call(ForgetReader, (forget, e) => forget.run(e.personId)),
  }),
  when(SellerSubmitted, tellPeople),
  when(SellerUnderReview, tellPeople),
  when(SellerNeedsCorrection, tellPeople),
  when(SellerVerified, tellPeople),
  when(SellerRejected, tellPeople),
  when(SellerLapsed, tellPeople),
  when(ListingSubmitted, tellPeople),
  when(ListingLive, tellPeople),
  when(ListingReturned, tellPeople),
];
