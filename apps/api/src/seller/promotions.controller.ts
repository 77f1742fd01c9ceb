import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, created, Does, Of, pageOf, pageQuery, Pages, Refuses, type PageQuery } from '#platform/http';
import { assert } from '#platform/kernel';
import { EndPromotion, OpenPromotion, promotionKey, Promotions } from '#promotions';
import { promotionBody, promotionView, viewOfPromotion, wishOf } from './promotions.schema.js';

/** The shop somebody acts for; nobody without one has the permission. */
function shopOf({ actor }: Tx): string {
  assert(actor.organisationId !== null, 'who lists goods does so for a shop');
  return actor.organisationId;
}

/** Reductions a shop gives on its own goods, and pays for with a lower price. @rule S-10 */
@Controller('v1/seller/promotions')
@Of(Promotions, (promotions, tx, id) => promotions.lock(tx, id, shopOf(tx)))
export class SellerPromotionsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly promotions: Promotions,
    private readonly openPromotion: OpenPromotion,
    private readonly endPromotion: EndPromotion,
  ) {}

  @Get()
  @Does('Reductions of your shop, the newest first')
  @Allow('maker:list')
  @Answers(200, pageOf(promotionView))
  async list(@Query({ schema: pageQuery }) query: PageQuery) {
    const request = this.pages.read(query, promotionKey);
    return this.work.run(async (tx) => {
      const rows = await this.promotions.of(tx, shopOf(tx), request);
      return this.pages.of(
        request,
        rows,
        (row) => [row.id],
        (row) => viewOfPromotion(row, tx.now),
      );
    });
  }

  @Post()
  @Does('Give a reduction on your goods, by a code or to everybody')
  @Allow('maker:list')
  @Answers(201, promotionView)
  @Refuses('promotion_unfit', 'promotion_code_taken')
  open(@Body({ schema: promotionBody }) body: z.infer<typeof promotionBody>) {
    return this.work.run(async (tx) => {
      const { promotionId } = await this.openPromotion.run(wishOf(body), shopOf(tx));
      const row = await this.promotions.lock(tx, promotionId, shopOf(tx));
      return created(`/v1/seller/promotions/${promotionId}`, viewOfPromotion(row, tx.now));
    });
  }

  @Post(':id/end')
  @Does('Give it no more; what was ordered with it stays as it is')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('promotion_unknown')
  end(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.work.run((tx) => this.endPromotion.run(id, shopOf(tx)));
  }
}
