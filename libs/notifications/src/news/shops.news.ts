import { platformOrganisationId, type Role } from '#identity';
import { SellerEscalated, shopNews } from '#sellers';
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
  about('sellers.restricted', shopNews.restricted, toMaker),
  about('sellers.renewed', shopNews.renewed, toMaker),
  about('sellers.paper_ending', shopNews.paperEnding, async (e, desk) => ({
    maker: {
      to: maker(e.sellerId),
      values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}`, ends: e.endsOn },
    },
  })),
  about('sellers.gi_right_ending', shopNews.giRightEnding, async (e, desk) => ({
    maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk), gi: e.gi, ends: e.endsOn } },
  })),
  about('sellers.renewal_handed_in', shopNews.renewalHandedIn, async (e, desk) => ({
    officer: { to: districtOfficers(e.districtId), values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}` } },
  })),
  about('sellers.renewal_refused', shopNews.renewalRefused, async (e, desk) => ({
    maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk), paper: `paper_${e.kind}` } },
  })),
  about('sellers.warned', shopNews.warned, toMaker),
  about('sellers.moratorium', shopNews.inMoratorium, toMaker),
  about('sellers.cleared', shopNews.cleared, toMaker),
  about('sellers.suspended', shopNews.suspended, async (e, desk) => ({
    maker: { to: maker(e.sellerId), values: { shop: await shopOf(e, desk), until: e.until } },
  })),
  about('sellers.reinstated', shopNews.reinstated, toMaker),
  about('sellers.measure_lasts', shopNews.measureLasts, async (e, desk) => ({
    officer: {
      to: holders(platformOrganisationId, ['conduct_officer']),
      values: { shop: await shopOf(e, desk) },
    },
  })),
  about('sellers.appealed', shopNews.appealed, toOffice),
  about('sellers.appeal_refused', shopNews.appealRefused, toMaker),
  about('sellers.debarred', shopNews.debarred, toMaker),
  about('sellers.closed', shopNews.closed, toMaker),
  about('sellers.escalated', SellerEscalated, toOffice),
  about('sellers.payout_account_confirmed', shopNews.payoutAccountConfirmed, toOwner),
  about('sellers.payout_account_refused', shopNews.payoutAccountRefused, toOwner),
];
