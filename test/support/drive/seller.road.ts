import { ListingLive } from '#catalogue';
import { CheckApplication, RejectSeller, RequestInformation, sellerStates } from '#sellers';
import { artisanPapers, type Maker } from '../../../libs/sellers/test/builders/makers.js';
import type { SellerWish, Workshop } from './driven.js';
import { road } from './road.js';

const row = ({ sellerId }: Maker) => ({ table: 'sellers.seller', id: sellerId });
/** The simulated bank says of such an account that it is closed. */
const closedAccount = artisanPapers({
  bank_account: { kind: 'bank_account', holder: 'Meena Devi', account: '30000009991', ifsc: 'SBIN0001234' },
});
const checks = ({ hands }: Workshop, { sellerId }: Maker) => hands.does(CheckApplication, { sellerId });

async function officer<T>({ goods: { make }, booted }: Workshop, maker: Maker, act: () => Promise<T>): Promise<T> {
  return booted.as(await make.officerOf(maker.district.slug), act);
}

async function handsIn({ goods: { make } }: Workshop, maker: Maker, papers: ReturnType<typeof artisanPapers>) {
  await make.withPapers(maker, papers);
  await make.submitted(maker);
}

export const sellerRoad = road<Maker, SellerWish>()({
  machine: sellerStates,
  row,
  async begin({ goods: { make } }, wish) {
    await make.officerOf(wish.slug ?? 'bhagalpur'); // an application needs a desk to go to
    return make.applied(wish);
  },
  steps: {
    submit: (shop, maker, [next]) => handsIn(shop, maker, next === 'auto_check_fail' ? closedAccount : artisanPapers()),
    auto_checks_pass: checks,
    auto_check_fail: checks,
    request_info: (shop, maker) =>
      officer(shop, maker, () => shop.booted.get(RequestInformation).run(maker.sellerId, 'A clearer picture, please.')),
    resubmit: (shop, maker) => handsIn(shop, maker, artisanPapers()),
    lapse: ({ hands }, maker) => hands.strikes('sellers.settle-overdue', row(maker)),
    approve: ({ goods: { make } }, maker) => make.approved(maker),
    reject: (shop, maker) =>
      officer(shop, maker, () => shop.booted.get(RejectSeller).run(maker.sellerId, 'The card is another’s.')),
    async first_listing({ goods, hands }, maker) {
      await goods.live({}, maker);
      await hands.does(ListingLive, { sellerId: maker.sellerId });
    },
  },
  notYet: {
    restricted: 'evidence does not expire yet',
    moratorium: 'incidents are not built yet',
    suspended: 'incidents are not built yet',
    debarred: 'incidents are not built yet',
    closed: 'a seller cannot leave yet',
  },
});
