import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ClosePeriod, periodKey, Periods } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { csvOf } from '#platform/sheets';
import { sheetFile } from '../seller/sheet-file.js';
import {
  rowsOfPeriod,
  closingBody,
  ledgerPeriod,
  month,
  periodBody,
  periodsQuery,
  viewOfPeriod,
} from './ledger-periods.schema.js';

/** Months of the books: asked to be closed by one officer, closed by another. @rule S-1 S-28 */
@Controller('v1/admin/ledger/periods')
@OfNobody('the books are everybody’s: no name stands in a month’s balances')
export class LedgerPeriodsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly periods: Periods,
    private readonly closePeriod: ClosePeriod,
  ) {}

  @Get()
  @Does('Months that are closed or are asked to be, the latest first, with their trial balances')
  @Allow('admin:payments')
  @Answers(200, pageOf(ledgerPeriod))
  async list(@Query({ schema: periodsQuery }) query: z.infer<typeof periodsQuery>) {
    const request = this.pages.read({ ...query, count: false }, periodKey);
    const rows = await this.work.run((tx) => this.periods.page(tx, request));
    return this.pages.of(request, rows, (row) => [row.month], viewOfPeriod);
  }

  @Post()
  @Does('Asks that a month’s books be closed; another officer closes them')
  @Allow('admin:payments')
  @StepUp()
  @Answers(201, ledgerPeriod)
  @Refuses('period_not_over', 'period_out_of_order', 'period_closed')
  async ask(@Body({ schema: periodBody }) body: z.infer<typeof periodBody>) {
    return viewOfPeriod(await this.closePeriod.ask(body.month, body.reason));
  }

  @Post(':month/closing')
  @Does('Closes a month a colleague asked for: nothing is posted into it any more')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(200)
  @Answers(200, ledgerPeriod)
  @Refuses('period_not_asked', 'period_closed', 'period_not_over', 'period_out_of_order', 'own_period')
  async close(
    @Param('month', { schema: month }) of: string,
    @Body({ schema: closingBody }) body: z.infer<typeof closingBody>,
  ) {
    return viewOfPeriod(await this.closePeriod.close(of, body.reason));
  }

  @Get(':month/sheet')
  @Does('The trial balance of a closed month as a file to keep: CSV')
  @Allow('admin:payments')
  @Answers(200, undefined, { contentType: 'text/csv' })
  @Refuses('period_not_closed')
  async sheet(
    @Param('month', { schema: month }) of: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const period = await this.work.run((tx) => this.periods.closedOf(tx, of));
    return sheetFile(reply, `trial-balance-${of}`, 'csv', await csvOf(rowsOfPeriod(period), true));
  }
}
