import {
  BlockAppealed,
  BlockAppealRefused,
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
  ListingSubmitted,
  ListingPaired,
  LowStock,
  PairingEnded,
  ReportDismissed,
  ReportEscalated,
  ReportMade,
  PictureBroken,
  ReportUpheld,
  ReviewAnswered,
  ReviewAnswerRefused,
  ReviewCaseEscalated,
  ReviewCaseMade,
  ReviewInvited,
  ReviewPublished,
  ReviewRefused,
  ReviewReportDecided,
  WishMet,
} from '#catalogue';
import { platformOrganisationId, type Role } from '#identity';
import { about, districtOfficers, holders, maker, person, type Desk } from './about.js';

const reviewers: readonly Role[] = ['district_officer', 'state_officer', 'platform_reviewer'];

const toMaker = async ({ listingId, sellerId }: { listingId: string; sellerId: string }, { tx, facts }: Desk) => ({
  maker: { to: maker(sellerId), values: { title: (await facts.goods(tx, listingId)).title } },
});

/** An office that is not set up yet hears nothing. */
const toOffice = async ({ listingId, deskId }: { listingId: string; deskId: string | null }, { tx, facts }: Desk) => {
  const { title, shop } = await facts.goods(tx, listingId);
  return deskId === null ? {} : { officer: { to: holders(deskId, reviewers), values: { title, shop } } };
};
const toReporter = async (e: { listingId: string; reporterId: string }, { tx, facts }: Desk) => ({
  reporter: { to: person(e.reporterId), values: { title: (await facts.goods(tx, e.listingId)).title } },
});

const toBuyer = async (e: { listingId: string; buyerId: string }, { tx, facts }: Desk) => ({
  shopper: { to: person(e.buyerId), values: { title: (await facts.goods(tx, e.listingId)).title } },
});

/** Goods on their way to the shop window, and out of it. */
export const aboutCatalogue = [
  about('catalogue.listing_submitted', ListingSubmitted, async ({ listingId }, { tx, facts }) => {
    const { title, shop, district_id } = await facts.goods(tx, listingId);
    return { officer: { to: districtOfficers(district_id), values: { title, shop } } };
  }),
  about('catalogue.listing_live', ListingLive, toMaker),
  about('catalogue.listing_drafted_for', ListingDraftedFor, toMaker),
  about('catalogue.listing_returned', ListingReturned, toMaker),
  about('catalogue.listing_change_asked', ListingChangeAsked, toOffice),
  about('catalogue.listing_change_escalated', ListingChangeEscalated, toOffice),
  about('catalogue.listing_change_approved', ListingChangeApproved, toMaker),
  about('catalogue.listing_change_returned', ListingChangeReturned, toMaker),
  about('catalogue.picture_broken', PictureBroken, ({ sellerId, fault }) => ({
    maker: { to: maker(sellerId), values: { why: `picture_${fault}` } },
  })),
  about('catalogue.listing_hidden', ListingHidden, toMaker),
  about('catalogue.listing_paired', ListingPaired, async (e, { tx, facts }) => {
    const [{ title }, { name: shop }] = [await facts.goods(tx, e.listingId), await facts.shop(tx, e.resellerId)];
    return { maker: { to: maker(e.sellerId), values: { title, shop } } };
  }),
  about('catalogue.pairing_ended', PairingEnded, async (e, { tx, facts }) => {
    const { title, shop } = await facts.goods(tx, e.listingId);
    return { reseller: { to: maker(e.resellerId), values: { title, shop } } };
  }),
  about('catalogue.low_stock', LowStock, async (e, { tx, facts }) => {
    const { title, variant } = await facts.offer(tx, e.offerId);
    return { maker: { to: maker(e.sellerId), values: { title, variant, left: e.onHand } } };
  }),
  about('catalogue.wish_met', WishMet, async (e, { tx, facts }) => {
    const { title, variant, shop } = await facts.offer(tx, e.offerId);
    return { shopper: { to: person(e.personId), values: { title, variant, shop } } };
  }),
  about('catalogue.report_made', ReportMade, toOffice),
  about('catalogue.report_escalated', ReportEscalated, toOffice),
  about('catalogue.report_upheld', ReportUpheld, toReporter),
  about('catalogue.report_dismissed', ReportDismissed, toReporter),
  about('catalogue.listing_blocked', ListingBlocked, async (e, { tx, facts }) => {
    const { title } = await facts.goods(tx, e.listingId);
    return { maker: { to: maker(e.sellerId), values: { title, why: `blocked_${e.for}` } } };
  }),
  about('catalogue.ip_repeated', IpRepeated, async (e, { tx, facts }) => {
    const { name: shop } = await facts.shop(tx, e.sellerId);
    const to = holders(platformOrganisationId, ['conduct_officer']);
    return { officer: { to, values: { shop, goods: e.goods } } };
  }),
  about('catalogue.review_invited', ReviewInvited, async (e, { tx, facts }) => {
    const { title } = await facts.goods(tx, e.listingId);
    const all = e.others > 0 ? `${title} (+${e.others})` : title;
    return { shopper: { to: person(e.buyerId), values: { title: all } } };
  }),
  about('catalogue.review_published', ReviewPublished, async (e, desk) => ({
    ...(e.isFirst ? await toMaker(e, desk) : {}),
    ...(e.byDesk ? await toBuyer(e, desk) : {}),
  })),
  about('catalogue.review_refused', ReviewRefused, toBuyer),
  about('catalogue.review_answered', ReviewAnswered, async (e, { tx, facts }) => {
    const { title, shop } = await facts.goods(tx, e.listingId);
    return { shopper: { to: person(e.buyerId), values: { title, shop } } };
  }),
  about('catalogue.review_answer_refused', ReviewAnswerRefused, toMaker),
  about('catalogue.review_case_made', ReviewCaseMade, toOffice),
  about('catalogue.review_case_escalated', ReviewCaseEscalated, toOffice),
  about('catalogue.review_report_decided', ReviewReportDecided, toReporter),
  about('catalogue.block_appealed', BlockAppealed, toOffice),
  about('catalogue.block_appeal_refused', BlockAppealRefused, toMaker),
];
