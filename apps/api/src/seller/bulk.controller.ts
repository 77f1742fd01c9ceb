import { Body, Controller, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ChangePrices, SetStocks } from '#catalogue';
import { Allow, Answers, Does, Limited, Refuses } from '#platform/http';
import { bulkAnswer, bulkQuery, pricesBody, stocksBody, viewOfBulk } from './bulk.schema.js';

@Controller('v1/seller/offers')
export class SellerBulkController {
  constructor(
    private readonly setStocks: SetStocks,
    private readonly changePrices: ChangePrices,
  ) {}

  @Put('stock')
  @Does('Say how many pieces there are, of up to 10,000 variants')
  @Allow('maker:list')
  @Limited('uploads')
  @Answers(200, bulkAnswer)
  @Refuses('rows_wrong')
  async stock(
    @Query({ schema: bulkQuery }) { partial, lang }: z.infer<typeof bulkQuery>,
    @Body({ schema: stocksBody }) { rows }: z.infer<typeof stocksBody>,
  ) {
    return viewOfBulk(await this.setStocks.run(rows, partial), lang);
  }

  @Put('prices')
  @Does('Ask other prices for up to 10,000 variants: any lower one, or one a little higher')
  @Allow('maker:list')
  @Limited('uploads')
  @Answers(200, bulkAnswer)
  @Refuses('rows_wrong')
  async prices(
    @Query({ schema: bulkQuery }) { partial, lang }: z.infer<typeof bulkQuery>,
    @Body({ schema: pricesBody }) { rows }: z.infer<typeof pricesBody>,
  ) {
    const asked = rows.map(({ price, ...key }) => ({ ...key, price_paise: BigInt(price.paise) }));
    return viewOfBulk(await this.changePrices.run(asked, partial), lang);
  }
}
