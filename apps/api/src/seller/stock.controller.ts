import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { movementKey, MoveStock, Offers, SetLowStock, SetStock, Stock } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, Pages, Refuses } from '#platform/http';
import {
  lowStockBody,
  movementsQuery,
  offerStock,
  stockCountBody,
  stockMoveBody,
  stockMovement,
  viewOfMovement,
  viewOfOfferStock,
} from './stock.schema.js';

/** How many pieces there are, where, and why. @rule S-4 */
@Controller('v1/seller/offers/:id')
@Of(Offers, (offers, tx, id) => offers.lockOwn(tx, id))
export class SellerStockController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly offers: Offers,
    private readonly stock: Stock,
    private readonly setStock: SetStock,
    private readonly moveStock: MoveStock,
    private readonly setLowStock: SetLowStock,
  ) {}

  @Get('stock')
  @Does('How many pieces there are, and in which of your places')
  @Allow('maker:list')
  @Answers(200, offerStock)
  @Refuses('offer_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.work.run(async (tx) => {
      const offer = await this.offers.lockOwn(tx, id);
      return viewOfOfferStock(offer, await this.stock.levels(tx, id));
    });
  }

  @Get('stock-movements')
  @Does('Why pieces came or went, the newest first')
  @Allow('maker:list')
  @Answers(200, pageOf(stockMovement))
  @Refuses('offer_unknown')
  async movements(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: movementsQuery }) query: z.infer<typeof movementsQuery>,
  ) {
    const request = this.pages.read({ ...query, count: false }, movementKey);
    const rows = await this.work.run(async (tx) => {
      await this.offers.lockOwn(tx, id);
      return this.stock.movements(tx, id, request);
    });
    return this.pages.of(request, rows, (row) => [row.id, row.location_id], viewOfMovement);
  }

  @Post('stock-counts')
  @Does('Say how many pieces are on the shelf, and why they are others than before')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'location_unknown', 'stock_below_reserved', 'count_against_reason')
  count(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: stockCountBody }) { onHand, ...of }: z.infer<typeof stockCountBody>,
  ): Promise<void> {
    return this.setStock.run(id, onHand, of);
  }

  @Post('stock-moves')
  @Does('Carry free pieces from one of your places to another')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown', 'location_unknown', 'too_few_to_move', 'move_to_same_place')
  move(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: stockMoveBody }) { fromId, toId, pieces }: z.infer<typeof stockMoveBody>,
  ): Promise<void> {
    return this.moveStock.run(id, fromId, toId, pieces);
  }

  @Put('low-stock')
  @Does('With how many pieces left you want to be told')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('offer_unknown')
  low(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: lowStockBody }) body: z.infer<typeof lowStockBody>,
  ): Promise<void> {
    return this.setLowStock.run(id, body.pieces);
  }
}
