import { z } from 'zod';
import { event, job } from '#platform/kernel';

export const SellerSubmitted = event('sellers.submitted', z.object({ sellerId: z.uuid() }));
export const SellerUnderReview = event('sellers.under_review', z.object({ sellerId: z.uuid() }));
/** Some register said nothing until the end of the term: an officer looks instead. @rule SM-1 */
export const SellerRegistersSilent = event('sellers.registers_silent', z.object({ sellerId: z.uuid() }));
export const SellerNeedsCorrection = event('sellers.needs_correction', z.object({ sellerId: z.uuid() }));
export const SellerEscalated = event(
  'sellers.escalated',
  z.object({ sellerId: z.uuid(), deskId: z.uuid().nullable().default(null) }),
);
export const SellerVerified = event('sellers.verified', z.object({ sellerId: z.uuid(), districtId: z.uuid() }));
export const SellerRejected = event('sellers.rejected', z.object({ sellerId: z.uuid() }));
export const SellerLapsed = event('sellers.lapsed', z.object({ sellerId: z.uuid() }));
/** A register proved something of her: storefronts are named after it. @rule */
export const PreferenceProved = event('sellers.preference_proved', z.object({ sellerId: z.uuid() }));
export const SellerActive = event('sellers.active', z.object({ sellerId: z.uuid() }));

/** A district was divided or merged, and makers belong to another now. @rule */
export const SellersMoved = event(
  'sellers.moved',
  z.object({ fromDistrictId: z.uuid(), toDistrictIds: z.array(z.uuid()) }),
);

/** Another bank account: payouts rest until then. @rule S-9 */
export const PayoutAccountChanged = event(
  'sellers.payout_account_changed',
  z.object({ sellerId: z.uuid(), restsUntil: z.iso.datetime() }),
);

/** Asks the bank about a changed account; once per account that was given. */
export const CheckPayoutAccountJob = job('sellers.check-payout-account', {
  payload: z.object({ sellerId: z.uuid(), paperId: z.uuid() }),
  key: (p) => p.paperId,
});

/** The machine's part of the review: registers and the bank are asked. One per submission. */
export const CheckApplication = job('sellers.check-application', {
  payload: z.object({ sellerId: z.uuid(), submission: z.int().min(1) }),
  key: (p) => `${p.sellerId}-${p.submission}`,
});

/** The virus scanner looks at a file; once per file. @rule S-58 */
export const ScanDocumentJob = job('sellers.scan-document', {
  payload: z.object({ documentId: z.uuid() }),
  key: (p) => p.documentId,
});

/** The file of an ended document leaves the store. @rule S-66 */
export const DestroyDocumentJob = job('sellers.destroy-document', {
  payload: z.object({ documentId: z.uuid() }),
  key: (p) => p.documentId,
});
