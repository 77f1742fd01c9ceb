import { z } from 'zod';
import { event } from '#platform/kernel';
import { pictureFaults } from './broken-picture.js';
import { blockGrounds } from './listing.states.js';

const listing = z.object({ listingId: z.uuid(), sellerId: z.uuid() });

export const ListingSubmitted = event('catalogue.listing_submitted', listing);
/** The officer of the district described goods for their maker, who is to look at them. */
export const ListingDraftedFor = event('catalogue.listing_drafted_for', listing);
export const ListingReturned = event('catalogue.listing_returned', listing);
export const ListingEscalated = event('catalogue.listing_escalated', listing);
/** Goods are on sale for the first time, or again after a review. */
export const ListingLive = event('catalogue.listing_live', listing);
export const ListingSoldOut = event('catalogue.listing_sold_out', listing);
/** There are pieces again of goods that were sold out. */
export const ListingRestocked = event('catalogue.listing_restocked', listing);
/** What the shop shows of goods on sale is another: words, pictures or a price. */
export const ListingChanged = event('catalogue.listing_changed', listing);
/** Its maker took it from the shop for a while. */
export const ListingPaused = event('catalogue.listing_paused', listing);
/** It is shown again as it was. */
export const ListingResumed = event('catalogue.listing_resumed', listing);
export const ListingRetired = event('catalogue.listing_retired', listing);
/** A category has another name or stands in another group: what goods are found by changes with it. @rule */
export const CategoryRenamed = event('catalogue.category_renamed', z.object({ categoryId: z.uuid() }));
/** The last free piece of a variant was promised or sold, or there is a free one again. */
export const StockTurned = event('catalogue.stock_turned', listing);
const pairing = listing.extend({ resellerId: z.uuid() });
/** Another seller begins to sell what its maker made. */
export const ListingPaired = event('catalogue.listing_paired', pairing);
/** Its maker does not want another to sell it any more. */
export const PairingEnded = event('catalogue.pairing_ended', pairing);
const offer = listing.extend({ offerId: z.uuid() });
/** Of a variant that had run out there is a free piece again. */
export const BackInStock = event('catalogue.back_in_stock', offer);
/** Somebody waited for a variant, and it can be bought again. */
export const WishMet = event('catalogue.wish_met', offer.extend({ personId: z.uuid() }));
/** A variant has come down to what its seller wants to be told of; once each time. */
export const LowStock = event('catalogue.low_stock', offer.extend({ onHand: z.int().nonnegative() }));

/** A new version waits too long: the old one is hidden until the desk has decided. */
export const ListingHidden = event('catalogue.listing_hidden', listing);
const toDesk = listing.extend({ deskId: z.uuid().nullable() });
/** A new version of goods on sale waits for the desk. @param deskId the office that looks */
export const ListingChangeAsked = event('catalogue.listing_change_asked', toDesk);
/** Nobody decided in time. @param deskId the office above */
export const ListingChangeEscalated = event('catalogue.listing_change_escalated', toDesk);
export const ListingChangeApproved = event('catalogue.listing_change_approved', listing);
export const ListingChangeReturned = event('catalogue.listing_change_returned', listing);

const report = listing.extend({ reportId: z.uuid() });
/** Somebody reports goods. @param deskId the office that looks */
export const ReportMade = event('catalogue.report_made', report.extend({ deskId: z.uuid().nullable() }));
/** Nobody decided in time. @param deskId the office above */
export const ReportEscalated = event('catalogue.report_escalated', report.extend({ deskId: z.uuid().nullable() }));
export const ReportUpheld = event('catalogue.report_upheld', report.extend({ reporterId: z.uuid() }));
export const ReportDismissed = event('catalogue.report_dismissed', report.extend({ reporterId: z.uuid() }));
/** A picture a maker added cannot be shown. */
export const PictureBroken = event(
  'catalogue.picture_broken',
  z.object({ mediaId: z.uuid(), sellerId: z.uuid(), fault: z.enum(pictureFaults) }),
);
/** Taken from the shop, until it is put right. */
export const ListingBlocked = event('catalogue.listing_blocked', listing.extend({ for: z.enum(blockGrounds) }));
/** A maker copied again. @param goods how many of hers an upheld report of that kind is about @rule */
export const IpRepeated = event('catalogue.ip_repeated', z.object({ sellerId: z.uuid(), goods: z.int().positive() }));
export const BlockAppealed = event('catalogue.block_appealed', listing.extend({ deskId: z.uuid().nullable() }));
export const BlockAppealRefused = event('catalogue.block_appeal_refused', listing);
