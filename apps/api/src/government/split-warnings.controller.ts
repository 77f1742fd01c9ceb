import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Refuses } from '#platform/http';
import { money, moneySchema } from '#platform/money';
import { officerOf, SplitWarnings, type SplitWarning } from '#procurement';

const warningsView = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          demandId: z.uuid(),
          found: z.enum(['warning', 'block']),
          sum: moneySchema.describe('what the office ordered in the category within the window, with this'),
          ceiling: moneySchema,
          raisedAt: z.iso.datetime(),
          reportedAt: z.iso.datetime().nullable().describe('when vigilance was told, with others of its kind'),
        }),
      )
      .max(100),
  })
  .meta({
    id: 'SplitWarnings',
    example: {
      items: [
        {
          demandId: '0192f0c1-7c00-7000-8000-000000000041',
          found: 'warning',
          sum: { paise: 8_500_000, currency: 'INR' },
          ceiling: { paise: 5_000_000, currency: 'INR' },
          ...{ raisedAt: '2026-12-01T06:30:00.000Z', reportedAt: null },
        },
      ],
    },
  });
const viewOf = (row: SplitWarning) => ({
  demandId: row.demand_id,
  found: row.found,
  sum: money(row.sum_paise),
  ceiling: money(row.ceiling_paise),
  raisedAt: row.raised_at.toISOString(),
  reportedAt: row.reported_at?.toISOString() ?? null,
});

/** What looked like splitting, for the vigilance of a buying house. @rule */
@Controller('v1/government/split-warnings')
export class SplitWarningsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly warnings: SplitWarnings,
  ) {}

  @Get()
  @Does('Demands of the office that added up above a ceiling, newest first')
  @Allow('gov:vigilance')
  @Answers(200, warningsView)
  @Refuses('acts_without_office')
  async list() {
    const rows = await this.work.run((tx) => this.warnings.of(tx, officerOf(tx).officeId));
    return { items: rows.map(viewOf) };
  }
}
