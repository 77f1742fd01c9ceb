import { platformOrganisationId, type Role } from '#identity';
import {
  AppealRefused,
  MeasureLasts,
  PaperEnding,
  PayoutAccountConfirmed,
  PayoutAccountRefused,
  RenewalHandedIn,
  RenewalRefused,
  SellerAppealed,
  SellerCleared,
  SellerClosed,
  SellerDebarred,
  SellerEscalated,
  SellerInMoratorium,
  SellerReinstated,
  SellerRenewed,
  SellerRestricted,
  SellerSuspended,
  SellerWarned,
} from '#sellers';
import { about, districtOfficers, holders, maker, makerOwner, type Desk } from './about.js';

interface OfSeller {
  sellerId: string;
}
const reviewers: readonly Role[] = ['district_officer', 'state_officer', 'platform_reviewer'];

const shopOf = async ({ sellerId }: OfSeller, { tx, facts }: Desk) => (await facts.shop(tx, sellerId)).name;
const toMaker = async (e: OfSeller, desk: Desk) => ({
  maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk) } },
});
const toOwner = async (e: OfSeller, desk: Desk) => ({
  maker: { to: makerOwner(e.sellerId), values: { shop: await shopOf(e, desk) } },
});
/** An office that is not set up yet hears nothing. */
const toOffice = async (e: OfSeller & { deskId: string | null }, desk: Desk) =>
  e.deskId === null ? {} : { officer: { to: holders(e.deskId, reviewers), values: { shop: await shopOf(e, desk) } } };

/** The life of a shop after its approval: the maker always knows how it stands, and who has to act that it is her turn. */
export const aboutShops = [
  about('sellers.restricted', SellerRestricted, toMaker),
  about('sellers.renewed', SellerRenewed, toMaker),
  about('sellers.paper_ending', PaperEnding, async (e, desk) => ({
    maker: {
      to: maker(e.sellerId),
      values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}`, ends: e.endsOn },
    },
  })),
  about('sellers.renewal_handed_in', RenewalHandedIn, async (e, desk) => ({
    officer: { to: districtOfficers(e.districtId), values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}` } },
  })),
  about('sellers.renewal_refused', RenewalRefused, async (e, desk) => ({
    maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}` } },
  })),
  about('sellers.warned', SellerWarned, toMaker),
  about('sellers.moratorium', SellerInMoratorium, toMaker),
  about('sellers.cleared', SellerCleared, toMaker),
  about('sellers.suspended', SellerSuspended, async (e, desk) => ({
    maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk), until: e.until } },
  })),
  about('sellers.reinstated', SellerReinstated, toMaker),
  about('sellers.measure_lasts', MeasureLasts, async (e, desk) => ({
    officer: {
      to: holders(platformOrganisationId, ['conduct_officer']),
      values: { shop: await shopOf(e, desk) },
    },
  })),
  about('sellers.appealed', SellerAppealed, toOffice),
  about('sellers.appeal_refused', AppealRefused, toMaker),
  about('sellers.debarred', SellerDebarred, toMaker),
  about('sellers.closed', SellerClosed, toMaker),
  about('sellers.escalated', SellerEscalated, toOffice),
  about('sellers.payout_account_confirmed', PayoutAccountConfirmed, toOwner),
  about('sellers.payout_account_refused', PayoutAccountRefused, toOwner),
];
