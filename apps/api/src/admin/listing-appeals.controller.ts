import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { BlockAppeals, DecideBlockAppeal } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { blockAppealDecisionBody, blockAppeals, viewOfBlockAppeals } from './listing-reports.schema.js';

/** Makers' words against blocks of their goods, on the desk of the State's office. @rule SM-3 R-3.18 */
@Controller('v1/admin/listing-appeals')
@Of(DecideBlockAppeal, (decide, tx, id) => decide.find(tx, id))
export class ListingAppealsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appeals: BlockAppeals,
    private readonly decideBlockAppeal: DecideBlockAppeal,
  ) {}

  @Get()
  @Does('Appeals against blocks of goods that wait for your office, the oldest first')
  @Allow('state:review')
  @Answers(200, blockAppeals)
  async waiting() {
    return viewOfBlockAppeals(await this.work.run((tx) => this.appeals.onDesk(tx)));
  }

  @Post(':id/decision')
  @Does('Allow an appeal, and the goods are on sale again; or refuse it')
  @Allow('state:review')
  @HttpCode(204)
  @Answers(204)
  @Refuses('block_appeal_unknown', 'block_appeal_decided', 'block_own_decision', 'own_goods', 'listing_unknown')
  decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: blockAppealDecisionBody }) body: z.infer<typeof blockAppealDecisionBody>,
  ): Promise<void> {
    return this.decideBlockAppeal.run(id, body.allow, body.reason);
  }
}
