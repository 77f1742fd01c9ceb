import { z } from 'zod';
import { event } from '#platform/kernel';
import { renewableKinds, restrictions } from './paper-terms.rules.js';

const seller = z.object({ sellerId: z.uuid() });
const paper = seller.extend({ kind: z.enum(renewableKinds) });

/** A paper ended: these goods of hers are not shown. @rule SM-1 */
export const SellerRestricted = event(
  'sellers.restricted',
  seller.extend({ hidden: z.array(z.enum(restrictions)).min(1) }),
);
/** Her papers hold again, all her goods are shown. */
export const SellerRenewed = event('sellers.renewed', seller);
/** A paper will end. @param endsOn first day on which it no longer holds */
export const PaperEnding = event('sellers.paper_ending', paper.extend({ endsOn: z.iso.date(), days: z.int().min(0) }));
/** Her right to carry the name of a GI will end. @param gi its name in the register @rule */
export const GiRightEnding = event(
  'sellers.gi_right_ending',
  seller.extend({ gi: z.string(), endsOn: z.iso.date(), days: z.int().min(0) }),
);
export const RenewalHandedIn = event('sellers.renewal_handed_in', paper.extend({ districtId: z.uuid() }));
export const RenewalRefused = event('sellers.renewal_refused', paper);

export const SellerWarned = event('sellers.warned', seller);
export const SellerInMoratorium = event('sellers.moratorium', seller);
export const SellerCleared = event('sellers.cleared', seller);
export const SellerSuspended = event('sellers.suspended', seller.extend({ until: z.iso.datetime() }));
export const SellerReinstated = event('sellers.reinstated', seller);
/** A moratorium or suspension lasts long: its desk is reminded. */
export const MeasureLasts = event('sellers.measure_lasts', seller);
export const SellerAppealed = event(
  'sellers.appealed',
  seller.extend({ deskId: z.uuid().nullable(), incident: z.string().optional() }),
);
/** An appeal was decided: whatever the measure followed from hears of it. @param incident its number */
export const AppealDecided = event(
  'sellers.appeal_decided',
  seller.extend({ incident: z.string(), isAllowed: z.boolean() }),
);
export const AppealRefused = event('sellers.appeal_refused', seller);
export const SellerDebarred = event('sellers.debarred', seller);
export const SellerClosed = event('sellers.closed', seller);

/** What an officer found of an account whose name no machine could match. @rule */
export const PayoutAccountConfirmed = event('sellers.payout_account_confirmed', seller);
export const PayoutAccountRefused = event('sellers.payout_account_refused', seller);

/** What a shop goes through after its approval: one name for whoever subscribes to it or tells people of it. */
export const shopNews = {
  restricted: SellerRestricted,
  renewed: SellerRenewed,
  paperEnding: PaperEnding,
  giRightEnding: GiRightEnding,
  renewalHandedIn: RenewalHandedIn,
  renewalRefused: RenewalRefused,
  warned: SellerWarned,
  inMoratorium: SellerInMoratorium,
  cleared: SellerCleared,
  suspended: SellerSuspended,
  reinstated: SellerReinstated,
  measureLasts: MeasureLasts,
  appealed: SellerAppealed,
  appealRefused: AppealRefused,
  appealDecided: AppealDecided,
  debarred: SellerDebarred,
  closed: SellerClosed,
  payoutAccountConfirmed: PayoutAccountConfirmed,
  payoutAccountRefused: PayoutAccountRefused,
};
