import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { ChangePrice, SetStock, Offers } from '#catalogue';
import { Allow, Answers, Does, Refuses, Of } from '#platform/http';
import { priceBody, stockCountBody } from './listings.schema.js';

@Controller('v1/seller/offers')
@Of(Offers, (offers, tx, id) => offers.lockOwn(tx, id))
export class SellerOffersController {
  constructor(
    private readonly changePrice: ChangePrice,
    private readonly setStock: SetStock,
  ) {}

  @Post(':id/stock-counts')
  @Does('Say how many pieces are on the shelf')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'stock_below_reserved')
  count(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: stockCountBody }) body: z.infer<typeof stockCountBody>,
  ): Promise<void> {
    return this.setStock.run(id, body.onHand);
  }

  @Put(':id/price')
  @Does('Ask another price: any lower one, or one a little higher')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'price_above_mrp', 'price_rise_needs_review')
  price(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: priceBody }) body: z.infer<typeof priceBody>,
  ): Promise<void> {
    return this.changePrice.run(id, BigInt(body.price.paise));
  }
}
