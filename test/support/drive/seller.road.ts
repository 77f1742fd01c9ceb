import { ListingLive } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { personActor } from '#platform/testing';
import { addDays, istDay } from '#platform/time';
import {
  CheckApplication,
  ClearMoratorium,
  CloseShop,
  DebarSeller,
  DecideRenewal,
  ImposeMoratorium,
  PaperDeskQuery,
  RejectSeller,
  RenewPaper,
  RequestInformation,
  sellerStates,
  SuspendSeller,
  type SellerState,
  type Severity,
} from '#sellers';
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

const licence = { kind: 'fssai', number: '20424001000123' } as const;
const grounds = { incident: 'INC-2027-00001', reason: 'Buyers say the silk is not silk.' };
/** Each act by another officer of the platform's incident desk. */
const incidentDesk = () => personActor({ label: 'incident desk' });

const today = async ({ hands }: Workshop): Promise<string> =>
  istDay((await hands.sees<{ now: Date }>('select platform.now() as now', [])).now);

const stateNow = async ({ hands }: Workshop, { sellerId }: Maker): Promise<SellerState> =>
  (await hands.sees<{ state: SellerState }>('select state from sellers.seller where id = $1', [sellerId])).state;

/** Reminders come before the end. */
async function papersAreWatchedUntil(shop: Workshop, maker: Maker, state: SellerState): Promise<void> {
  for (let looks = 0; looks < 9 && (await stateNow(shop, maker)) !== state; looks++)
    await shop.hands.strikes('sellers.watch-papers', { ...row(maker), due: 'watch_at' });
}

const suspended = (shop: Workshop, { sellerId }: Maker, severity: Severity): Promise<void> =>
  shop.booted.as(incidentDesk(), () => shop.booted.get(SuspendSeller).run(sellerId, severity, grounds));

/** A long one is looked at once more before it ends. */
async function suspensionEnds(shop: Workshop, maker: Maker): Promise<void> {
  for (let looks = 0; looks < 9 && (await stateNow(shop, maker)) === 'suspended'; looks++)
    await shop.hands.strikes('sellers.settle-overdue', row(maker));
}

export const sellerRoad = road<Maker, SellerWish>()({
  machine: sellerStates,
  row,
  async begin({ goods: { make } }, wish) {
    await make.officerOf(wish.slug ?? 'bhagalpur'); // an application needs a desk to go to
    return make.applied(wish);
  },
  steps: {
    async submit(shop, maker, ahead) {
      if (ahead[0] === 'auto_check_fail') return handsIn(shop, maker, closedAccount);
      const expiresOn = addDays(await today(shop), 3);
      const ends = ahead.includes('evidence_expires');
      return handsIn(shop, maker, artisanPapers(ends ? { fssai: { ...licence, expiresOn } } : {}));
    },
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
    evidence_expires: (shop, maker) => papersAreWatchedUntil(shop, maker, 'restricted'),
    async renew(shop, maker) {
      const expiresOn = addDays(await today(shop), 400);
      await shop.booted.as(maker.actor, () => shop.booted.get(RenewPaper).run({ ...licence, expiresOn }));
      await officer(shop, maker, async () => {
        const waiting = await shop.booted
          .get(UnitOfWork)
          .run((tx) => shop.booted.get(PaperDeskQuery).one(tx, maker.sellerId));
        await shop.booted.get(DecideRenewal).run(maker.sellerId, waiting.renewals[0]!.id, true, 'As the original.');
      });
    },
    moratorium: (shop, { sellerId }) =>
      shop.booted.as(incidentDesk(), () => shop.booted.get(ImposeMoratorium).run(sellerId, grounds)),
    cleared: (shop, { sellerId }) =>
      shop.booted.as(incidentDesk(), () => shop.booted.get(ClearMoratorium).run(sellerId, 'No fault was found.')),
    async suspend(shop, maker, [next]) {
      if (next !== 'debar') return suspended(shop, maker, 'serious');
      for (let time = 1; time < 3; time++) {
        await suspended(shop, maker, 'grave');
        await suspensionEnds(shop, maker);
      }
      return suspended(shop, maker, 'grave');
    },
    reinstate: suspensionEnds,
    debar: (shop, { sellerId }) =>
      shop.booted.as(incidentDesk(), () => shop.booted.get(DebarSeller).run(sellerId, 'For the third time.')),
    close: (shop, { actor }) => shop.booted.as(actor, () => shop.booted.get(CloseShop).run('I stop weaving.')),
  },
});
