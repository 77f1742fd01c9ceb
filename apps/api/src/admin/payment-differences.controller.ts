import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { differenceKey, Differences, ExplainDifference, Reconcile } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import {
  differencesQuery,
  explanationBody,
  paymentDifference,
  viewOfDifference,
} from './payment-differences.schema.js';

/** Where our books and the providers' differ. @rule S-8 */
@Controller('v1/admin/payment-differences')
@OfNobody('the payments desk looks after the money of everybody; no name stands in a difference')
export class PaymentDifferencesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly differences: Differences,
    private readonly explainDifference: ExplainDifference,
    private readonly reconcile: Reconcile,
  ) {}

  @Get()
  @Does('Where the payment provider’s and the bank’s lists differ from our books, the latest first')
  @Allow('admin:payments')
  @Answers(200, pageOf(paymentDifference))
  async list(@Query({ schema: differencesQuery }) query: z.infer<typeof differencesQuery>) {
    const request = this.pages.read({ ...query, count: false }, differenceKey);
    const rows = await this.work.run((tx) => this.differences.page(tx, query.status ?? null, request));
    return this.pages.of(request, rows, (row) => [row.id], viewOfDifference);
  }

  @Post('look')
  @Does('Has our books held against the lists of the provider and the bank now, not at the next hour')
  @Allow('admin:payments')
  @HttpCode(204)
  @Answers(204)
  look(): Promise<void> {
    return this.reconcile.askNow();
  }

  @Post(':id/explanation')
  @Does('Say what a difference was, and it waits for nobody any more')
  @Allow('admin:payments')
  @HttpCode(204)
  @Answers(204)
  @Refuses('difference_unknown', 'difference_settled')
  explain(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: explanationBody }) body: z.infer<typeof explanationBody>,
  ): Promise<void> {
    return this.explainDifference.run(id, body.reason);
  }
}
