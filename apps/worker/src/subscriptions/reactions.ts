import { FollowLicence, ShelveGoods, TellWaiting } from '#catalogue';
import { EndRolesOf } from '#identity';
import { Compose } from '#notifications';
import type { EventOf } from '#platform/kernel';
import { call } from '#platform/queue';
import { ForgetPapers } from '#sellers';

/** Those whom it concerns hear of it: who, and in which words, stands in libs/notifications. */
export const tellPeople = {
  'tell people': call(Compose, (compose: Compose, _e: unknown, news: EventOf<unknown>) => compose.run(news)),
};

/** A seller came to an end: nobody acts for her any more, and what was never needed is forgotten. */
export const endShop = {
  'nobody acts for an ended shop': call(EndRolesOf, (end: EndRolesOf, e: { sellerId: string }) => end.run(e.sellerId)),
  'forget papers that came to nothing': call(ForgetPapers, (forget: ForgetPapers, e: { sellerId: string }) =>
    forget.run(e.sellerId),
  ),
};

/** Food is in the shop only while its maker has a licence. */
export const foodFollows = {
  'food follows the licence of its maker': call(FollowLicence, (follow: FollowLicence, e: { sellerId: string }) =>
    follow.run(e.sellerId),
  ),
};

/** Lists and searches show what the catalogue says. */
export const shelve = {
  'the shelf shows it': call(ShelveGoods, (goods: ShelveGoods, e: { listingId: string }) => goods.run(e.listingId)),
};

/** Who waits for goods hears when they are there again. */
export const tellWaiting = {
  'who waited for it is told': call(TellWaiting, (tell: TellWaiting, e: { listingId: string }) =>
    tell.run(e.listingId),
  ),
};

/** What a maker may do shows on all her goods. */
export const shelveMaker = {
  'the shelf follows the maker': call(ShelveGoods, (goods: ShelveGoods, e: { sellerId: string }) =>
    goods.ofMaker(e.sellerId),
  ),
};

/** What becomes of a product of the register shows on all goods tied to it. */
export const shelveEntry = {
  'the shelf follows the product': call(ShelveGoods, (goods: ShelveGoods, e: { entryId: string }) =>
    goods.ofEntry(e.entryId),
  ),
};
