import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { DecideGiAuthorisation, MakersProductsQuery } from '#sellers';
import { giAuthorisations, giDecisionBody, viewOfAuthorisations } from '../seller/products.schema.js';

/** Certificates of authorised users before the officer of the maker's desk. @rule */
@Of(MakersProductsQuery, (made, _tx, id) => made.authorisationsOnDesk(id))
@Controller('v1/admin/sellers/:id/gi-authorisations')
export class AdminGiAuthorisationsController {
  constructor(
    private readonly made: MakersProductsQuery,
    private readonly decideGi: DecideGiAuthorisation,
  ) {}

  @Get()
  @Does('The GI certificates of a maker on your desk')
  @Allow('district:review-sellers')
  @Answers(200, giAuthorisations)
  @Refuses('seller_unknown')
  async all(@Param('id', { schema: z.uuid() }) sellerId: string) {
    return viewOfAuthorisations(await this.made.authorisationsOnDesk(sellerId));
  }

  @Post(':authorisationId/decision')
  @Does('Say what you found in Part B of the GI register')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, giAuthorisations)
  @Refuses('seller_unknown', 'gi_authorisation_unknown', 'gi_authorisation_decided', 'own_application')
  async decide(
    @Param('id', { schema: z.uuid() }) sellerId: string,
    @Param('authorisationId', { schema: z.uuid() }) id: string,
    @Body({ schema: giDecisionBody }) body: z.infer<typeof giDecisionBody>,
  ) {
    return viewOfAuthorisations(await this.decideGi.run(sellerId, id, body.decision === 'verify', body.reason));
  }
}
