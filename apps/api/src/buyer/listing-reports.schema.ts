import { z } from 'zod';
import { reportReasons, reportStates, type ReportLine } from '#catalogue';
import { freeText } from '#platform/identifiers';

export const reportBody = z
  .strictObject({
    reason: z.enum(reportReasons).describe('ip: it copies what belongs to others'),
    words: freeText(2_000).describe('what you saw, for the officer'),
  })
  .meta({ id: 'NewListingReport' });

export const madeReport = z.strictObject({ id: z.uuid() }).meta({ id: 'MadeListingReport' });

export const ownReports = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          listingId: z.uuid(),
          title: z.string(),
          reason: z.enum(reportReasons),
          words: z.string(),
          state: z.enum(reportStates),
          madeAt: z.iso.datetime(),
          decidedAt: z.iso.datetime().nullable(),
          answer: z.string().nullable().describe('the officer’s'),
        }),
      )
      .max(100),
  })
  .meta({ id: 'OwnListingReports' });

export const viewOfOwnReports = (rows: readonly ReportLine[]): z.input<typeof ownReports> => ({
  items: rows.map((row) => ({
    id: row.id,
    listingId: row.listing_id,
    title: row.title,
    reason: row.reason,
    words: row.words,
    state: row.state,
    madeAt: row.made_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    answer: row.answer,
  })),
});
