import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { PayoutsQuery } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, pageQuery, Pages, Refuses, type PageQuery } from '#platform/http';
import { payoutShares, payoutView, viewOfPayout, viewOfShares } from './payouts.schema.js';

/** What a shop was paid, and how a group divides it. @rule S-9 S-42 */
@Controller('v1/seller/payouts')
@Of(PayoutsQuery, (payouts, tx, id) => payouts.own(tx, id))
export class SellerPayoutsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payouts: PayoutsQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('Payouts of your shop, newest first')
  @Allow('maker:payouts')
  @Answers(200, pageOf(payoutView))
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.payouts.page(tx, tx.actor.organisationId!, page)),
      viewOfPayout,
    );
  }

  @Get(':id/shares')
  @Does('What each member of your group gets of a payout, to the paisa, by the shares of the day it was paid')
  @Allow('maker:payouts')
  @Answers(200, payoutShares)
  @Refuses('payout_unknown')
  async shares(@Param('id', { schema: z.uuid() }) id: string) {
    const { payout, parts } = await this.work.run((tx) => this.payouts.statement(tx, id));
    return viewOfShares(payout, parts);
  }
}
