import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Answers, Does, fail, Me, Refuses } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { ClaimGiAuthorisation, MakersProductsQuery, TieProducts } from '#sellers';
import {
  giAuthorisations,
  giClaimBody,
  products,
  productsBody,
  viewOfAuthorisations,
  viewOfProducts,
} from './products.schema.js';

/** What a maker makes of her district's list, and which names she may carry. @rule  */
@Controller('v1/seller')
export class SellerProductsController {
  constructor(
    private readonly made: MakersProductsQuery,
    private readonly tieProducts: TieProducts,
    private readonly claimGi: ClaimGiAuthorisation,
  ) {}

  @Get('products')
  @Does('The products of your district’s list that you make')
  @Allow('maker:list')
  @Answers(200, products)
  @Refuses('seller_unknown')
  async all(@Me() me: Actor) {
    return viewOfProducts(await this.made.products(sellerOf(me)));
  }

  @Put('products')
  @Does('Say which products of your district’s list you make; what is left out ends')
  @Allow('maker:list')
  @Answers(200, products)
  @Refuses('seller_unknown', 'product_not_of_her_district')
  async tie(@Me() me: Actor, @Body({ schema: productsBody }) body: z.infer<typeof productsBody>) {
    return viewOfProducts(await this.tieProducts.run(sellerOf(me), body.odopEntryIds));
  }

  @Get('gi-authorisations')
  @Does('Your certificates as authorised user of registered GIs')
  @Allow('maker:list')
  @Answers(200, giAuthorisations)
  @Refuses('seller_unknown')
  async certificates(@Me() me: Actor) {
    return viewOfAuthorisations(await this.made.authorisations(sellerOf(me)));
  }

  @Post('gi-authorisations')
  @Does('Claim a certificate; it counts once your officer has seen it')
  @Allow('maker:list')
  @HttpCode(201)
  @Answers(201, giAuthorisations)
  @Refuses('seller_unknown', 'gi_not_registered', 'gi_not_of_her_state', 'gi_validity_backwards', 'gi_number_taken')
  async claim(@Me() me: Actor, @Body({ schema: giClaimBody }) body: z.infer<typeof giClaimBody>) {
    return viewOfAuthorisations(await this.claimGi.run(sellerOf(me), body));
  }
}

function sellerOf(me: Actor): string {
  if (me.organisationId === null) throw fail('forbidden', { permission: 'maker:list' });
  return me.organisationId;
}
