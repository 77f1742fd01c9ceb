import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses, StepUp } from '#platform/http';
import { DecideAppeal, ShopQuery } from '#sellers';
import { appealDecisionBody, appeals, viewOfAppeals } from './seller-conduct.schema.js';

/** Appeals against suspensions, on the desk of the State's office. @rule */
@Controller('v1/admin/seller-appeals')
@Of(DecideAppeal, (appeal, tx, id) => appeal.find(tx, id))
export class SellerAppealsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shops: ShopQuery,
    private readonly decideAppeal: DecideAppeal,
  ) {}

  @Get()
  @Does('Appeals that wait for your office, the oldest first')
  @Allow('state:review')
  @Answers(200, appeals)
  async waiting() {
    return viewOfAppeals(await this.work.run((tx) => this.shops.appealsOnDesk(tx)));
  }

  @Post(':id/decision')
  @Does('Allow an appeal, and the suspension counts for nothing; or refuse it')
  @Allow('state:review')
  @StepUp()
  @HttpCode(200)
  @Answers(200, appeals)
  @Refuses('appeal_unknown', 'appeal_decided', 'own_decision', 'own_application')
  async decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: appealDecisionBody }) body: z.infer<typeof appealDecisionBody>,
  ) {
    await this.decideAppeal.run(id, body.allow, body.reason);
    return this.waiting();
  }
}
