import { z } from 'zod';
import { decisions, words_max, type Complaint, type ToldComplaint } from '#grievances';
import { pageQuery, queryBoolean } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { complaint, state, toldComplaint, viewOfComplaint, viewOfTold } from '../buyer/complaints.schema.js';

export const deskQuery = pageQuery.omit({ count: true }).extend({
  state: state.optional().describe('left out: all that wait for an answer'),
  overdue: queryBoolean().default(false).describe('only those that are not acknowledged, or not decided, in time'),
});

const who = {
  personId: z.uuid().describe('who complains'),
  sellerId: z.uuid().nullable().describe('of the order it is about'),
  escalateBy: z.iso.datetime().describe('then it goes to the nodal person'),
};
export const deskComplaint = complaint.extend(who).meta({ id: 'DeskComplaint' });
export const toldDeskComplaint = toldComplaint.extend(who).meta({ id: 'ToldDeskComplaint' });

export const resolutionBody = z
  .strictObject({
    outcome: z.enum(decisions),
    words: freeText(words_max).describe('what was found and why, for who complained'),
  })
  .meta({ id: 'ComplaintResolution' });

export const questionBody = z
  .strictObject({ words: freeText(words_max).describe('what the maker is asked; she and who complained read it') })
  .meta({ id: 'ComplaintQuestion' });

const whoOf = (one: Complaint) => ({
  personId: one.person_id,
  sellerId: one.seller_id,
  escalateBy: one.escalate_by.toISOString(),
});
export const viewOfDesk = (one: Complaint): z.input<typeof deskComplaint> => ({
  ...viewOfComplaint(one),
  ...whoOf(one),
});
export const viewOfToldDesk = (one: ToldComplaint): z.input<typeof toldDeskComplaint> => ({
  ...viewOfTold(one),
  ...whoOf(one),
});
