import { z } from 'zod';
import { pageQuery, queryBoolean } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { evidenceKinds, sellerClasses, sellerStates, type DeskRow } from '#sellers';
import { slug } from '../public/names.schema.js';

export const sellersOnDeskQuery = pageQuery.omit({ count: true }).extend({
  state: z.enum(sellerStates.names).default('under_review'),
  order: z
    .enum(['waiting', 'clock'])
    .default('waiting')
    .describe('waiting: the longest in the state first; clock: whose time ends, or ended, first'),
  overdue: queryBoolean().optional().describe('only those whose time is over, or only the others'),
  escalated: queryBoolean().optional().describe('only those that were shown to the office above, or only the others'),
  class: z.enum(sellerClasses).optional(),
});

export const sellerOnDesk = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    class: z.enum(sellerClasses),
    state: z.enum(sellerStates.names),
    stateSince: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    escalatedAt: z.iso.datetime().nullable(),
    isOverdue: z.boolean(),
    district: z.strictObject({ slug, name: z.string() }),
    place: z.string(),
  })
  .meta({ id: 'SellerOnDesk' });

export const approvalBody = z
  .strictObject({
    confirmed: z
      .array(z.enum(evidenceKinds))
      .max(evidenceKinds.length)
      .default([])
      .describe('papers no machine could check, which you compared with the originals'),
  })
  .meta({ id: 'SellerApproval' });

export const reasonBody = z.strictObject({ reason: freeText(500) }).meta({ id: 'Reason' });
export const asksBody = z
  .strictObject({
    asks: freeText(1_000).describe('what is to be corrected, in words the applicant reads'),
    papers: z
      .array(z.strictObject({ kind: z.enum(evidenceKinds), reason: freeText(500) }))
      .max(evidenceKinds.length)
      .refine((papers) => new Set(papers.map(({ kind }) => kind)).size === papers.length, 'each paper once')
      .default([])
      .describe('every paper to be corrected or added, each with its reason: it is asked once in a round'),
  })
  .meta({ id: 'InformationRequest' });

export const viewOfDeskRow = (row: DeskRow): z.input<typeof sellerOnDesk> => ({
  id: row.id,
  name: row.name,
  class: row.class,
  state: row.state,
  stateSince: row.state_since.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
  isOverdue: row.is_overdue,
  district: { slug: row.district_slug, name: row.district_name },
  place: row.place,
});
