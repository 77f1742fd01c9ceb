import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { ChangePrice, Offers } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Refuses, Of } from '#platform/http';
import { priceBody, priceHistory, viewOfPriceHistory } from './listings.schema.js';

@Controller('v1/seller/offers')
@Of(Offers, (offers, tx, id) => offers.lockOwn(tx, id))
export class SellerOffersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly changePrice: ChangePrice,
  ) {}

  @Get(':id/prices')
  @Does('What you asked for it, and since when')
  @Allow('maker:list')
  @Answers(200, priceHistory)
  @Refuses('offer_unknown')
  async prices(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPriceHistory(await this.work.run((tx) => this.offers.prices(tx, id)));
  }

  @Put(':id/price')
  @Does('Ask another price: any lower one, or one a little higher')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'price_above_mrp', 'discount_too_small', 'price_rise_needs_review')
  price(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: priceBody }) body: z.infer<typeof priceBody>,
  ): Promise<void> {
    return this.changePrice.run(id, BigInt(body.price.paise));
  }
}
