import { z } from 'zod';
import { event } from '#platform/kernel';
import { decisions } from './complaint.js';

const complaint = {
  complaintId: z.uuid(),
  ticket: z.string(),
  personId: z.uuid(),
  sellerId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
};
const at = z.iso.datetime();

export const ComplaintRaised = event(
  'grievances.raised',
  z.strictObject({ ...complaint, acknowledgeBy: at, redressBy: at }),
);
export const ComplaintAcknowledged = event('grievances.acknowledged', z.strictObject({ ...complaint, redressBy: at }));
/** The desk decided. `reopenUntil`: until then she may say that it is not settled; null: she did so before. */
export const ComplaintResolved = event(
  'grievances.resolved',
  z.strictObject({ ...complaint, outcome: z.enum(decisions), reopenUntil: at.nullable() }),
);
export const ComplaintReopened = event('grievances.reopened', z.strictObject({ ...complaint, redressBy: at }));
/** Nobody acknowledged it in time. */
export const ComplaintWaits = event('grievances.waits', z.strictObject({ ...complaint, since: at }));
/** Nobody decided it until the day on which it goes to the nodal person. */
export const ComplaintEscalated = event('grievances.escalated', z.strictObject({ ...complaint, redressBy: at }));
/** The month is over without a decision. */
export const ComplaintBreached = event('grievances.breached', z.strictObject({ ...complaint, redressBy: at }));

const ofMaker = { ...complaint, sellerId: z.uuid(), orderId: z.uuid(), questionId: z.uuid(), order: z.string() };
/** The desk asks the maker of the order, in words of its own. */
export const MakerAsked = event('grievances.maker_asked', z.strictObject({ ...ofMaker, answerBy: at }));
export const MakerAnswered = event('grievances.maker_answered', z.strictObject(ofMaker));
/** Her time is over, and she said nothing. */
export const MakerSilent = event('grievances.maker_silent', z.strictObject(ofMaker));
