import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { DecideDuplicate, DuplicatesQuery } from '#sellers';
import { duplicateDecisionBody, duplicateList, viewOfDuplicate } from './seller-duplicates.schema.js';

/** Sellers who have a PAN, an account, a mobile or a device in common with one on the desk. @rule S-42 */
@Controller('v1/admin/sellers/:id/duplicates')
@Of(DuplicatesQuery, (duplicates, tx, id) => duplicates.onDesk(tx, id))
export class AdminSellerDuplicatesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly duplicates: DuplicatesQuery,
    private readonly decide: DecideDuplicate,
  ) {}

  @Get()
  @Does(
    'Who has a PAN, an account, a mobile or a device in common with a seller on your desk; that you looked is recorded',
  )
  @Allow('district:review-sellers')
  @Answers(200, duplicateList)
  @Refuses('seller_unknown')
  all(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post(':flagId/decision')
  @Does('Say whether they are one or two honest sellers, with your reason')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, duplicateList)
  @Refuses('seller_unknown', 'duplicate_unknown', 'duplicate_decided', 'own_application')
  async say(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('flagId', { schema: z.uuid() }) flagId: string,
    @Body({ schema: duplicateDecisionBody }) body: z.infer<typeof duplicateDecisionBody>,
  ) {
    await this.decide.run(id, flagId, body);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof duplicateList>> {
    return { items: (await this.work.run((tx) => this.duplicates.onDesk(tx, id))).map(viewOfDuplicate) };
  }
}
