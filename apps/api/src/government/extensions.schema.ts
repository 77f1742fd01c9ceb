import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { istDay } from '#platform/time';
import { extensionDecisions, type Extension } from '#procurement';

const example = { until: '2026-12-20', reason: 'The dye house is flooded.' };

export const extensionBody = z
  .strictObject({
    until: z.iso.date().describe('the last day on which the goods will be there'),
    reason: freeText(1_000, 10),
  })
  .meta({ id: 'ExtensionRequest', example });

export const extensionAnswerBody = z
  .strictObject({
    extensionId: z.uuid().describe('which request is answered'),
    decision: z
      .enum(extensionDecisions)
      .describe('granted_with_damages: the goods are expected later, and still count as late from the old day (R-3.4)'),
    reason: freeText(1_000, 10).nullable().default(null).describe('needed for a refusal'),
  })
  .meta({
    id: 'ExtensionAnswer',
    example: { extensionId: '0192f0c1-7c00-7000-8000-000000000002', decision: 'granted', reason: null },
  });

export const extensionView = z
  .strictObject({
    id: z.uuid(),
    until: z.iso.date(),
    reason: z.string(),
    askedAt: z.iso.datetime(),
    decision: z.enum(extensionDecisions).nullable().describe('null: not answered, and the day of delivery stays'),
    answer: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'Extension',
    example: {
      id: '0192f0c1-7c00-7000-8000-000000000002',
      ...example,
      askedAt: '2026-12-01T06:30:00.000Z',
      ...{ decision: null, answer: null, answeredAt: null },
    },
  });

export const extensionsView = z.strictObject({ items: z.array(extensionView).max(50) }).meta({ id: 'Extensions' });

export const viewOfExtension = (row: Extension): z.input<typeof extensionView> => ({
  id: row.id,
  until: istDay(row.until),
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
  decision: row.decision,
  answer: row.answer,
  answeredAt: row.answered_at?.toISOString() ?? null,
});
