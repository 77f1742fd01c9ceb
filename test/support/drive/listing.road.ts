import {
  DecideReport,
  listingStates,
  PauseListing,
  ReportListing,
  ResumeListing,
  RetireListing,
  ReturnListing,
  SetStock,
} from '#catalogue';
import { personActor } from '#platform/testing';
import type { Goods, GoodsWish } from '../../../libs/catalogue/test/builders/goods.js';
import type { Workshop } from './driven.js';
import { road } from './road.js';

const counts = ({ booted }: Workshop, { offerId, maker }: Goods, pieces: number) =>
  booted.as(maker.actor, () => booted.get(SetStock).run(offerId, pieces));
const submits = ({ goods }: Workshop, one: Goods) => goods.submitted(one);

export const listingRoad = road<Goods, GoodsWish>()({
  machine: listingStates,
  row: ({ listingId }) => ({ table: 'catalogue.listing', id: listingId }),
  begin: async ({ goods }, wish) => goods.drafted(await goods.make.verified(), wish),
  steps: {
    submit: submits,
    resubmit: submits,
    approve: ({ goods }, one) => goods.approved(one),
    return: async ({ goods: { make }, booted }, { listingId, maker }) =>
      booted.as(await make.officerOf(maker.district.slug), () =>
        booted.get(ReturnListing).run(listingId, 'Another picture, please.'),
      ),
    pair: async ({ goods }, one) => goods.paired(await goods.make.verified(), one),
    sell_out: (shop, one) => counts(shop, one, 0),
    restock: (shop, one) => counts(shop, one, 5),
    block: async ({ goods: { make }, booted }, { listingId, maker }) => {
      const report = () => booted.get(ReportListing).run(listingId, 'not_as_described', 'It is not silk.');
      const { reportId } = await booted.as(personActor(), report);
      await booted.as(await make.officerOf(maker.district.slug), () =>
        booted.get(DecideReport).run(reportId, true, 'It is viscose.'),
      );
    },
    cure: submits,
    pause: ({ booted }, { listingId, maker }) => booted.as(maker.actor, () => booted.get(PauseListing).run(listingId)),
    resume: ({ booted }, { listingId, maker }) =>
      booted.as(maker.actor, () => booted.get(ResumeListing).run(listingId)),
    retire: ({ booted }, { listingId, maker }) =>
      booted.as(maker.actor, () => booted.get(RetireListing).run(listingId)),
  },
});
