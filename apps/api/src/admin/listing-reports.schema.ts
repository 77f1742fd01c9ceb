import { z } from 'zod';
import { reportReasons, reportStates, type BlockAppealLine, type ReportLine } from '#catalogue';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';

export const reportsOnDeskQuery = pageQuery.omit({ count: true }).extend({ reason: z.enum(reportReasons).optional() });

/** Who reported is shown to nobody: the desk decides about goods. */
export const listingReport = z
  .strictObject({
    id: z.uuid(),
    listingId: z.uuid(),
    title: z.string(),
    seller: z.strictObject({ id: z.uuid(), name: z.string() }),
    reason: z.enum(reportReasons),
    words: z.string(),
    state: z.enum(reportStates),
    madeAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('then the office above sees it'),
    escalatedAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'ListingReport' });

export const reportDecisionBody = z
  .strictObject({
    uphold: z.boolean(),
    answer: freeText(1_000).describe('read by who reported, and by the maker when the goods are blocked'),
  })
  .meta({ id: 'ReportDecision' });

export const blockAppealDecisionBody = z
  .strictObject({ allow: z.boolean(), reason: freeText(1_000).describe('read by the maker') })
  .meta({ id: 'BlockAppealDecision' });

export const blockAppeals = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          listingId: z.uuid(),
          title: z.string(),
          seller: z.strictObject({ id: z.uuid(), name: z.string() }),
          words: z.string(),
          madeAt: z.iso.datetime(),
          blockReason: z.string().nullable(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'BlockAppeals' });

export const viewOfReport = (row: ReportLine): z.input<typeof listingReport> => ({
  id: row.id,
  listingId: row.listing_id,
  title: row.title,
  seller: { id: row.seller_id, name: row.seller_name },
  reason: row.reason,
  words: row.words,
  state: row.state,
  madeAt: row.made_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
  answer: row.answer,
});

export const viewOfBlockAppeals = (rows: readonly BlockAppealLine[]): z.input<typeof blockAppeals> => ({
  items: rows.map((row) => ({
    id: row.id,
    listingId: row.listing_id,
    title: row.title,
    seller: { id: row.seller_id, name: row.seller_name },
    words: row.words,
    madeAt: row.made_at.toISOString(),
    blockReason: row.block_reason,
  })),
});
