import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { StockWishes, WaitForStock } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, Refuses } from '#platform/http';
import { stockWishes, viewOfWish } from './stock-wishes.schema.js';

/** Goods that ran out, and who wants to hear when they are back. */
@Controller('v1/buyer/stock-wishes')
export class StockWishesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wishes: StockWishes,
    private readonly waitForStock: WaitForStock,
  ) {}

  @Get()
  @Does('Goods you wait for, the newest first')
  @Allow('buyer:order')
  @Answers(200, stockWishes)
  async mine() {
    return { items: (await this.work.run((tx) => this.wishes.own(tx))).map(viewOfWish) };
  }

  @Put(':offerId')
  @Does('Be told, once, when goods that ran out can be bought again')
  @Allow('buyer:order')
  @OfNobody('goods in the shop are for everybody to see')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'still_in_stock', 'wishes_too_many')
  wait(@Param('offerId', { schema: z.uuid() }) offerId: string): Promise<void> {
    return this.waitForStock.run(offerId);
  }

  @Delete(':offerId')
  @Does('Wait for these goods no longer')
  @Allow('buyer:order')
  @OfNobody('goods in the shop are for everybody to see; the wish is always your own')
  @HttpCode(204)
  @Answers(204)
  stop(@Param('offerId', { schema: z.uuid() }) offerId: string): Promise<void> {
    return this.waitForStock.stop(offerId);
  }
}
