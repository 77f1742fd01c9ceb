import {
  PayoutAccountChanged,
  SellerLapsed,
  SellerNeedsCorrection,
  SellerRegistersSilent,
  SellerRejected,
  SellerSubmitted,
  SellerUnderReview,
  SellerVerified,
} from '#sellers';
import { about, districtOfficers, maker, makerOwner, type Desk } from './about.js';

const toMaker = async ({ sellerId }: { sellerId: string }, { tx, facts }: Desk) => ({
  maker: { to: maker(sellerId), values: { shop: (await facts.shop(tx, sellerId)).name } },
});

/** An application on its way: the applicant always knows where it stands, and the officer that it is her turn. */
export const aboutSellers = [
  about('sellers.submitted', SellerSubmitted, toMaker),
  about('sellers.under_review', SellerUnderReview, async ({ sellerId }, { tx, facts }) => {
    const { name, district_id } = await facts.shop(tx, sellerId);
    return { officer: { to: districtOfficers(district_id), values: { shop: name } } };
  }),
  about('sellers.needs_correction', SellerNeedsCorrection, toMaker),
  about('sellers.registers_silent', SellerRegistersSilent, toMaker),
  about('sellers.verified', SellerVerified, toMaker),
  about('sellers.rejected', SellerRejected, toMaker),
  about('sellers.lapsed', SellerLapsed, toMaker),
  about('sellers.payout_account_changed', PayoutAccountChanged, async (e, { tx, facts }, news) => ({
    maker: {
      to: makerOwner(e.sellerId),
      values: {
        shop: (await facts.shop(tx, e.sellerId)).name,
        at: news.at.toISOString(),
        rests_until: e.restsUntil,
      },
    },
  })),
];
